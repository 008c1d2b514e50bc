import fc from 'fast-check';
import { test } from 'vitest';
import { operationToWire } from '../../src/rpc/operation-codec.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { violations } from '../support/volume-checks.js';
import { operation } from '../support/wire-arbitraries.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { fuzz, fuzzSeed } from './support/fuzz.js';
import { HostileClient } from './support/hostile-client.js';
import { LoneManager } from './support/lone-manager.js';

const SAMPLES = 2_000;
/** Small, so that operations meet each other's files. */
const INOS = 24;
const NAMES = ['a', 'b', 'c', 'd', 'e', '.', '..', 'f/g', '', 'n'.repeat(255)];
const INPUTS_PER_VOLUME = 2_000;
/** Among what it says is also that it leaves. */
const INPUTS_PER_SESSION = 100;
const INO_FIELDS: ReadonlySet<string> = new Set(['ino', 'parent', 'newParent', 'target']);
const NAME_FIELDS: ReadonlySet<string> = new Set(['name', 'newName']);
/** Half of them make directories or files: there is something to be wrong about. */
const MAKES: readonly hafs.v1.IFileRequest[] = [4, 8].flatMap((type) =>
  NAMES.map((name) => ({ make: { parent: 1, name: Buffer.from(name), type, mode: 0o755 } })),
);
const samples = fc.sample(operation, { numRuns: SAMPLES, seed: fuzzSeed }).map(operationToWire);

/** The same operation, on one of few inodes and names. */
function drawn(dice: Dice): hafs.v1.IFileRequest {
  const [[kind, body] = ['statfs', {}]] = Object.entries(dice.pick(dice.isOneIn(3) ? MAKES : samples));
  const fields = Object.entries(body as object).map(([name, value]: [string, unknown]) => {
    if (INO_FIELDS.has(name) && typeof value === 'number') return [name, 1 + dice.below(INOS)];
    if (NAME_FIELDS.has(name) && dice.isOneIn(2)) return [name, Buffer.from(dice.pick(NAMES))];
    return [name, value];
  });
  return { [kind]: Object.fromEntries(fields) as object };
}

function requestFrom(dice: Dice, sequence: number): hafs.v1.FileRequest | undefined {
  const request = { ...drawn(dice), slot: dice.below(4), sequence };
  const bytes = wire.FileRequest.encode(request).finish();
  try {
    return wire.FileRequest.decode(dice.isOneIn(2) ? bytes : damaged(bytes, dice, bytes));
  } catch {
    return undefined; // gRPC ends such a stream.
  }
}

const newSession = (): hafs.v1.FileRequest =>
  new wire.FileRequest({ open: { volume: 'www', client: 'fuzz', caches: false } });

interface Bench {
  readonly volume: LoneManager;
  client: HostileClient;
}

async function newBench(): Promise<Bench> {
  const volume = await LoneManager.start();
  const client = new HostileClient(volume.serving);
  return { volume, client };
}

async function checked({ volume }: Bench): Promise<void> {
  await volume.stop();
  if (volume.failure !== undefined) throw new Error('the brick broke', { cause: volume.failure });
  const wrong = violations(volume.records());
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

test('fuzz: what a client says on its stream: each is answered, and the volume stays whole', async () => {
  let bench = await newBench();
  let sequence = 0;
  const feed = async (dice: Dice): Promise<void> => {
    if (sequence % INPUTS_PER_SESSION === 0 || bench.client.isEnded) {
      bench.client = new HostileClient(bench.volume.serving);
      await bench.client.ask(newSession());
    }
    const request = requestFrom(dice, ++sequence);
    if (request !== undefined) await bench.client.ask(request);
    if (sequence % INPUTS_PER_VOLUME !== 0) return;
    await checked(bench);
    bench = await newBench();
  };
  await fuzz({ name: 'a client of a real volume manager', share: 0.2, feed });
  await checked(bench);
});
