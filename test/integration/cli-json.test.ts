import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { schemaErrors, schemaFile } from '../support/json-schemas.js';
import { hafs } from '../support/nodes.js';

const BASE_PORT = 22_101;
const SERVER = `127.0.0.1:${BASE_PORT}`;
const IN_SYNC_TIMEOUT_MS = 60_000;
const LINES_TIMEOUT_MS = 60_000;
const checked = new Set<string>();
let directory: string;

/** Checks what the command prints. `command` are its first words. */
async function check(command: string, ...rest: string[]): Promise<void> {
  const words = [...command.split(' '), ...rest];
  const { status, out, err } = await hafs('--server', SERVER, '--json', '--yes', ...words);
  expect({ words, status, err }).toEqual({ words, status: 0, err: '' });
  expect(schemaErrors(command, JSON.parse(out))).toEqual([]);
  checked.add(command);
}

/** Checks what comes line by line until it is interrupted. */
async function checkLines(command: string, ...rest: string[]): Promise<void> {
  const words = ['--server', SERVER, '--json', ...command.split(' '), ...rest];
  const child = spawn(process.execPath, ['bin/hafs.js', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  const ended = once(child, 'exit');
  try {
    await eventually(() => expect(lines.length).toBeGreaterThan(1), LINES_TIMEOUT_MS);
  } finally {
    child.kill('SIGINT');
  }
  expect(await ended).toEqual([0, null]);
  // Of events each line is one of what the list holds.
  const documents = lines.map((line) => JSON.parse(line) as unknown);
  const shapes = command === 'events' ? [documents] : documents;
  for (const document of shapes) expect(schemaErrors(command, document)).toEqual([]);
}

/** It is elected who manages a volume, and that takes a moment. */
const inSync = (volume: string): Promise<void> =>
  eventually(async () => {
    const { out } = await hafs('--server', SERVER, '--json', 'heal-status', volume);
    const [health] = JSON.parse(out) as { manager: string | null; bricks: { state: string }[] }[];
    expect(health?.manager).not.toBeNull();
    expect(health?.bricks.map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync']);
  }, IN_SYNC_TIMEOUT_MS);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-json-'));
});

afterAll(async () => {
  await hafs('--yes', 'lab', 'down', '--purge', '--dir', join(directory, 'lab'));
  await rm(directory, { recursive: true, force: true });
});

test('json: every command on real nodes: prints what its schema promises', async () => {
  const lab = ['--dir', join(directory, 'lab')];
  const bricks = [1, 2, 3].map((node) => `127.0.0.1:${BASE_PORT + node - 1}:${join(directory, `b${node}`)}`);
  const file = join(directory, 'file');
  await writeFile(file, 'hello');
  await check('lab up', ...lab, '--base-port', String(BASE_PORT));
  await check('lab status', ...lab);
  for (const command of [
    'peer status',
    'pool list',
    'volume list',
    'volume info',
    'volume status',
    'heal-status',
  ])
    await check(command);
  await check('peer probe', `127.0.0.1:${BASE_PORT + 1}`);
  await check('pool set', 'webhook', 'http://127.0.0.1:1/');
  await check('pool get', 'all');
  await check('pool reset', 'webhook');
  await check('volume create', 'mail', 'replica', '3', ...bricks);
  await check('volume start', 'mail');
  await inSync('mail');
  for (const command of ['volume verify', 'volume manager', 'volume scrub', 'volume availability'])
    await check(command, 'mail');
  await check('volume scrub', 'mail', '--status');
  await check('volume set', 'mail', 'durability', 'synced');
  await check('volume get', 'mail', 'durability');
  await check('volume get', 'mail', 'all');
  await check('volume reset', 'mail');
  await check('volume heal', 'mail');
  await check('volume heal', 'mail', 'full');
  await check('volume heal', 'mail', 'info');
  await check('volume heal', 'mail', 'info', 'summary');
  await checkLines('heal-status', '--watch');
  await checkLines('volume clients', 'mail', '--watch');
  await checkLines('events', '--follow');
  await check('volume manager', 'mail', 'move', 'node2');
  await check('fs mkdir', 'mail:/d');
  await check('fs put', file, 'mail:/d/f');
  await check('fs get', 'mail:/d/f', join(directory, 'back'));
  await check('fs ln', '-s', 'f', 'mail:/d/l');
  await check('fs ls', 'mail:/d');
  await check('fs stat', 'mail:/d/l');
  await check('fs mv', 'mail:/d/f', 'mail:/g');
  await check('fs rm', '-r', 'mail:/d');
  await check('pool init', '--data', join(directory, 'another'));
  await check('pool token create');
  const token = join(directory, 'token');
  const { out } = await hafs('--server', SERVER, 'pool', 'token', 'create');
  await writeFile(token, out, { mode: 0o600 });
  await check('pool join', '--data', join(directory, 'joining'), '--token-file', token);
  await check('client create', 'web', '--volume', 'mail:/', '--out', join(directory, 'web.pem'));
  await check('client list');
  await check('client revoke', 'web');
  await check('client list');
  for (const command of ['volume clients', 'volume profile', 'volume top', 'volume statedump'])
    await check(command, 'mail');
  await check('volume reset-brick', 'mail', bricks[2]!, 'start');
  await check('volume reset-brick', 'mail', bricks[2]!, 'commit');
  await check(
    'volume replace-brick',
    'mail',
    bricks[2]!,
    `127.0.0.1:${BASE_PORT + 2}:${join(directory, 'b4')}`,
  );
  await check('node drain', 'node1');
  await check('node drain', 'node1', '--undo');
  await check('volume stop', 'mail');
  await check('volume delete', 'mail');
  await check('events');
  await check('doctor');
  await check('support-bundle', join(directory, 'bundle.tar.gz'), '--http', `127.0.0.1:${BASE_PORT + 100}`);
  for (const command of ['lab pause', 'lab resume', 'lab kill', 'lab start'])
    await check(command, '3', ...lab);
  await check('lab down', ...lab);
  // A node of a pool that holds a brick cannot be detached, and a lab has no other; a command's own client is gone at once.
  // The lab's volume is in the clear: test/integration/encryption.test.ts wraps a key anew.
  expect(Object.keys(schemaFile.commands).filter((command) => !checked.has(command))).toEqual([
    'peer detach',
    'volume rotate-key',
    'volume evict',
  ]);
}, 240_000);
