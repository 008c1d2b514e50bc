import { expect, test } from 'vitest';
import {
  judgeWords,
  ManagerSearch,
  problemOf,
  type Location,
  type NodeWord,
} from '../../src/client/manager-search.js';
import { QuorumLostError, RefusedError, UnreachableError } from '../../src/core/errors.js';
import { SystemClock, type Clock } from '../../src/runtime/clock.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { ManualClock } from '../support/manual-clock.js';

const naming = (manager: string | undefined): Location => ({ addresses: ['a:1', 'b:1', 'c:1'], manager });
const silent = new UnreachableError('gone');
const refusal = new RefusedError('there is no volume web');

const wordsOf = (...words: NodeWord[]): Map<string, NodeWord> =>
  new Map(words.map((word, i) => [`${'abc'.charAt(i)}:1`, word]));

test.each<{ title: string; words: NodeWord[]; want: string | undefined }>([
  { title: 'a node names itself', words: [naming('a:1'), undefined, undefined], want: 'a:1' },
  { title: 'one names another, who is silent', words: [naming('b:1'), silent, undefined], want: undefined },
  {
    title: 'one names another, who knows of none',
    words: [naming('b:1'), naming(undefined)],
    want: undefined,
  },
  { title: 'one names another, who confirms it', words: [naming('b:1'), naming('b:1')], want: 'b:1' },
  { title: 'some refuse, one has not answered', words: [refusal, undefined], want: undefined },
  { title: 'some refuse, one knows the volume', words: [refusal, naming(undefined)], want: undefined },
  { title: 'all are silent', words: [silent, silent], want: undefined },
])('search: $title: $want', ({ words, want }) => {
  expect(judgeWords(wordsOf(...words))).toBe(want);
});

test('search: all who answer refuse: refused', () => {
  expect(() => judgeWords(wordsOf(silent, refusal))).toThrow(RefusedError);
});

test.each<{ title: string; words: NodeWord[]; want: typeof QuorumLostError | typeof UnreachableError }>([
  { title: 'nobody answers', words: [silent, undefined], want: UnreachableError },
  { title: 'they answer, and know of no manager', words: [naming(undefined), silent], want: QuorumLostError },
])('search: time is up, $title: $want.name', ({ words, want }) => {
  expect(problemOf(wordsOf(...words))).toBeInstanceOf(want);
});

function searchAmong(
  locate: (address: string) => Promise<Location>,
  addresses: string[],
  clock: Clock = new SystemClock(),
) {
  const deps = { clock, random: new SystemRandom(), addresses: new Set(addresses) };
  return { search: new ManagerSearch({ ...deps, locator: { locate } }), known: deps.addresses };
}

test('search: a node that never answers holds up nobody', async () => {
  const { search } = searchAmong(
    (address) => (address === 'a:1' ? new Promise(() => undefined) : Promise.resolve(naming('c:1'))),
    ['a:1', 'b:1', 'c:1'],
  );
  expect(await search.run(new AbortController().signal)).toBe('c:1');
});

test('search: the manager is not among the servers given: it is learnt from them, with all others', async () => {
  const { search, known } = searchAmong(() => Promise.resolve(naming('c:1')), ['a:1']);
  expect(await search.run(new AbortController().signal)).toBe('c:1');
  expect([...known].sort()).toEqual(['a:1', 'b:1', 'c:1']);
});

test('search: there is no manager at first: it asks again until there is one', async () => {
  let askedCount = 0;
  const { search } = searchAmong(
    () => Promise.resolve(naming(++askedCount > 3 ? 'a:1' : undefined)),
    ['a:1'],
  );
  expect(await search.run(new AbortController().signal)).toBe('a:1');
});

test('search: it is called off: says what stood in the way, and asks no more', async () => {
  const [clock, giveUp] = [new ManualClock(), new AbortController()];
  let askedCount = 0;
  const locate = (): Promise<Location> => {
    askedCount++;
    return Promise.reject(silent);
  };
  const { search } = searchAmong(locate, ['a:1'], clock);
  const outcome = expect(search.run(giveUp.signal)).rejects.toThrow(UnreachableError);
  await clock.advance(1_000);
  giveUp.abort();
  await outcome;
  await clock.advance(1_000);
  expect(askedCount).toBe(1);
});
