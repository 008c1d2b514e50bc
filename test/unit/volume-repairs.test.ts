/** Replacing a damaged record: where the sound copy comes from, and when none is needed or to be had. */
import { expect, test } from 'vitest';
import { CorruptionError, NotManagerError, QuorumLostError } from '../../src/core/errors.js';
import { brickId } from '../../src/core/ids.js';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { Repairs } from '../../src/volume/repairs.js';
import { ReplicatedState } from '../../src/volume/replicated-state.js';
import type { Copy } from '../../src/volume/replica/fetches.js';
import { extend, inodeKeyNamed, type Edits } from '../support/heal-bench.js';

const KEY = inodeKeyNamed('k');
const DAMAGED: Copy = { kind: 'damaged' };
const SILENT: Copy = { kind: 'silent' };
const ABSENT: Copy = { kind: 'sound', value: undefined };
const sound = (text: string): Copy => ({ kind: 'sound', value: Buffer.from(text) });

interface Bench {
  readonly own: Copy;
  /** Of each peer, in turn for each time it is asked. */
  readonly peers?: Readonly<Record<string, readonly Copy[]>>;
  /** Happens while the copies are looked for. */
  readonly meanwhile?: (state: ReplicatedState) => void;
}

function onBench({ own, peers = {}, meanwhile }: Bench) {
  const state = new ReplicatedState(new MemoryKvStore());
  const said: string[] = [];
  const asked = new Map<string, number>();
  const repairs = new Repairs({
    log: silentLogger,
    observe: () => undefined,
    ownCopy: () => {
      meanwhile?.(state);
      return Promise.resolve(own);
    },
    peers: () => Object.keys(peers).map(brickId),
    copyOf: (peer) => {
      const nth = asked.get(peer) ?? 0;
      asked.set(peer, nth + 1);
      return Promise.resolve(peers[peer]![nth] ?? SILENT);
    },
    watch: (key) => state.watch(key),
    room: () => Promise.resolve(),
    propose: ([edit]) => {
      said.push(`propose ${edit?.value === undefined ? 'removal' : Buffer.from(edit.value).toString()}`);
      return Promise.resolve(9);
    },
    committed: (index) => {
      said.push(`wait for ${index}`);
      return Promise.resolve();
    },
  });
  return { state, said, asked, repairs };
}

const pendingChange = (state: ReplicatedState, changes: Edits): void => {
  state.add(extend(extend([], 1, {}, {}, {}), 1, changes).slice(3));
};

test.each<Bench & { case: string; want: string }>([
  { case: 'its own copy is sound', own: sound('own'), peers: { b: [sound('b')] }, want: 'propose own' },
  { case: 'another has one', own: DAMAGED, peers: { b: [sound('b')] }, want: 'propose b' },
  {
    case: 'only the last one has',
    own: DAMAGED,
    peers: { b: [DAMAGED], c: [sound('c')] },
    want: 'propose c',
  },
  { case: 'no brick has the record', own: ABSENT, peers: { b: [ABSENT] }, want: 'propose removal' },
  {
    case: 'one has it and one has not',
    own: ABSENT,
    peers: { b: [ABSENT], c: [sound('c')] },
    want: 'propose c',
  },
  {
    case: 'a silent one answers when asked again',
    own: DAMAGED,
    peers: { b: [SILENT, sound('b')] },
    want: 'propose b',
  },
  {
    case: 'it is changed meanwhile',
    own: sound('old'),
    meanwhile: (state) => pendingChange(state, { k: 'new' }),
    want: 'wait for 4',
  },
  {
    case: 'another record is changed meanwhile',
    own: sound('own'),
    peers: { b: [] },
    meanwhile: (state) => pendingChange(state, { other: 'new' }),
    want: 'propose own',
  },
])('repair: $case: $want', async ({ want, ...bench }) => {
  const { repairs, said } = onBench(bench);
  await repairs.repair(KEY);
  expect(said).toEqual([want]);
  expect(repairs.doneCount).toBe(1);
});

test('repair: a change is pending already: nobody is asked', async () => {
  const { repairs, said, state, asked } = onBench({ own: DAMAGED, peers: { b: [sound('old')] } });
  pendingChange(state, { k: undefined });
  await repairs.repair(KEY);
  expect(said).toEqual(['wait for 4']);
  expect(asked.size).toBe(0);
});

test.each<Bench & { case: string; error: new (...args: never[]) => Error }>([
  { case: 'all copies are damaged', own: DAMAGED, peers: { b: [DAMAGED] }, error: CorruptionError },
  { case: 'the others are silent', own: DAMAGED, peers: { b: [DAMAGED], c: [] }, error: QuorumLostError },
  { case: 'no other is in sync', own: DAMAGED, error: QuorumLostError },
  { case: 'one has no record and one is silent', own: ABSENT, peers: { b: [] }, error: QuorumLostError },
  {
    case: 'it stops being manager',
    own: sound('own'),
    meanwhile: (state) => state.clear(),
    error: NotManagerError,
  },
])('repair: $case: fails, and nothing is proposed', async ({ error, ...bench }) => {
  const { repairs, said } = onBench(bench);
  await expect(repairs.repair(KEY)).rejects.toThrow(error);
  expect(said).toEqual([]);
  expect(repairs.doneCount).toBe(0);
});

test('repair: wanted twice at a time: is done once', async () => {
  const { repairs, said } = onBench({ own: sound('own') });
  repairs.request(KEY);
  await Promise.all([repairs.repair(KEY), repairs.repair(Buffer.from(KEY))]);
  expect(said).toEqual(['propose own']);
  await repairs.repair(KEY);
  expect(said).toHaveLength(2);
});
