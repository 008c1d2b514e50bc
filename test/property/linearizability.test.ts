import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, type Model } from '../support/linearizability/checker.js';
import { DIRECTORY, type DirectoryInput } from '../support/linearizability/directory-model.js';
import { isKnown, known, UNKNOWN, type Operation } from '../support/linearizability/history.js';
import { logModel, type LogInput, type LogOutput } from '../support/linearizability/log-model.js';
import { NAME, REGISTER, type NameOutput, type RegisterInput } from '../support/linearizability/models.js';
import { isLinearizable } from '../support/linearizability/every-order.js';
import { LiveDirectory, LiveLog, LiveName, LiveRegister } from '../support/linearizability/live-objects.js';

const NEVER = 999;
const STEP = 10;
const NAMES = ['a/x', 'a/y', 'b/x'];

/** How an operation is spread around the moment of its effect. */
const spread = fc.record({
  before: fc.nat({ max: 4 * STEP }),
  after: fc.nat({ max: 4 * STEP }),
  fate: fc.constantFrom('told', 'told', 'told', 'told', 'unknown', 'never happened'),
});
type Spread = typeof spread extends fc.Arbitrary<infer T> ? T : never;

const registerInput = fc.oneof(
  fc.constant({ kind: 'read' } as const),
  fc.record({ kind: fc.constant('write' as const), value: fc.nat({ max: 20 }) }),
);
const logInput = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), record: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('read' as const), fromPlace: fc.nat({ max: 3 }) }),
);
const nameInput = fc.record({ kind: fc.constantFrom('create', 'unlink', 'lookup') });
const name = fc.constantFrom(...NAMES);
const directoryInput: fc.Arbitrary<DirectoryInput> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), name, tag: fc.integer({ min: 1, max: 2 ** 30 }) }),
  fc.record({ kind: fc.constantFrom('unlink' as const, 'lookup' as const), name }),
  fc.record({ kind: fc.constant('rename' as const), from: name, to: name }),
  fc.record({ kind: fc.constant('link' as const), ino: fc.integer({ min: 1, max: 6 }), to: name }),
  fc.record({ kind: fc.constant('list' as const), prefix: fc.constantFrom('', 'a/', 'b/') }),
);

interface Live<Input, Output> {
  run(input: Input): Output;
}

/** What clients saw of an object that really was there, one operation every STEP. */
function live<Input, Output>(
  object: Live<Input, Output>,
  steps: readonly (readonly [Input, Spread])[],
): Operation<Input, Output>[] {
  return steps.map(([input, { before, after, fate }], place) => {
    const output = fate === 'never happened' ? undefined : object.run(input);
    const outcome = fate === 'told' ? known(output!) : UNKNOWN;
    const at = place * STEP;
    return { process: 'p', object: 'x', input, outcome, calledAt: at - before, returnedAt: at + after };
  });
}

function expectAccepted<State, Input, Output>(
  model: () => Model<State, Input, Output>,
  object: () => Live<Input, Output>,
  input: fc.Arbitrary<Input>,
  isAlwaysTold: (input: Input) => boolean = () => false,
): void {
  const told = (steps: readonly (readonly [Input, Spread])[]): (readonly [Input, Spread])[] =>
    steps.map(([input, spread]) => [input, isAlwaysTold(input) ? { ...spread, fate: 'told' } : spread]);
  const steps = fc.array(fc.tuple(input, spread), { maxLength: 40 });
  const isAccepted = fc.property(steps, (steps) => {
    expect(check(model(), live(object(), told(steps))).kind).toBe('linearizable');
  });
  fc.assert(isAccepted, { numRuns: 300 });
}

test('prop: linearizability: what a real register answered is accepted', () => {
  expectAccepted<number, RegisterInput, number>(
    () => REGISTER,
    () => new LiveRegister(),
    registerInput,
  );
});

test('prop: linearizability: what a real log answered is accepted', () => {
  expectAccepted(logModel, () => new LiveLog(), logInput);
});

test('prop: linearizability: what a real name answered is accepted', () => {
  expectAccepted(
    () => NAME,
    () => new LiveName(),
    nameInput,
  );
});

test('prop: linearizability: what a real directory answered is accepted', () => {
  const isCreate = ({ kind }: DirectoryInput): boolean => kind === 'create';
  const model = () => DIRECTORY;
  const object = () => new LiveDirectory();
  // Nobody links an inode that nobody was told of.
  expectAccepted(model, object, directoryInput, isCreate);
  expectAccepted(
    model,
    object,
    directoryInput.filter(({ kind }) => kind !== 'link'),
  );
});

test('prop: linearizability: one read of what was never written is always refused', () => {
  const steps = fc.array(fc.tuple(registerInput, spread), { minLength: 1, maxLength: 40 });
  const isRefused = fc.property(steps, fc.nat(), (steps, nth) => {
    const operations = live<RegisterInput, number>(new LiveRegister(), steps);
    const reads = operations.filter((operation) => operation.input.kind === 'read' && isKnown(operation));
    const victim = reads[nth % reads.length];
    fc.pre(victim !== undefined);
    const lie = (operation: Operation<RegisterInput, number>) =>
      operation === victim ? { ...operation, outcome: known(NEVER) } : operation;
    expect(check(REGISTER, operations.map(lie)).kind).toBe('not linearizable');
  });
  fc.assert(isRefused, { numRuns: 300 });
});

/** Anybody told anything, at any time: about half of these cannot be. */
const anyHistory = <Input, Output>(told: fc.Arbitrary<readonly [Input, Output]>) =>
  fc.array(
    fc
      .tuple(told, fc.nat({ max: 30 }), fc.nat({ max: 12 }), fc.integer({ min: 0, max: 5 }))
      .map(([[input, output], calledAt, duration, luck]) => ({
        process: 'p',
        object: 'x',
        input,
        outcome: luck === 0 ? UNKNOWN : known(output),
        calledAt,
        returnedAt: calledAt + duration,
      })),
    { maxLength: 7 },
  );

function expectAgreement<State, Input, Output>(
  model: () => Model<State, Input, Output>,
  told: fc.Arbitrary<readonly [Input, Output]>,
): void {
  const verdicts = new Set<boolean>();
  const agrees = fc.property(anyHistory(told), (operations) => {
    const verdict = isLinearizable(model(), operations);
    verdicts.add(verdict);
    expect(check(model(), operations).kind === 'linearizable').toBe(verdict);
  });
  fc.assert(agrees, { numRuns: 400 });
  expect(verdicts.size).toBe(2);
}

const small = fc.nat({ max: 3 });

test('prop: linearizability: register: agrees with trying every order', () => {
  const told = fc.oneof(
    small.map((value) => [{ kind: 'read' }, value] as const),
    small.map((value) => [{ kind: 'write', value }, value] as const),
  );
  expectAgreement<number, RegisterInput, number>(() => REGISTER, told);
});

test('prop: linearizability: name: agrees with trying every order', () => {
  const output = fc.constantFrom<NameOutput>(1, 2, 'ok', 'EEXIST', 'ENOENT');
  expectAgreement(() => NAME, fc.tuple(nameInput, output));
});

test('prop: linearizability: log: agrees with trying every order', () => {
  const record = fc.constantFrom('a', 'b', 'c');
  const output: fc.Arbitrary<LogOutput> = fc.oneof(fc.constant('ok' as const), small);
  const told = fc.oneof(
    fc.tuple(
      record.map((record): LogInput => ({ kind: 'append', record })),
      output,
    ),
    fc.tuple(
      fc.nat({ max: 1 }).map((fromPlace): LogInput => ({ kind: 'read', fromPlace })),
      fc.array(record, { maxLength: 2 }),
    ),
  );
  expectAgreement<ReturnType<typeof logModel>['initial'], LogInput, LogOutput>(logModel, told);
});
