/** A process that owns a LevelKvStore, to be killed, locked out, watched or starved: `TASK DIRECTORY`. */
import { writeSync } from 'node:fs';
import { KIB, MIB } from '../../src/core/limits.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { SeededRandom } from '../sim/support/scheduler.js';
import { commitNumbered, commitsIn } from './kv-commits.js';

const STDOUT = 1;
/** Enough to fill LevelDB's write buffer, so that the next commit begins a new log. */
const FILLING_COMMITS = 65;
/** So that logs are rotated and tables written all the time. */
const SMALL_BUFFER = { writeBufferBytes: 256 * KIB };
const SYNCED_SHARE = 0.1;
const SIZES_BYTES = [0, 40, 700, 3_000, 20_000];

/** At once, whatever happens to the process next. */
const say = (line: string): void => void writeSync(STDOUT, `${line}\n`);

const key = (nth: number, part: string): Uint8Array =>
  Buffer.from(`k${String(nth).padStart(8, '0')}-${part}`);
const forever = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1_000));

/** Two keys a commit, each told once it is committed, until somebody ends this. */
async function commitOn(store: LevelKvStore): Promise<void> {
  for (let nth = 0; ; nth++) {
    const value = Buffer.from(`${nth}`.repeat(200));
    await store.commit([
      { key: key(nth, 'a'), value },
      { key: key(nth, 'b'), value },
    ]);
    say(`${nth}`);
  }
}

async function fill(store: LevelKvStore): Promise<void> {
  for (let nth = 0; nth < FILLING_COMMITS; nth++) {
    await store.commit([{ key: key(nth, 'a'), value: Buffer.alloc(MIB, nth) }]);
  }
}

/** The commit that is synced is the first in a new log; all before it stands in the old one. */
async function rotate(store: LevelKvStore): Promise<void> {
  await fill(store);
  say('filled');
  await store.commit([{ key: key(0, 'sync'), value: Buffer.of(1) }], { sync: true });
  say('synced');
}

/** Goes on until the disk lets it down, then tries everything once more. */
async function starve(store: LevelKvStore): Promise<void> {
  const disk = { isFed: true };
  for (let nth = 0; disk.isFed; nth++) {
    await store.commit([{ key: key(nth, 'a'), value: Buffer.alloc(100_000, nth) }]).then(
      () => say(`${nth}`),
      (error: unknown) => {
        disk.isFed = false;
        say(`commit: ${String(error)}`);
      },
    );
  }
  await store.get(key(0, 'a')).catch((error: unknown) => say(`get: ${String(error)}`));
  await store.commit([]).catch((error: unknown) => say(`commit: ${String(error)}`));
}

/** Goes on with numbered commits where the store left off, some of them synced, as the seed has it. */
async function commitNumberedOn(store: LevelKvStore, seed: number): Promise<void> {
  const random = new SeededRandom(seed);
  const begin = await commitsIn(store);
  say(`has ${begin}`);
  for (let nth = begin; ; nth++) {
    const sync = random.chance(SYNCED_SHARE);
    await commitNumbered(store, nth, { sizeBytes: random.pick(SIZES_BYTES), sync });
    say(sync ? `synced ${nth}` : `${nth}`);
  }
}

const [task = '', directory = ''] = process.argv.slice(2);
try {
  const store = await LevelKvStore.open(directory, task.startsWith('numbered') ? SMALL_BUFFER : {});
  say('open');
  if (task === 'commit') await commitOn(store);
  else if (task === 'rotate') await rotate(store);
  else if (task === 'starve') await starve(store);
  else if (task.startsWith('numbered')) await commitNumberedOn(store, Number(task.split('-')[1]));
  else await forever();
} catch (error) {
  say(String(error));
}
// Not closed: what is on disk is what a crash leaves there.
process.kill(process.pid, 'SIGKILL');
