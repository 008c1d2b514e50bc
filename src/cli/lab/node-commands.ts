/** `lab kill`, `pause`, `resume`, `start`: faults to order. */
import { resolve } from 'node:path';
import { RefusedError } from '../../core/errors.js';
import type { Call } from '../call.js';
import { show } from '../output.js';
import { UsageError } from '../usage-error.js';
import { showStatus, type WatchOptions } from '../watch.js';
import { requireLab, type Lab, type LabNode } from './layout.js';
import { checkPortsFree, killNode, startNode, waitForAnswer } from './node-process.js';
import { findProcess, signalProcess, type ProcessState } from './process-record.js';
import { labDocument, labText, viewOf } from './report.js';

export interface LabOptions {
  readonly dir: string;
}

export const status = (call: Call<LabOptions & WatchOptions>): Promise<void> =>
  showStatus(call, {
    ask: async () => viewOf(await labOfCall(call)),
    document: labDocument,
    text: labText,
  });

export async function kill(call: Call<LabOptions>, number: string): Promise<void> {
  const node = await nodeInState(call, number, ['running', 'paused']);
  await killNode(node, call.context.clock);
  tell(call, node, 'killed');
}

export async function pause(call: Call<LabOptions>, number: string): Promise<void> {
  const node = await nodeInState(call, number, ['running', 'paused']);
  await signalProcess(node.pidFile, 'SIGSTOP');
  tell(call, node, 'paused');
}

export async function resume(call: Call<LabOptions>, number: string): Promise<void> {
  const node = await nodeInState(call, number, ['running', 'paused']);
  await signalProcess(node.pidFile, 'SIGCONT');
  tell(call, node, 'running');
}

export async function start(call: Call<LabOptions>, number: string): Promise<void> {
  const node = await nodeInState(call, number, ['running', 'paused', 'stopped']);
  if ((await findProcess(node.pidFile)).state === 'stopped') {
    await checkPortsFree([node]);
    await startNode(node, call.context);
  }
  await signalProcess(node.pidFile, 'SIGCONT');
  await waitForAnswer(node, await labOfCall(call), call.context.clock);
  tell(call, node, 'running');
}

const labOfCall = (call: Call<LabOptions>): Promise<Lab> => requireLab(resolve(call.options.dir));

/** @throws {UsageError} no such node. @throws {RefusedError} it is in no state for this. */
async function nodeInState(
  call: Call<LabOptions>,
  number: string,
  states: readonly ProcessState[],
): Promise<LabNode> {
  const lab = await labOfCall(call);
  const node = lab.nodes.find(
    (candidate) => number === String(candidate.number) || number === candidate.name,
  );
  if (node === undefined) throw new UsageError(`the lab has nodes 1 to ${lab.nodes.length}, not "${number}"`);
  const { state } = await findProcess(node.pidFile);
  if (states.includes(state)) return node;
  throw new RefusedError(`${node.name} is ${state}; "hafs lab start ${node.number}" starts it`);
}

function tell(call: Call, node: LabNode, state: string): void {
  show(
    call,
    { node: node.name, address: node.address, state },
    () => `${node.name} (${node.address}): ${state}`,
  );
}
