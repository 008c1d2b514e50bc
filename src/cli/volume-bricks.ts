import type { Command } from 'commander';
import type { BrickPlace } from '../client/admin.js';
import type { BrickHealth, BrickRecord, VolumeRecord } from '../client/admin-records.js';
import type { UpkeepClient } from '../client/upkeep.js';
import { RefusedError } from '../core/errors.js';
import { parseBrickSpec } from './brick-spec.js';
import { action, withUpkeep, type Call } from './call.js';
import type { CliContext } from './context.js';
import { show } from './output.js';
import { ProgressLines } from './progress-lines.js';
import { bytesText, durationText } from './units.js';
import { UsageError } from './usage-error.js';

const POLL_INTERVAL_MS = 500;
/** In so much time every node of a pool that works has heard of a change. */
const NEWS_TIMEOUT_MS = 10_000;
const REPLACE_FORM = 'volume replace-brick VOL OLD NEW [commit force | abort]';
const RESET_FORM = 'volume reset-brick VOL BRICK start|commit';

export function addVolumeBrickCommands(volume: Command, context: CliContext): void {
  volume
    .command('replace-brick')
    .description('put an empty brick in the place of another, dead or alive, while the volume goes on')
    .argument('<volume>')
    .argument('<old>', 'HOST[:PORT]:DIR')
    .argument('<new>', 'HOST[:PORT]:DIR, empty or not there yet')
    .argument('[words...]', '"commit force", as GlusterFS wants it; or "abort": everything stays as it was')
    .action(action(context, replaceBrick));
  volume
    .command('reset-brick')
    .description(
      'close a brick, so that its disk can be emptied or changed (start), and open it again (commit)',
    )
    .argument('<volume>')
    .argument('<brick>', 'HOST[:PORT]:DIR')
    .argument('<words...>', 'start, or commit')
    .action(action(context, resetBrick));
}

async function replaceBrick(
  call: Call,
  name: string,
  old: string,
  replacement: string,
  words: string[],
): Promise<void> {
  const [from, to] = [parseBrickSpec(old), parseBrickSpec(replacement)];
  const what = words.join(' ');
  if (what !== '' && what !== 'commit force' && what !== 'abort')
    throw new UsageError(`write: ${REPLACE_FORM}`);
  await withUpkeep(call, async (upkeep) => {
    if (what === 'abort') await upkeep.abortReplacement(name);
    else await upkeep.replaceBrick(name, from, to);
    const outcome = { name, from, to, isAbort: what === 'abort' };
    await replacementEnd(call, upkeep, outcome);
    await tellOutcome(call, upkeep, outcome);
  });
}

/** The node that is asked may hear of the command after its reply. */
async function replacementEnd(call: Call, upkeep: UpkeepClient, outcome: Outcome): Promise<void> {
  const { name } = outcome;
  const giveUpAtMs = call.context.clock.monotonicMs() + NEWS_TIMEOUT_MS;
  let isKnown = false;
  await waitWithProgress(call, async () => {
    const volume = (await upkeep.listVolumes(name)).find((one) => one.name === name);
    isKnown ||= volume?.replacement?.isAborted === outcome.isAbort;
    const isMissed = call.context.clock.monotonicMs() > giveUpAtMs;
    const isOver = isKnown || isMissed || (volume !== undefined && isReached(volume, outcome));
    if (volume?.replacement === undefined && isOver) return undefined;
    const healths = await upkeep.healStatus(name);
    const brick = healths.flatMap(({ bricks }) => bricks).find(({ replaces }) => replaces !== undefined);
    return `volume replace-brick: ${name}: ${brick === undefined ? 'waiting' : progressText(brick)}`;
  });
}

function isReached({ bricks }: VolumeRecord, { from, to, isAbort }: Outcome): boolean {
  const [kept, gone] = isAbort ? [from, to] : [to, from];
  return bricks.some((brick) => isAt(brick, kept)) && !bricks.some((brick) => isAt(brick, gone));
}

interface Outcome {
  readonly name: string;
  readonly from: BrickPlace;
  readonly to: BrickPlace;
  readonly isAbort: boolean;
}

/** Somebody else may have decided otherwise meanwhile. */
async function tellOutcome(call: Call, upkeep: UpkeepClient, outcome: Outcome): Promise<void> {
  const { name, from, to, isAbort } = outcome;
  const volumes = await upkeep.listVolumes(name);
  const document = { volume: name, old: placeText(from), new: placeText(to), replaced: !isAbort };
  if (!volumes.some((volume) => isReached(volume, outcome)))
    throw new RefusedError(isAbort ? tooLateText(outcome) : takenBackText(outcome));
  const done = `${placeText(to)} is in the place of ${placeText(from)}, which may be removed`;
  const text = isAbort ? `${placeText(from)} stays` : done;
  show(call, document, () => `volume replace-brick: ${name}: success: ${text}`);
}

const tooLateText = ({ name, from, to }: Outcome): string =>
  `it was too late, the new brick is in its place; to go back: hafs volume replace-brick ${name} ${placeText(to)} ${placeText(from)}`;

const takenBackText = ({ name }: Outcome): string =>
  `it was taken back ("hafs volume info ${name}" shows the bricks); if it is still wanted, run the command again`;

async function resetBrick(call: Call, name: string, spec: string, words: string[]): Promise<void> {
  const brick = parseBrickSpec(spec);
  // GlusterFS wants the brick named twice, and "force" for the same place.
  const what = words.filter((word) => word !== spec && word !== 'force').join(' ');
  if (what !== 'start' && what !== 'commit') throw new UsageError(`write: ${RESET_FORM}`);
  await withUpkeep(call, async (upkeep) => {
    await upkeep.setBrickState(name, brick, what === 'start' ? 'closed' : 'open');
    if (what === 'commit') await brickInSync(call, upkeep, name, brick);
  });
  const advice = what === 'start' ? `${placeText(brick)} is being closed` : `${placeText(brick)} is in sync`;
  const document = { volume: name, brick: placeText(brick), state: what === 'start' ? 'closed' : 'in-sync' };
  show(call, document, () => `volume reset-brick: ${name}: success: ${advice}`);
}

async function brickInSync(call: Call, upkeep: UpkeepClient, name: string, place: BrickPlace): Promise<void> {
  await waitWithProgress(call, async () => {
    const healths = await upkeep.healStatus(name);
    const brick = healths.flatMap(({ bricks }) => bricks).find((one) => one.brick === placeText(place));
    if (brick?.state === 'in-sync') return undefined;
    return `volume reset-brick: ${name}: ${brick === undefined ? 'waiting' : progressText(brick)}`;
  });
}

/** @param look says what is waited for; `undefined`: nothing any more. */
async function waitWithProgress(call: Call, look: () => Promise<string | undefined>): Promise<void> {
  const progress = new ProgressLines(call);
  try {
    for (let line = await look(); line !== undefined; line = await look()) {
      progress.say(line);
      await call.context.clock.sleep(POLL_INTERVAL_MS);
    }
  } finally {
    progress.end();
  }
}

function progressText(brick: BrickHealth): string {
  const { state, problem, healedBytes, pendingBytes, etaSeconds } = brick;
  const amount = `${bytesText(healedBytes)} healed, ${bytesText(pendingBytes)} pending`;
  const timeLeft = etaSeconds === undefined ? '' : `, ${durationText(etaSeconds)} left`;
  return `${brick.brick} ${state}${problem === undefined ? '' : ` (${problem})`}, ${amount}${timeLeft}`;
}

const placeText = ({ address, directory }: BrickPlace): string => `${address}:${directory}`;

const isAt = (brick: BrickRecord, place: BrickPlace): boolean => placeText(brick) === placeText(place);
