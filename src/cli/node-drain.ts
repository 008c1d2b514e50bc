import { InvalidArgumentError, type Command } from 'commander';
import type { UpkeepClient } from '../client/upkeep.js';
import type { DrainReport } from '../client/upkeep-records.js';
import { RefusedError } from '../core/errors.js';
import { action, withUpkeep, type Call } from './call.js';
import type { CliContext } from './context.js';
import { show } from './output.js';
import { ProgressLines } from './progress-lines.js';

const POLL_INTERVAL_MS = 500;
const DRAIN_TRIES_MAX = 4;
const TIMEOUT_SECONDS_DEFAULT = 600;
const PATIENCE_ADVICE = 'see "hafs heal-status", and try again with a longer --timeout';

interface Options {
  readonly undo?: true;
  readonly timeout: number;
}

export function addNodeCommands(program: Command, context: CliContext): void {
  program
    .command('node')
    .description('one node of the pool')
    .command('drain')
    .description('hand over what a node manages, and wait until it can be stopped without harm')
    .argument('<node>', "the node's name or HOST[:PORT]")
    .option('--undo', 'the node is not to be stopped after all')
    .option(
      '--timeout <seconds>',
      'give up, and change nothing, after this time',
      seconds,
      TIMEOUT_SECONDS_DEFAULT,
    )
    .action(action(context, drain));
}

export function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0) throw new InvalidArgumentError('seconds, more than 0.');
  return value;
}

async function drain(call: Call<Options>, node: string): Promise<void> {
  await withUpkeep(call, async (upkeep) => {
    if (call.options.undo === true) {
      await upkeep.undoDrain(node);
      show(call, { node, drained: false }, () => `node drain: ${node}: success: no longer drained`);
      return;
    }
    const progress = new ProgressLines(call);
    await drainAndWait(call, upkeep, node, progress).finally(() => progress.end());
    show(call, { node, drained: true, safeToStop: true }, () => `node drain: ${node}: safe to stop`);
  });
}

/** @throws {RefusedError} with what stands against it; the node is not drained then. */
async function drainAndWait(
  call: Call<Options>,
  upkeep: UpkeepClient,
  node: string,
  progress: ProgressLines,
): Promise<void> {
  const giveUpAtMs = call.context.clock.monotonicMs() + call.options.timeout * 1_000;
  const wait = (untilDrained: boolean) =>
    waitUntilReady(call, upkeep, { node, giveUpAtMs, untilDrained, progress });
  for (let tries = 1; ; tries++) {
    await wait(false);
    const refusal = await refusalOf(upkeep.drain(node));
    if (refusal === undefined) break;
    // A brick may have left the in-sync set for a moment since it was looked at.
    if (tries === DRAIN_TRIES_MAX) throw refusal;
    await call.context.clock.sleep(POLL_INTERVAL_MS);
  }
  try {
    await wait(true);
  } catch (error) {
    await upkeep.undoDrain(node);
    throw error;
  }
}

async function refusalOf(change: Promise<void>): Promise<RefusedError | undefined> {
  try {
    await change;
    return undefined;
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

interface Wait {
  readonly node: string;
  readonly giveUpAtMs: number;
  /** Until it manages nothing any more; else only until the others have everything. */
  readonly untilDrained: boolean;
  readonly progress: ProgressLines;
}

async function waitUntilReady(call: Call<Options>, upkeep: UpkeepClient, wait: Wait): Promise<void> {
  const { clock } = call.context;
  for (;;) {
    const report = await upkeep.drainStatus(wait.node);
    const obstacle = obstacleOf(report, wait.untilDrained);
    if (report.refusal !== undefined) throw new RefusedError(report.refusal);
    if (obstacle === undefined) return;
    if (clock.monotonicMs() > wait.giveUpAtMs)
      throw new RefusedError(`not in time: ${obstacle}; nothing was changed; ${PATIENCE_ADVICE}`);
    wait.progress.say(`node drain: ${wait.node}: waiting: ${obstacle}`);
    await clock.sleep(POLL_INTERVAL_MS);
  }
}

function obstacleOf(
  { unsynced, managed, isDrained }: DrainReport,
  untilDrained: boolean,
): string | undefined {
  if (unsynced.length > 0) return `not in sync: ${unsynced.join(', ')}`;
  if (!untilDrained) return undefined;
  if (managed.length > 0) return `still manages ${managed.join(', ')}`;
  return isDrained ? undefined : 'the node does not say that it is drained';
}
