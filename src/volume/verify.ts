import { defined } from '../core/assert.js';
import type { BrickId } from '../core/ids.js';
import { quorumSize } from '../replication/entry.js';
import type { Clock } from '../runtime/clock.js';
import type { BrickChecksum } from './replica/checkpoints.js';
import type { ReplicatedGroup } from './replicated-group.js';

const POLL_INTERVAL_MS = 100;
/** A brick that has not said a word for longer is not waited for. */
const SILENCE_MS_MAX = 10_000;

export interface VerifyResult {
  /** Every brick was compared, and all are the same. */
  readonly identical: boolean;
  /** The place in the order at which they were compared. */
  readonly index: number;
  readonly bricks: readonly (BrickChecksum & { readonly brick: BrickId })[];
}

/** Compares the checksums of all bricks at one index, while the volume goes on working. */
export async function verify(group: ReplicatedGroup, clock: Clock): Promise<VerifyResult> {
  await group.ready();
  await group.room();
  const index = await group.propose({ checkpoint: true });
  const { members } = group.replica.view();
  const bricks = await Promise.all(
    members.map(async (brick) => ({ brick, ...(await checksumOf(group, clock, brick, index)) })),
  );
  const first = defined(bricks[0]);
  const identical = bricks.every((other) => other.checksum !== '' && other.checksum === first.checksum);
  return { identical, index, bricks };
}

/** @returns those that hold something else than a majority of all; none where no majority agrees. */
export function oddOnes({ bricks }: VerifyResult): BrickId[] {
  const known = bricks.filter(({ checksum }) => checksum !== '');
  const countOf = (checksum: string): number => known.filter((one) => one.checksum === checksum).length;
  const agreed = known.find(({ checksum }) => countOf(checksum) >= quorumSize(bricks.length));
  if (agreed === undefined) return [];
  return known.filter(({ checksum }) => checksum !== agreed.checksum).map(({ brick }) => brick);
}

async function checksumOf(
  group: ReplicatedGroup,
  clock: Clock,
  brick: BrickId,
  index: number,
): Promise<BrickChecksum> {
  const isOwn = !group.replica.view().peers.has(brick);
  if (isOwn) return pollUntilKnown(clock, () => group.replica.checkpoints.at(index));
  if (group.replica.view().peers.get(brick)?.inSync !== true) return problem('it is not in sync');
  let latest: BrickChecksum | undefined;
  const stop = group.replica.checkpoints.onReply((from, reply) => {
    if (from === brick && reply.index === index) latest = reply;
  });
  try {
    return await pollUntilKnown(clock, () => {
      group.replica.checkpoints.request(brick, group.replica.view().term, index);
      const answer = latest;
      latest = undefined;
      return answer;
    });
  } finally {
    stop();
  }
}

/** Asks again and again until the checksum, or why there is none, is known. */
async function pollUntilKnown(clock: Clock, ask: () => BrickChecksum | undefined): Promise<BrickChecksum> {
  let heardAtMs = clock.monotonicMs();
  while (clock.monotonicMs() - heardAtMs < SILENCE_MS_MAX) {
    const answer = ask();
    if (answer !== undefined) heardAtMs = clock.monotonicMs();
    if (answer !== undefined && (answer.checksum !== '' || answer.problem !== '')) return answer;
    await clock.sleep(POLL_INTERVAL_MS);
  }
  return problem('it does not answer');
}

const problem = (why: string): BrickChecksum => ({ entries: 0, checksum: '', problem: why });
