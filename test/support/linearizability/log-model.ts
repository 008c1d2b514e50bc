import type { Model } from './checker.js';
import { isKnown, known, type Operation } from './history.js';
import { countBy, fits } from './models.js';

export type LogInput =
  | { readonly kind: 'append'; readonly record: string }
  /** Everything from this record on. */
  | { readonly kind: 'read'; readonly fromPlace: number };
/** Of an append: at which place the record stands, or just 'ok'. */
export type LogOutput = number | 'ok' | readonly string[];

type LogOperation = Operation<LogInput, LogOutput>;

/** A sequence as its last record and the sequence before it; the same sequence is always the same object. */
interface Sequence {
  readonly id: number;
  readonly length: number;
  readonly last: string;
  readonly before: Sequence | undefined;
  readonly grown: Map<string, Sequence>;
}

/** Records that were appended, in order. Records are taken to be unique. */
export function logModel(): Model<Sequence, LogInput, LogOutput> {
  let sequenceCount = 0;
  const sequence = (last: string, before: Sequence | undefined): Sequence => ({
    id: sequenceCount++,
    length: before === undefined ? 0 : before.length + 1,
    last,
    before,
    grown: new Map(),
  });
  const append = (before: Sequence, record: string): Sequence => {
    const grown = before.grown.get(record) ?? sequence(record, before);
    before.grown.set(record, grown);
    return grown;
  };
  return {
    initial: sequence('', undefined),
    next(state, input, outcome) {
      if (input.kind === 'append') {
        return fits(outcome, 'ok', state.length) ? append(state, input.record) : undefined;
      }
      if (outcome.kind === 'unknown') return state;
      return isTail(state, input.fromPlace, outcome.output) ? state : undefined;
    },
    keyOf: ({ id }) => String(id),
    prepare: settleAppends,
  };
}

function isTail(state: Sequence, fromPlace: number, records: LogOutput): boolean {
  if (!Array.isArray(records)) return false;
  if (records.length !== Math.max(0, state.length - fromPlace)) return false;
  let at: Sequence | undefined = state;
  return records.toReversed().every((record) => {
    const isSame = at?.last === record;
    at = at?.before;
    return isSame;
  });
}

interface Sighting {
  readonly place: number;
  readonly seenAt: number;
}

/**
 * Where a read showed a record, it was appended. One that took effect unknown to its client did so before that
 * read ended; one that the last look at the whole log does not show may be forgotten.
 */
function settleAppends(operations: readonly LogOperation[]): LogOperation[] {
  const sightings = sightingsIn(operations);
  const appends = countBy(operations, ({ input }) => (input.kind === 'append' ? input.record : undefined));
  const isOver = endsWithWholeRead(operations);
  return operations.flatMap((operation) => {
    const { input, outcome, returnedAt } = operation;
    if (input.kind === 'read' || appends.get(input.record) !== 1) return [operation];
    const sighting = sightings.get(input.record);
    if (sighting === undefined) return isOver && !isKnown(operation) ? [] : [operation];
    if (typeof (outcome.kind === 'known' && outcome.output) === 'number') return [operation];
    const endedAt = isKnown(operation) ? returnedAt : sighting.seenAt;
    return [{ ...operation, outcome: known(sighting.place), returnedAt: endedAt }];
  });
}

function sightingsIn(operations: readonly LogOperation[]): Map<string, Sighting> {
  const sightings = new Map<string, Sighting>();
  for (const { input, outcome, returnedAt } of operations) {
    if (input.kind === 'append' || outcome.kind === 'unknown' || !Array.isArray(outcome.output)) continue;
    for (const [offset, record] of (outcome.output as readonly string[]).entries()) {
      const seenAt = Math.min(returnedAt, sightings.get(record)?.seenAt ?? Infinity);
      sightings.set(record, { place: input.fromPlace + offset, seenAt });
    }
  }
  return sightings;
}

/** Whether some read of the whole log began after every append and every read of a part had ended. */
function endsWithWholeRead(operations: readonly LogOperation[]): boolean {
  const [whole, others] = [operations.filter(isWholeRead), operations.filter((one) => !isWholeRead(one))];
  const lastAt = others
    .filter(isKnown)
    .reduce((last, { returnedAt }) => Math.max(last, returnedAt), -Infinity);
  return whole.some(({ calledAt }) => calledAt > lastAt);
}

const isWholeRead = (operation: LogOperation): boolean =>
  isKnown(operation) && operation.input.kind === 'read' && operation.input.fromPlace === 0;
