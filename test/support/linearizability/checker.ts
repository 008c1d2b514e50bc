/**
 * Is there one order of all operations, each somewhere between its call and its return, in which one object
 * would have answered so? The search of Wing and Gong, with Lowe's memory of where it has been.
 * Sources: J. Wing, C. Gong, "Testing and Verifying Concurrent Objects", 1993; G. Lowe, "Testing for Linearizability", 2017.
 */
import { CallList } from './call-list.js';
import { byObject, describeOperation, isKnown, type Operation, type Outcome } from './history.js';

/** What an object does, one operation after the other. */
export interface Model<State, Input, Output> {
  readonly initial: State;
  /** @returns the state afterwards; `undefined` if this outcome cannot be. An unknown outcome always can. */
  next(state: State, input: Input, outcome: Outcome<Output>): State | undefined;
  /** The same text exactly for the same state. */
  keyOf(state: State): string;
  /** Says what is certain anyhow of operations with unknown outcome: shortens the search, changes no verdict. */
  prepare?(operations: readonly Operation<Input, Output>[]): readonly Operation<Input, Output>[];
}

export type Verdict<Input, Output> =
  | { readonly kind: 'linearizable' }
  | {
      readonly kind: 'not linearizable';
      /** The longest order found, in that order. */
      readonly order: readonly Operation<Input, Output>[];
      /** What would have to come next, and none of it fits. */
      readonly misfits: readonly Operation<Input, Output>[];
    }
  /** Gave up. No proof of anything: tests count it as a failure. */
  | { readonly kind: 'too hard' };

const STATES_MAX = 300_000;
const SHOWN_OF_ORDER = 12;

/** Checks the operations on one object. */
export function check<State, Input, Output>(
  model: Model<State, Input, Output>,
  operations: readonly Operation<Input, Output>[],
  statesMax = STATES_MAX,
): Verdict<Input, Output> {
  const prepared = model.prepare?.(operations) ?? operations;
  return new Search(model, prepared, statesMax).run();
}

/** Checks every object apart. @returns one text for each whose history cannot be shown to be right. */
export function violationsOf<State, Input, Output>(
  model: Model<State, Input, Output>,
  operations: readonly Operation<Input, Output>[],
): string[] {
  const texts = [...byObject(operations)].map(
    ([object, own]) => [object, describe(check(model, own))] as const,
  );
  return texts.filter(([, text]) => text !== undefined).map(([object, text]) => `${object}: ${text}`);
}

function describe(verdict: Verdict<unknown, unknown>): string | undefined {
  if (verdict.kind === 'linearizable') return undefined;
  if (verdict.kind === 'too hard') return 'too hard to check';
  const { order, misfits } = verdict;
  const lines = order.slice(-SHOWN_OF_ORDER).map(describeOperation);
  const skipped = order.length - lines.length;
  const before = [`not linearizable: after ${skipped} others in order`, ...lines];
  return [...before, 'none of these can come next:', ...misfits.map(describeOperation)].join('\n  ');
}

/** One place in the order: what stands there, and what else could. */
interface Step<State> {
  readonly before: State;
  readonly candidates: readonly number[];
  tried: number;
  chosen: number | undefined;
}

class Search<State, Input, Output> {
  private readonly list: CallList;
  private readonly seen = new Set<string>();
  private readonly steps: Step<State>[] = [];
  /** Bit n: operation n has its place. */
  private placed = 0n;
  private knownLeft: number;
  private best: { readonly order: readonly number[]; readonly misfits: readonly number[] } = {
    order: [],
    misfits: [],
  };

  constructor(
    private readonly model: Model<State, Input, Output>,
    private readonly operations: readonly Operation<Input, Output>[],
    private readonly statesMax: number,
  ) {
    this.list = new CallList(operations);
    this.knownLeft = operations.filter(isKnown).length;
  }

  run(): Verdict<Input, Output> {
    this.enter(this.model.initial);
    while (this.knownLeft > 0) {
      if (this.seen.size > this.statesMax) return { kind: 'too hard' };
      const step = this.steps.at(-1);
      if (step === undefined) return this.refusal();
      const place = step.candidates[step.tried++];
      if (place === undefined) this.retreat();
      else this.tryNext(step, place);
    }
    return { kind: 'linearizable' };
  }

  private tryNext(step: Step<State>, place: number): void {
    const { input, outcome } = this.operations[place]!;
    const after = this.model.next(step.before, input, outcome);
    if (after === undefined) return;
    const key = this.model.keyOf(after);
    // What had no effect, and nobody was told of, may as well never have happened.
    if (outcome.kind === 'unknown' && key === this.model.keyOf(step.before)) return;
    const configuration = `${(this.placed | bit(place)).toString(36)} ${key}`;
    if (this.seen.has(configuration)) return;
    this.seen.add(configuration);
    this.put(step, place);
    this.enter(after);
  }

  private put(step: Step<State>, place: number): void {
    step.chosen = place;
    this.placed |= bit(place);
    this.list.remove(place);
    if (isKnown(this.operations[place]!)) this.knownLeft--;
  }

  private enter(before: State): void {
    this.steps.push({ before, candidates: this.list.candidates(), tried: 0, chosen: undefined });
  }

  /** Nothing fits here: the last choice was wrong. */
  private retreat(): void {
    const { candidates } = this.steps.pop()!;
    if (this.steps.length >= this.best.order.length) {
      this.best = { order: this.steps.map(({ chosen }) => chosen!), misfits: candidates };
    }
    const place = this.steps.at(-1)?.chosen;
    if (place === undefined) return;
    this.placed ^= bit(place);
    this.list.restore(place);
    if (isKnown(this.operations[place]!)) this.knownLeft++;
  }

  private refusal(): Verdict<Input, Output> {
    const named = (places: readonly number[]) => places.map((place) => this.operations[place]!);
    return { kind: 'not linearizable', order: named(this.best.order), misfits: named(this.best.misfits) };
  }
}

const bit = (place: number): bigint => 1n << BigInt(place);
