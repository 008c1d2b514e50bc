// Makes `hafs` and `mount -t hafs` work for everybody on this machine; `--uninstall` takes it back.
// Usage: node scripts/install-system.js [--uninstall] [--prefix DIR]   (or HAFS_INSTALL_PREFIX=DIR)
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MARK = 'Installed by hafs: scripts/install-system.js --uninstall removes it.';
const root = new URL('../', import.meta.url);
const entry = fileURLToPath(new URL('bin/hafs.js', root));
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

// Absolute paths, because mount(8) and mount.fuse leave us without PATH.
const wrapper = `#!/bin/sh
# ${MARK}
HAFS_INVOKED_AS="\${0##*/}"
export HAFS_INVOKED_AS
exec ${quoted(process.execPath)} ${quoted(entry)} "$@"
`;

const ours = (path, comment = '#') => `${comment} ${MARK}\n${readFileSync(new URL(path, root), 'utf8')}`;
const completion = (shell) =>
  execFileSync(process.execPath, [entry, 'completion', shell], { encoding: 'utf8' });
const unit = () => ours('deploy/systemd/hafs-server.service').replace('/usr/bin/hafs', '/usr/local/bin/hafs');

// mount(8) looks for its helpers in /sbin; what mount.fuse runs is looked for in /usr/local/bin among others.
const PROGRAMS = ['usr/local/bin/hafs', 'sbin/mount.hafs', 'sbin/mount.fuse.hafs'];
// The first line of zsh's file is zsh's own.
const TEXTS = {
  'usr/local/share/man/man8/hafs.8': () => ours('dist/man/hafs.8', '.\\"'),
  'usr/local/share/man/man8/mount.hafs.8': () => ours('dist/man/mount.hafs.8', '.\\"'),
  'usr/local/share/bash-completion/completions/hafs': () => `# ${MARK}\n${completion('bash')}`,
  'usr/local/share/zsh/site-functions/_hafs': () => completion('zsh').replace('\n', `\n# ${MARK}\n`),
  'etc/systemd/system/hafs-server.service': unit,
  'etc/sysusers.d/hafs.conf': () => ours('deploy/systemd/hafs.sysusers'),
};
const FILES = [...PROGRAMS, ...Object.keys(TEXTS)];

function isForeign(path) {
  return existsSync(path) && !readFileSync(path, 'utf8').includes(MARK);
}

function install(prefix, file) {
  const path = join(prefix, file);
  mkdirSync(dirname(path), { recursive: true });
  // Whoever runs the old one meanwhile keeps it whole.
  const draft = `${path}.new`;
  writeFileSync(draft, file in TEXTS ? TEXTS[file]() : wrapper);
  chmodSync(draft, file in TEXTS ? 0o644 : 0o755);
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
    for (const file of FILES) install(prefix, file);
    console.log('for a storage node: systemd-sysusers && systemctl enable --now hafs-server');
  }
} catch (err) {
  console.error(`install-system: failed: ${err.message}`);
  process.exitCode = 1;
}
