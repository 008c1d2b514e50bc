import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FairTurns } from '../../brick/clients/fair-turns.js';
import { FileSession } from '../../brick/file-session.js';
import { Channel } from '../../src/rpc/channel.js';
import { RpcServer } from '../../src/rpc/server.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import type { hafs } from '../../src/rpc/wire.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { LoneManager } from '../fuzz/support/lone-manager.js';
import { eventually } from '../support/eventually.js';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(ROOT, 'node_modules/.cache/hafs-flood-test');
const FLOOD = join(BUILT, 'test/support/flood-process.js');
const WORKERS = 4;
const MEASURED_MS = 2_500;
const FLOODED_MS_MAX = 20_000;
/** Of what it does alone; without turns it kept 0.02 to 0.2 of that. */
const KEPT_MIN = 0.25;

beforeAll(async () => {
  const args = ['tsc', '-p', 'test/support/tsconfig.flood.json'];
  const { status, stdout } = spawnSync('npx', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the flood does not compile: ${stdout}`);
  // The compiler leaves JavaScript where it is.
  await cp(join(ROOT, 'src/rpc/generated'), join(BUILT, 'src/rpc/generated'), { recursive: true });
});

/** The first stream is one client's, all others are another's. */
function served(rpc: RpcServer, lone: LoneManager): { streamCount: number } {
  const clock = new SystemClock();
  const turns = new FairTurns(clock);
  const seen = { streamCount: 0 };
  rpc.stream(FILE_METHODS.Session, (call) => {
    const owner = seen.streamCount++ === 0 ? 'honest' : 'flood';
    new FileSession(call, () => lone.serving, {
      accessTo: () => ({ owner, isReadOnly: false, squash: 'none' }),
      addressOf: () => undefined,
      isReadOnly: () => false,
      ...{ turns, clock, log: silentLogger },
    }).start();
  });
  return seen;
}

type Ask = (request: hafs.v1.IFileRequest) => Promise<void>;

function asking(channel: Channel): Ask {
  const stream = channel.stream(FILE_METHODS.Session);
  const waiting = new Map<number, () => void>();
  let lastId = 0;
  stream.on('error', () => undefined);
  stream.on('data', ({ id }: hafs.v1.FileResponse) => {
    waiting.get(id)?.();
    waiting.delete(id);
  });
  return (request) =>
    new Promise((resolve) => {
      waiting.set(++lastId, resolve);
      stream.write({ ...request, id: lastId });
    });
}

let sequence = 0;

/** Changes and queries in turn, several at a time. @returns how many a second. */
async function pace(ask: Ask): Promise<number> {
  const beganAtMs = performance.now();
  let count = 0;
  const work = async (_: unknown, slot: number): Promise<void> => {
    while (performance.now() - beganAtMs < MEASURED_MS) {
      await ask({ getattr: { ino: 1 } });
      await ask({ slot, sequence: ++sequence, setattr: { ino: 1, mode: 0o755 } });
      count += 2;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return (count * 1_000) / (performance.now() - beganAtMs);
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('flood: one client asks without end on 16 streams: another goes on', async () => {
  const lone = await LoneManager.start();
  const rpc = new RpcServer(silentLogger);
  const seen = served(rpc, lone);
  const address = `127.0.0.1:${await rpc.listen('127.0.0.1:0')}`;
  const channel = new Channel(address);
  const ask = asking(channel);
  await ask({ open: { volume: 'www', client: 'honest' } });
  await pace(ask); // Warms up.
  const alone = await pace(ask);
  const flood = spawn(process.execPath, [FLOOD, address, 'www'], { stdio: 'ignore' });
  await eventually(() => expect(seen.streamCount).toBeGreaterThan(10), FLOODED_MS_MAX);
  await pace(ask); // The flood comes up.
  const beside = await pace(ask);
  console.log(`alone ${alone.toFixed(0)}/s, beside a flood ${beside.toFixed(0)}/s`);
  expect(flood.exitCode).toBeNull();
  await ended(flood);
  channel.close();
  rpc.close();
  await lone.stop();
  expect(beside / alone).toBeGreaterThan(KEPT_MIN);
});
