/** A client that makes one file after the other, and fails as soon as one cannot be made. */
import { connectVolume } from '../../src/client/connect.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { makeFile } from '../sim/support/workloads/client-calls.js';

export interface Writing {
  /** @throws as the first that was not made. */
  stop(): Promise<Written>;
}

export interface Written {
  readonly count: number;
  /** How long the slowest of them took. */
  readonly longestMs: number;
  /** How long one in the middle took: the pace of this machine at this hour. */
  readonly medianMs: number;
}

export function writeFiles(servers: readonly string[], volume: string): Writing {
  let isOver = false;
  const outcome = makeUntil(servers, volume, () => isOver);
  // It is looked at when it is stopped.
  outcome.catch(() => undefined);
  return {
    stop: () => {
      isOver = true;
      return outcome;
    },
  };
}

async function makeUntil(servers: readonly string[], name: string, isOver: () => boolean): Promise<Written> {
  const clock = new SystemClock();
  const limits = { connectTimeoutMs: 5_000, operationTimeoutMs: 10_000 };
  const volume = await connectVolume(
    { servers, volume: name, clientName: 'writer', log: silentLogger, ...limits },
    { clock, random: new SystemRandom() },
  );
  const tookMs: number[] = [];
  while (!isOver()) {
    const beganAtMs = clock.monotonicMs();
    await volume.execute(makeFile(`file${tookMs.length}`));
    tookMs.push(clock.monotonicMs() - beganAtMs);
  }
  await volume.close();
  tookMs.sort((one, other) => one - other);
  return {
    count: tookMs.length,
    longestMs: tookMs.at(-1) ?? 0,
    medianMs: tookMs[Math.floor(tookMs.length / 2)] ?? 0,
  };
}
