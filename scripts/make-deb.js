// Makes a Debian package of what was built, with Debian's own dpkg-deb: `npm run deb [-- DIRECTORY]`.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const target = resolve(process.argv[2] ?? join(root, 'dist'));
const stage = mkdtempSync(join(tmpdir(), 'hafs-deb-'));

const run = (command, words, cwd = root) =>
  execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
const source = (path) => readFileSync(join(root, path), 'utf8');

function put(path, content, mode = 0o644) {
  const file = join(stage, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
}

function putProgram() {
  const home = join(stage, 'usr/lib/hafs');
  mkdirSync(home, { recursive: true });
  for (const part of ['bin', 'dist', 'LICENSE', 'package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(root, part), join(home, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.map') && !path.endsWith('.deb') && path !== join(root, 'dist/docs'),
    });
  // What it runs with, and nothing of what it was made with; no script of a package runs.
  run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], home);
  // What came in, by name, version and checksum.
  // By the lock file: looking at the directory, npm takes what was left out for missing.
  const words = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'];
  const bill = run('npm', words, home);
  put('usr/lib/hafs/sbom.cdx.json', `${bill}\n`);
  rmSync(join(home, 'package-lock.json'));
  rmSync(join(home, '.npmrc'));
}

function putRest() {
  for (const name of ['usr/bin/hafs', 'usr/sbin/mount.hafs', 'usr/sbin/mount.fuse.hafs'])
    put(name, source('deploy/debian/hafs'), 0o755);
  for (const page of ['hafs.8', 'mount.hafs.8'])
    put(`usr/share/man/man8/${page}.gz`, gzipSync(source(`dist/man/${page}`), { level: 9 }));
  const entry = join(root, 'bin/hafs.js');
  put(
    'usr/share/bash-completion/completions/hafs',
    run(process.execPath, [entry, 'completion', 'bash']) + '\n',
  );
  put('usr/share/zsh/vendor-completions/_hafs', run(process.execPath, [entry, 'completion', 'zsh']) + '\n');
  put('lib/systemd/system/hafs-server.service', source('deploy/systemd/hafs-server.service'));
  for (const unit of ['var-www.mount', 'var-www.automount'])
    put(`usr/share/doc/hafs/examples/${unit}`, source(`deploy/systemd/${unit}`));
  put('usr/share/doc/hafs/copyright', source('LICENSE'));
  put('etc/hafs/hafs.toml', source('deploy/hafs.toml'));
}

function putControl(architecture) {
  const size = run('du', ['-sk', stage]).split('\t')[0];
  const control = source('deploy/debian/control')
    .replace('@VERSION@', version)
    .replace('@ARCHITECTURE@', architecture)
    .replace('@SIZE@', size);
  put('DEBIAN/control', control);
  put('DEBIAN/conffiles', source('deploy/debian/conffiles'));
  for (const script of ['postinst', 'prerm', 'postrm'])
    put(`DEBIAN/${script}`, source(`deploy/debian/${script}`), 0o755);
}

try {
  chmodSync(stage, 0o755);
  putProgram();
  putRest();
  // LevelDB and the checksums come as binaries for the machine at hand.
  const architecture = run('dpkg', ['--print-architecture']);
  putControl(architecture);
  const file = join(target, `hafs_${version}_${architecture}.deb`);
  run('dpkg-deb', ['--root-owner-group', '--build', stage, file]);
  console.log(file);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
