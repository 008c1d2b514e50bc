/** What clients did and were told, with the times of each call and return: what the checker is given. */

/** A refusal is a known outcome too; unknown is when nobody could say whether it took effect. */
export type Outcome<Output> =
  { readonly kind: 'known'; readonly output: Output } | { readonly kind: 'unknown' };

export interface Operation<Input, Output> {
  /** Who did it. For people: overlapping is decided by the times alone. */
  readonly process: string;
  /** What it was done to. Operations on different objects are checked apart. */
  readonly object: string;
  readonly input: Input;
  readonly outcome: Outcome<Output>;
  /** This and `returnedAt` by one clock, in whatever unit that has. */
  readonly calledAt: number;
  /** Means nothing when the outcome is unknown: it may take effect at any time after its call, or never. */
  readonly returnedAt: number;
}

export const UNKNOWN = { kind: 'unknown' } as const;

export const known = <Output>(output: Output): Outcome<Output> => ({ kind: 'known', output });

export const isKnown = ({ outcome }: Operation<unknown, unknown>): boolean => outcome.kind === 'known';

export function byObject<Input, Output>(
  operations: readonly Operation<Input, Output>[],
): Map<string, Operation<Input, Output>[]> {
  const groups = new Map<string, Operation<Input, Output>[]>();
  for (const operation of operations) {
    const group = groups.get(operation.object) ?? [];
    group.push(operation);
    groups.set(operation.object, group);
  }
  return groups;
}

export function describeOperation({
  process,
  input,
  outcome,
  calledAt,
  returnedAt,
}: Operation<unknown, unknown>): string {
  const told = outcome.kind === 'known' ? JSON.stringify(outcome.output) : 'unknown';
  return `${calledAt}..${returnedAt} ${process}: ${JSON.stringify(input)} -> ${told}`;
}
