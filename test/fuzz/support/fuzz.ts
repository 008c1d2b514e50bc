/**
 * Feeds a part of hafs with inputs drawn from a seed. `HAFS_SEED=n` draws the same ones again,
 * `HAFS_FUZZ_INPUTS=n` sets how many a decoder is fed; what is slower gets a share of that.
 */
import { MIB } from '../../../src/core/limits.js';
import { Dice } from './dice.js';

const INPUTS_DEFAULT = 20_000;
const INPUTS_MIN = 20;
/** An input that holds the process for longer has hung it. */
const INPUT_MS_MAX = 10_000;
const GROWTH_BYTES_MAX = 768 * MIB;
/** The test runner wants to be heard now and then. */
const INPUTS_PER_TURN = 2_000;

export interface FuzzTarget {
  readonly name: string;
  /** Of the inputs that a decoder is fed: 0 < share <= 1. */
  readonly share: number;
  /** Draws one input, feeds it, and throws if that has found something. */
  readonly feed: (dice: Dice) => void | Promise<void>;
}

const { HAFS_SEED, HAFS_FUZZ_INPUTS } = process.env;

export const fuzzSeed = Number(HAFS_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** @throws {Error} which names the seed and the input. */
export async function fuzz({ name, share, feed }: FuzzTarget): Promise<void> {
  const wanted = Number(HAFS_FUZZ_INPUTS ?? INPUTS_DEFAULT);
  const count = Math.max(INPUTS_MIN, Math.round(wanted * share));
  const beganAtMs = performance.now();
  const beganBytes = process.memoryUsage.rss();
  for (let place = 0; place < count; place++) {
    await feedOne(name, feed, place);
    if (place % INPUTS_PER_TURN !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    const grown = process.memoryUsage.rss() - beganBytes;
    if (grown > GROWTH_BYTES_MAX) throw new Error(`${name}: memory has grown by ${grown} bytes`);
  }
  const seconds = (performance.now() - beganAtMs) / 1_000;
  console.log(`fuzz ${name}: ${count} inputs of seed ${fuzzSeed} in ${seconds.toFixed(1)} s`);
}

async function feedOne(name: string, feed: FuzzTarget['feed'], place: number): Promise<void> {
  const beganAtMs = performance.now();
  try {
    const fed = feed(Dice.at(fuzzSeed, place));
    if (fed !== undefined) await fed;
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`${name}: input ${place} of HAFS_SEED=${fuzzSeed}: ${what}`, { cause: error });
  }
  const tookMs = performance.now() - beganAtMs;
  if (tookMs > INPUT_MS_MAX)
    throw new Error(`${name}: input ${place} of HAFS_SEED=${fuzzSeed} took ${tookMs} ms`);
}
