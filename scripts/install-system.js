// Makes `hafs` and `mount -t hafs` work for everybody on this machine; `--uninstall` takes it back.
// Usage: node scripts/install-system.js [--uninstall] [--prefix DIR]   (or HAFS_INSTALL_PREFIX=DIR)
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  'usr/local/share/doc/hafs/examples/var-www.mount': () => ours('deploy/systemd/var-www.mount'),
  'usr/local/share/doc/hafs/examples/var-www.automount': () => ours('deploy/systemd/var-www.automount'),
};
const FILES = [...PROGRAMS, ...Object.keys(TEXTS)];
// The administrator's as soon as it is there: never replaced, and removed only as it was installed.
const CONFIGURATION = 'etc/hafs/hafs.toml';
const configuration = () => readFileSync(new URL('deploy/hafs.toml', root), 'utf8');
const DIRECTORIES = ['etc/hafs', 'usr/local/share/doc/hafs/examples', 'usr/local/share/doc/hafs'];
const UNIT = 'hafs-server.service';
// What ProtectHome= of the unit hides.
const HIDDEN = /^\/(?:root|home|run\/user)\//;

function isForeign(path) {
  return existsSync(path) && !readFileSync(path, 'utf8').includes(MARK);
}

function put(path, content, mode) {
  mkdirSync(dirname(path), { recursive: true });
  // Whoever runs the old one meanwhile keeps it whole.
  const draft = `${path}.new`;
  writeFileSync(draft, content);
  chmodSync(draft, mode);
  renameSync(draft, path);
  console.log(`installed ${path}`);
}

function install(prefix) {
  for (const file of FILES) {
    if (file in TEXTS) put(join(prefix, file), TEXTS[file](), 0o644);
    else put(join(prefix, file), wrapper, 0o755);
  }
  const path = join(prefix, CONFIGURATION);
  if (!existsSync(path)) put(path, configuration(), 0o644);
}

function uninstall(prefix, paths) {
  // As the package does: what is about to be removed does not run on.
  if (paths.some((path) => path.endsWith(UNIT))) systemctl(prefix, 'disable', '--now', UNIT);
  const path = join(prefix, CONFIGURATION);
  const isAsInstalled = existsSync(path) && readFileSync(path, 'utf8') === configuration();
  for (const one of isAsInstalled ? [...paths, path] : paths) remove(one);
  for (const directory of DIRECTORIES) removeEmpty(join(prefix, directory));
}

function remove(path) {
  if (!existsSync(path)) return;
  rmSync(path);
  console.log(`removed ${path}`);
}

function removeEmpty(directory) {
  try {
    rmdirSync(directory);
  } catch (err) {
    if (err.code !== 'ENOENT' && err.code !== 'ENOTEMPTY') throw err;
  }
}

/** Where systemd runs. That it does not do as it is told stops nothing. */
function systemctl(prefix, ...words) {
  if (!existsSync(join(prefix, 'run/systemd/system'))) return;
  try {
    execFileSync('systemctl', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (err) {
    console.error(`install-system: ${err.message}`);
  }
}

const { values } = parseArgs({ options: { uninstall: { type: 'boolean' }, prefix: { type: 'string' } } });
const prefix = values.prefix ?? process.env['HAFS_INSTALL_PREFIX'] ?? '/';
const paths = FILES.map((file) => join(prefix, file));
const foreign = paths.filter(isForeign);

try {
  if (values.uninstall) {
    uninstall(
      prefix,
      paths.filter((path) => existsSync(path) && !foreign.includes(path)),
    );
    systemctl(prefix, 'daemon-reload');
  } else if (foreign.length > 0) {
    throw new Error(`${foreign.join(', ')} is not from hafs: move it away first`);
  } else {
    install(prefix);
    systemctl(prefix, 'daemon-reload');
    console.log(
      'for a storage node: systemd-sysusers && install -d -o hafs -g hafs -m 0700 /var/lib/hafs && ' +
        'systemctl enable --now hafs-server',
    );
    if (HIDDEN.test(entry))
      console.error(
        `warning: the unit cannot see ${entry}: install from a directory elsewhere, such as /opt/hafs`,
      );
  }
} catch (err) {
  console.error(`install-system: failed: ${err.message}`);
  process.exitCode = 1;
}
