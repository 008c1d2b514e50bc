/** A client that makes one file after the other, and fails as soon as one cannot be made. */
import { connectVolume } from '../../src/client/connect.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { makeFile } from '../sim/support/workloads/client-calls.js';

export interface Writing {
  /** @returns how many files were made, and how long the slowest took. @throws as the first that was not made. */
  stop(): Promise<{ readonly count: number; readonly longestMs: number }>;
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

async function makeUntil(servers: readonly string[], name: string, isOver: () => boolean) {
  const clock = new SystemClock();
  const limits = { connectTimeoutMs: 5_000, operationTimeoutMs: 10_000 };
  const volume = await connectVolume(
    { servers, volume: name, clientName: 'writer', log: silentLogger, ...limits },
    { clock, random: new SystemRandom() },
  );
  let longestMs = 0;
  let count = 0;
  while (!isOver()) {
    const beganAtMs = clock.monotonicMs();
    await volume.execute(makeFile(`file${count++}`));
    longestMs = Math.max(longestMs, clock.monotonicMs() - beganAtMs);
  }
  await volume.close();
  return { longestMs, count };
}
