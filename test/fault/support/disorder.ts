/** Whether some one order explains what all mounts were told. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { violationsOf } from '../../support/linearizability/checker.js';
import { known, UNKNOWN, type Operation, type Outcome } from '../../support/linearizability/history.js';
import { logModel, type LogInput, type LogOutput } from '../../support/linearizability/log-model.js';
import {
  NAME,
  REGISTER,
  type NameInput,
  type NameOutput,
  type RegisterInput,
} from '../../support/linearizability/models.js';
import type { Operation as Recorded } from './history.js';

/** @param lines of the log, as `mount` shows it now. @returns a text for each register, name and log that is wrong. */
export async function disorderIn(
  history: readonly Recorded[],
  mount: string,
  lines: readonly string[],
): Promise<string[]> {
  return [
    ...violationsOf(REGISTER, [...registerHistory(history), ...(await finalReads(history, mount))]),
    ...violationsOf(NAME, nameHistory(history)),
    ...violationsOf(logModel(), [...logHistory(history), ...wholeRead(history, lines)]),
  ];
}

/** An error may have come before the effect or after it. */
function operationOf<Input, Output>(
  { key, process, begunNs, endedNs, errno }: Recorded,
  input: Input,
  output: Output,
  object = key,
): Operation<Input, Output> {
  const outcome: Outcome<Output> = errno === 0 ? known(output) : UNKNOWN;
  return { process, object, input, outcome, calledAt: begunNs, returnedAt: endedNs };
}

function registerHistory(history: readonly Recorded[]): Operation<RegisterInput, number>[] {
  const touching = history.filter(({ kind }) => kind === 'read' || kind === 'register');
  return touching.map((recorded) => {
    const value = Number(recorded.value);
    const input: RegisterInput = recorded.kind === 'read' ? { kind: 'read' } : { kind: 'write', value };
    return operationOf(recorded, input, value);
  });
}

const NAME_INPUTS: Partial<Record<Recorded['kind'], NameInput>> = {
  'create name': { kind: 'create' },
  'unlink name': { kind: 'unlink' },
  'lookup name': { kind: 'lookup' },
};

function nameHistory(history: readonly Recorded[]): Operation<NameInput, NameOutput>[] {
  return history.flatMap((recorded) => {
    const input = NAME_INPUTS[recorded.kind];
    return input === undefined ? [] : [operationOf(recorded, input, recorded.value as NameOutput)];
  });
}

function logHistory(history: readonly Recorded[]): Operation<LogInput, LogOutput>[] {
  const appends = history.filter(({ kind }) => kind === 'append');
  return appends.map((recorded) => {
    const record = `${recorded.key}-${String(recorded.value).padStart(8, '0')}`;
    return operationOf<LogInput, LogOutput>(recorded, { kind: 'append', record }, 'ok', 'log');
  });
}

/** Once all work has ended. */
function atTheEnd<Input, Output>(
  history: readonly Recorded[],
  what: { readonly object: string; readonly input: Input; readonly output: Output },
): Operation<Input, Output> {
  const endNs = history.reduce((last, { endedNs }) => Math.max(last, endedNs), 0);
  const { object, input, output } = what;
  const times = { calledAt: endNs + 1, returnedAt: endNs + 2 };
  return { process: 'judge', object, input, outcome: known(output), ...times };
}

const wholeRead = (
  history: readonly Recorded[],
  lines: readonly string[],
): Operation<LogInput, LogOutput>[] => [
  atTheEnd(history, { object: 'log', input: { kind: 'read', fromPlace: 0 }, output: lines }),
];

async function finalReads(
  history: readonly Recorded[],
  mount: string,
): Promise<Operation<RegisterInput, number>[]> {
  const keys = new Set(history.filter(({ kind }) => kind === 'register').map(({ key }) => key));
  const reads = [...keys].map(async (object) => {
    const output = await valueOf(object, join(mount, `register-${object}`));
    return atTheEnd(history, { object, input: { kind: 'read' } as const, output });
  });
  return Promise.all(reads);
}

/** As worker.py keeps it: in the file's content, or in its size. */
async function valueOf(object: string, path: string): Promise<number> {
  if (object.startsWith('sized-')) return (await stat(path)).size;
  return Number(await readFile(path, 'utf8').catch(() => ''));
}
