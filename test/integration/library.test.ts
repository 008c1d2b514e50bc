import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ConnectOptions } from '../../library/connect.js';
import type { Volume } from '../../library/volume.js';
import { eventually } from '../support/eventually.js';
import type { FilePromises } from '../support/file-calls.js';
import { describeFileHandles, type StreamsUnderTest } from '../support/file-handle-suite.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 22_151;
const IN_SYNC_TIMEOUT_MS = 60_000;
let nodes: Nodes;
let directory: string;
let connect: (target: string | ConnectOptions) => Promise<Volume>;
const volumes: Volume[] = [];

beforeAll(async () => {
  // As a program finds it: by the package's name, as it was built.
  const name = 'hafs';
  ({ connect } = (await import(name)) as { connect: typeof connect });
  directory = await mkdtemp(join(tmpdir(), 'hafs-library-nodes-'));
  nodes = await startNodes(3, directory, BASE_PORT);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(directory, `b${node}`)}`);
  await nodes.hafs('volume', 'create', 'www', 'replica', '3', ...bricks);
  await nodes.hafs('volume', 'start', 'www');
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

afterEach(async () => {
  await Promise.all(volumes.splice(0).map((volume) => volume.close()));
});

async function open(): Promise<Volume> {
  const volume = await connect(`${nodes.address(2)},${nodes.address(1)}:/www`);
  volumes.push(volume);
  return volume;
}

async function health(): Promise<{ manager: string; bricks: { state: string }[] }> {
  const servers = [1, 2, 3].map((node) => nodes.address(node)).join(',');
  const { out } = await nodes.hafs('--server', servers, 'heal-status', 'www', '--json');
  const [volume] = JSON.parse(out) as { manager: string; bricks: { state: string }[] }[];
  return volume!;
}

const managerNode = async (): Promise<number> => Number((await health()).manager.replace('node', ''));

const inSync = (): Promise<void> =>
  eventually(async () => {
    const states = (await health()).bricks.map(({ state }) => state);
    expect(states).toEqual(['in-sync', 'in-sync', 'in-sync']);
  }, IN_SYNC_TIMEOUT_MS);

let rootCount = 0;

describeFileHandles('library on nodes', async () => {
  const volume = await open();
  const root = `/suite${rootCount++}`;
  await volume.mkdir(root);
  return {
    files: volume as unknown as FilePromises,
    streams: volume as unknown as StreamsUnderTest['streams'],
    root,
    stop: () => volume.rm(root, { recursive: true }),
  };
});

test('library: no node answers: ENOTCONN, in time, with the reason', async () => {
  const attempt = connect({ volume: 'www', servers: '127.0.0.1:1', connectTimeoutMs: 500 });
  await expect(attempt).rejects.toMatchObject({ code: 'ENOTCONN', syscall: 'connect', path: 'www' });
});

test('library: there is no such volume: EPERM, and which one may be meant', async () => {
  const attempt = connect({ volume: 'wwww', servers: nodes.address(1) });
  await expect(attempt).rejects.toThrow('volume wwww does not exist (did you mean www?)');
});

test('library: another client changes a file: it is never stale', async () => {
  const [one, other] = [await open(), await open()];
  await one.writeFile('/page', 'first');
  for (let round = 0; round < 50; round++) {
    expect(await other.readFile('/page', 'utf8')).toBe(round === 0 ? 'first' : `round ${round - 1}`);
    expect((await other.stat('/page')).size).toBe(round === 0 ? 5 : `round ${round - 1}`.length);
    await one.writeFile('/page', `round ${round}`);
  }
  await one.unlink('/page');
  await expect(other.stat('/page')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('library: watch: the changes of another client, and of this one', async () => {
  const [watching, other] = [await open(), await open()];
  await watching.mkdir('/watched');
  await other.writeFile('/watched/old', 'x');
  const stop = new AbortController();
  const told: string[] = [];
  const watch = (async () => {
    for await (const { eventType, filename } of watching.watch('/watched', { signal: stop.signal }))
      told.push(`${eventType} ${filename}`);
  })();
  const heard = (text: string) => eventually(() => expect(told).toContain(text));
  // Whether it has begun cannot be seen from outside: the first change is made until it is heard.
  let probeCount = 0;
  await eventually(async () => {
    await other.writeFile(`/watched/probe${probeCount++}`, '');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.length).toBeGreaterThan(0);
  });
  await other.writeFile('/watched/new', '1');
  await heard('rename new');
  await other.appendFile('/watched/old', 'y');
  await heard('change old');
  await watching.writeFile('/watched/own', '1');
  await heard('rename own');
  await other.unlink('/watched/new');
  await eventually(() => expect(told.filter((line) => line === 'rename new')).toHaveLength(2));
  stop.abort();
  await expect(watch).rejects.toMatchObject({ name: 'AbortError' });
});

test('library: watch: recursive: the changes of another client in directories old and new', async () => {
  const [watching, other] = [await open(), await open()];
  await watching.mkdir('/tree/old', { recursive: true });
  const stop = new AbortController();
  const told = new Set<string>();
  const watch = (async () => {
    const options = { recursive: true, signal: stop.signal };
    for await (const { eventType, filename } of watching.watch('/tree', options))
      told.add(`${eventType} ${filename}`);
  })();
  const heard = (text: string) => eventually(() => expect(told).toContain(text));
  // Whether it has begun cannot be seen from outside: the first change is made until it is heard.
  let probeCount = 0;
  await eventually(async () => {
    await other.writeFile(`/tree/old/probe${probeCount++}`, '');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.size).toBeGreaterThan(0);
  });
  await other.mkdir('/tree/new/deep', { recursive: true });
  await heard('rename new/deep');
  await other.writeFile('/tree/new/deep/file', '1');
  await heard('rename new/deep/file');
  await other.appendFile('/tree/new/deep/file', '2');
  await heard('change new/deep/file');
  await other.rename('/tree/new', '/tree/moved');
  await heard('rename moved/deep/file');
  stop.abort();
  await expect(watch).rejects.toMatchObject({ name: 'AbortError' });
});

test('library: watch: the manager is killed: changes after that are told all the same', async () => {
  const [watching, other] = [await open(), await open()];
  await watching.mkdir('/failover');
  const stop = new AbortController();
  const told = new Set<string>();
  const watch = (async () => {
    for await (const { filename } of watching.watch('/failover', { signal: stop.signal })) told.add(filename);
  })();
  const manager = await managerNode();
  // Whether it has begun cannot be seen from outside: the first change is made until one is heard.
  let probeCount = 0;
  await eventually(async () => {
    await other.writeFile(`/failover/probe${probeCount++}`, '');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.size).toBeGreaterThan(0);
  });
  await nodes.kill(manager);
  await other.writeFile('/failover/after', '');
  await eventually(() => expect(told).toContain('after'));
  nodes.start(manager);
  await other.writeFile('/failover/later', '');
  await eventually(() => expect(told).toContain('later'));
  stop.abort();
  await expect(watch).rejects.toMatchObject({ name: 'AbortError' });
  await inSync();
});

test('library: the manager is killed: what is under way waits, and is done once', async () => {
  const volume = await open();
  await volume.writeFile('/log', '');
  const manager = await managerNode();
  const lines = Array.from({ length: 200 }, (_, line) => `${line}\n`);
  const appends = (async () => {
    for (const line of lines) await volume.appendFile('/log', line);
  })();
  await eventually(async () => expect((await volume.stat('/log')).size).toBeGreaterThan(20));
  await nodes.kill(manager);
  await appends;
  expect(await volume.readFile('/log', 'utf8')).toBe(lines.join(''));
  nodes.start(manager);
});
