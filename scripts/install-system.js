// Makes `hafs` and `mount -t hafs` work for everybody on this machine; `--uninstall` takes it back.
// Usage: node scripts/install-system.js [--uninstall] [--prefix DIR]   (or HAFS_INSTALL_PREFIX=DIR)
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MARK = '# Installed by hafs: scripts/install-system.js --uninstall removes it.';
// mount(8) looks for its helpers in /sbin; what mount.fuse runs is looked for in /usr/local/bin among others.
const FILES = ['usr/local/bin/hafs', 'sbin/mount.hafs', 'sbin/mount.fuse.hafs'];

const entry = fileURLToPath(new URL('../bin/hafs.js', import.meta.url));
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

// Absolute paths, because mount(8) and mount.fuse leave us without PATH.
const wrapper = `#!/bin/sh
${MARK}
HAFS_INVOKED_AS="\${0##*/}"
export HAFS_INVOKED_AS
exec ${quoted(process.execPath)} ${quoted(entry)} "$@"
`;

function isForeign(path) {
  return existsSync(path) && !readFileSync(path, 'utf8').includes(MARK);
}

function install(path) {
  mkdirSync(dirname(path), { recursive: true });
  // Whoever runs the old one meanwhile keeps it whole.
  const draft = `${path}.new`;
  writeFileSync(draft, wrapper);
  chmodSync(draft, 0o755);
  renameSync(draft, path);
  console.log(`installed ${path}`);
}

function uninstall(path) {
  if (!existsSync(path)) return;
  rmSync(path);
  console.log(`removed ${path}`);
}

const { values } = parseArgs({ options: { uninstall: { type: 'boolean' }, prefix: { type: 'string' } } });
const prefix = values.prefix ?? process.env['HAFS_INSTALL_PREFIX'] ?? '/';
const paths = FILES.map((file) => join(prefix, file));
const foreign = paths.filter(isForeign);

try {
  if (values.uninstall) {
    for (const path of paths) if (!foreign.includes(path)) uninstall(path);
  } else if (foreign.length > 0) {
    throw new Error(`${foreign.join(', ')} is not from hafs: move it away first`);
  } else {
    for (const path of paths) install(path);
  }
} catch (err) {
  console.error(`install-system: failed: ${err.message}`);
  process.exitCode = 1;
}
