/** What a file system's objects do when only one client uses them. */
import type { Model } from './checker.js';
import { isKnown, known, type Operation, type Outcome } from './history.js';

/** Whether a client may have been told this. */
export const fits = <Output>(outcome: Outcome<Output>, ...possible: readonly Output[]): boolean =>
  outcome.kind === 'unknown' || possible.includes(outcome.output);

export type RegisterInput = { readonly kind: 'read' } | { readonly kind: 'write'; readonly value: number };
/** Of a write: what was written. */
export type RegisterOutput = number;

/** Holds the last value written; 0 at first. */
export const REGISTER: Model<number, RegisterInput, RegisterOutput> = {
  initial: 0,
  next(state, input, outcome) {
    if (input.kind === 'write') return input.value;
    return fits(outcome, state) ? state : undefined;
  },
  keyOf: String,
  prepare: settleWrites,
};

type RegisterOperation = Operation<RegisterInput, RegisterOutput>;

/** A write of unknown outcome took effect before the first read of its value ended, or nobody saw it and it may be forgotten. */
function settleWrites(operations: readonly RegisterOperation[]): RegisterOperation[] {
  const writes = countBy(operations, ({ input }) => (input.kind === 'write' ? input.value : undefined));
  const readAt = new Map<number, number>();
  for (const { input, outcome, returnedAt } of operations) {
    if (input.kind !== 'read' || outcome.kind === 'unknown') continue;
    readAt.set(outcome.output, Math.min(returnedAt, readAt.get(outcome.output) ?? Infinity));
  }
  return operations.flatMap((operation) => {
    const { input } = operation;
    if (isKnown(operation)) return [operation];
    if (input.kind === 'read') return [];
    const seenAt = readAt.get(input.value);
    if (seenAt === undefined) return [];
    if (writes.get(input.value) !== 1 || input.value === REGISTER.initial) return [operation];
    return [{ ...operation, outcome: known(input.value), returnedAt: seenAt }];
  });
}

export function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

export interface NameInput {
  /** create with O_EXCL */
  readonly kind: 'create' | 'unlink' | 'lookup';
}
/** The inode of create and lookup; 'ok' of unlink; or the refusal. */
export type NameOutput = number | 'ok' | 'EEXIST' | 'ENOENT';

/** An inode that nobody was told of yet. */
const SOME_INODE = -1;

/** One name that several fight for. */
export const NAME: Model<number | 'absent', NameInput, NameOutput> = {
  initial: 'absent',
  next(state, { kind }, outcome) {
    if (state === 'absent') {
      if (kind !== 'create') return fits(outcome, 'ENOENT') ? state : undefined;
      return outcome.kind === 'unknown' ? SOME_INODE : inodeIn(outcome.output);
    }
    if (kind === 'unlink') return fits(outcome, 'ok') ? 'absent' : undefined;
    if (kind === 'create') return fits(outcome, 'EEXIST') ? state : undefined;
    if (outcome.kind === 'unknown') return state;
    return state === SOME_INODE || state === outcome.output ? inodeIn(outcome.output) : undefined;
  },
  keyOf: String,
};

const inodeIn = (output: NameOutput): number | undefined => (typeof output === 'number' ? output : undefined);
