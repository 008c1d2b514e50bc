/** The commands of docs/operations.md, as they stand there, on copies of this machine. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MACHINES = ['n1', 'n2', 'n3', 'web1', 'backup1', 'n4'];
const COMMANDS = 10;
const TIMEOUT_MS = 240_000;
const canRun = process.getuid?.() === 0 && ['dpkg-deb', 'ip', 'rsync'].every(isThere);
const testOnMachines = canRun || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

let directory: string;

beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'hafs-ten-'))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

/** The lines between `<!-- NAME: begin -->` and its end. */
function linesOf(name: string): string[] {
  const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
  const [, block = ''] = new RegExp(`<!-- ${name}: begin -->([^]*)<!-- ${name}: end -->`).exec(page) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

/** @returns what they print. @throws where one of them fails. */
function runOnMachines(commands: readonly string[]): string {
  const make = [join(ROOT, 'scripts/make-deb.js'), directory];
  const deb = execFileSync(process.execPath, make, { encoding: 'utf8' }).trim();
  const apart = ['--mount', '--pid', '--net', '--fork', '--kill-child', '--mount-proc'];
  const words = [...apart, join(ROOT, 'test/programs/machines.sh'), deb, ...MACHINES];
  const options = { input: `${commands.join('\n')}\n`, timeout: TIMEOUT_MS, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('unshare', words, options);
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}\n${stdout}`);
  return stdout;
}

const admin = 'HAFS_CREDENTIAL=/var/lib/hafs/identity/admin.pem';

testOnMachines('operations: ten commands make a document root; a backup of it can be restored', () => {
  const install = linesOf('install');
  expect(install).toHaveLength(COMMANDS);
  const out = runOnMachines([
    ...install,
    'web1  echo hello >/var/www/index.html && chown 33:33 /var/www/index.html',
    `n2  ${admin} hafs fs cat www:/index.html`,
    `n3  ${admin} hafs volume verify www`,
    'web1  hafs volume stop www --yes || echo a web server may not',
    'backup1  apt install -y ./*.deb',
    ...linesOf('backup'),
    'backup1  touch /mnt/www/mine || echo a backup may not',
    'web1  rm /var/www/index.html',
    ...linesOf('restore'),
    "web1  stat -c '%n belongs to %u' /var/www/index.html",
  ]);
  for (const line of [
    'volume create: www: success: please start the volume to access data',
    'hello',
    'a web server may not',
    'a backup may not',
    '/var/www/index.html belongs to 33',
  ])
    expect(out.split('\n')).toContain(line);
  expect(out).toContain('all bricks are identical');
});

testOnMachines(
  'operations: a node dies right after the ten commands: another machine takes its place',
  () => {
    const out = runOnMachines([
      ...linesOf('install'),
      'web1  echo hello >/var/www/index.html',
      // Nobody hears of it any more, as of a machine that has lost its power.
      'n3  ip link set eth0 down',
      ...linesOf('replace'),
      `n4  ${admin} hafs fs cat www:/index.html`,
      'n1  hafs pool list',
      'n1  hafs volume verify www',
      'web1  echo still there >/var/www/index.html && cat /var/www/index.html',
      'web1  hafs umount /var/www && mount -t hafs n4:/www /var/www && cat /var/www/index.html',
    ]);
    const lines = out.split('\n');
    expect(lines).toContain('hello');
    expect(lines.filter((line) => line === 'still there')).toHaveLength(2);
    expect(lines).toContain('peer detach: success');
    expect(out).toContain('n4:24100:/var/lib/hafs/www is in the place of n3:24100:/var/lib/hafs/www');
    expect(out).toContain('all bricks are identical');
    const pool = out.slice(out.indexOf('n1: hafs pool list'));
    expect(pool).toContain('n4');
    expect(pool).not.toContain('n3');
  },
);
