/** Programs that know nothing of hafs, while nodes are killed under them and started again. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { NetnsLab } from './support/netns-lab.js';
import { pause } from './support/pause.js';
import { run } from './support/run.js';

const TREE = '/usr/lib/python3';
const SQLITE_ROWS = fileURLToPath(new URL('support/sqlite-rows.py', import.meta.url));
const SQLITE_SECONDS = 20;
const REPOSITORY_FILES = 500;
const FIRST_KILL_AFTER_MS = 1_000;
const DEAD_MS = 2_000;
const BETWEEN_KILLS_MS = 1_500;
const VICTIMS = ['manager', 'another node'];

interface Row {
  readonly fault: string;
  readonly seconds: number;
  readonly kills: number;
  readonly found: string;
}

let lab: NetnsLab;
let scratch: string;
const table: Row[] = [];

beforeAll(async () => {
  lab = await NetnsLab.up();
  scratch = await mkdtemp(join(tmpdir(), 'hafs-programs-'));
});

afterEach(async () => {
  await lab.settled();
  await lab.verify();
});

afterAll(async () => {
  console.table(table);
  await lab.down();
  await rm(scratch, { recursive: true, force: true });
});

/** Lets a program work while the manager, or another node, is killed and started again and again. */
async function underKills(
  victim: string,
  program: Promise<string>,
): Promise<{ seconds: number; kills: number }> {
  const beganAtMs = performance.now();
  const over = program.then(
    () => true,
    () => true, // Thrown below, once the nodes are up again.
  );
  await pause(FIRST_KILL_AFTER_MS);
  let kills = 0;
  for (let isOver = false; !isOver; kills++) {
    const node = victim === 'manager' ? await lab.managerNode() : await lab.anotherNode();
    await lab.kill(`n${node}`);
    await pause(DEAD_MS);
    lab.startNode(node);
    await lab.settled();
    isOver = await Promise.race([over, pause(BETWEEN_KILLS_MS).then(() => false)]);
  }
  await program;
  expect(kills).toBeGreaterThan(0);
  return { seconds: Math.round((performance.now() - beganAtMs) / 1_000), kills };
}

const at = (mount: string, name: string): string => join(lab.mountPoint(mount), name);

test.each(VICTIMS)('fault: %s is killed while a tree is copied: the copy is whole', async (victim) => {
  const name = `tree-${victim.replace(' ', '-')}`;
  const figures = await underKills(victim, run('cp', '-a', TREE, at('m1', name)));
  expect(await run('diff', '-r', '--no-dereference', TREE, at('m2', name))).toBe('');
  const files = (await run('find', at('m2', name), '-type', 'f')).split('\n').length - 1;
  table.push({ fault: `${victim} killed, cp -a`, ...figures, found: `${files} files, all the same` });
});

test.each(VICTIMS)(
  'fault: %s is killed while SQLite commits: each acknowledged row is there',
  async (victim) => {
    const name = `${victim.replace(' ', '-')}.db`;
    const program = run('python3', SQLITE_ROWS, at('m1', name), `${SQLITE_SECONDS}`);
    const figures = await underKills(victim, program);
    const lines = (await program).split('\n').slice(0, -1);
    expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(await run('sqlite3', at('m2', name), 'PRAGMA integrity_check')).toBe('ok\n');
    const rows = new Set((await run('sqlite3', at('m2', name), 'SELECT number FROM rows')).split('\n'));
    const lost = lines.filter((line) => [0, 1, 2].some((part) => !rows.has(`${3 * Number(line) + part}`)));
    table.push({
      fault: `${victim} killed, SQLite`,
      ...figures,
      found: `${lines.length} commits, ${lost.length} lost`,
    });
    expect(lost).toEqual([]);
    expect(rows.size - 1).toBeLessThanOrEqual(3 * (lines.length + 1)); // And '' behind the last line.
  },
);

test.each(VICTIMS)('fault: %s is killed while git clones: the clone is whole', async (victim) => {
  const name = `clone-${victim.replace(' ', '-')}`;
  const origin = await makeRepository(name);
  const figures = await underKills(
    victim,
    run('git', 'clone', '--quiet', `file://${origin}`, at('m1', name)),
  );
  const git = (...words: string[]): Promise<string> => run('git', '-C', at('m2', name), ...words);
  await git('fsck', '--full', '--strict');
  expect(await git('status', '--porcelain')).toBe('');
  expect(await run('diff', '-r', '--exclude=.git', origin, at('m2', name))).toBe('');
  table.push({
    fault: `${victim} killed, git clone`,
    ...figures,
    found: 'fsck finds nothing, files the same',
  });
});

async function makeRepository(name: string): Promise<string> {
  const origin = join(scratch, name);
  await mkdir(origin);
  const script = `
    git init --quiet
    for n in $(seq ${REPOSITORY_FILES}); do
      mkdir -p d$((n % 20)); head -c $((n * 100)) /dev/urandom > d$((n % 20))/f$n
    done
    git add .
    git -c user.name=n -c user.email=e@example.org commit --quiet -m first`;
  await run('bash', '-ec', `cd '${origin}'; ${script}`);
  return origin;
}
