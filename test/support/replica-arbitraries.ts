/** Anything that bricks can say to each other, for property tests of the codecs. */
import fc from 'fast-check';
import { editBytes, type Edit } from '../../src/core/edit.js';
import { brickId, groupId } from '../../src/core/ids.js';
import { FIRST_REPLICATED_KIND } from '../../src/core/key-kind.js';
import type { Entry, Position } from '../../src/replication/entry.js';
import type { Health, Memory, Message } from '../../src/replication/message.js';
import type { Envelope } from '../../src/volume/replica-codec.js';
import type {
  ChecksumMessage,
  HealMessage,
  RepairMessage,
  ReplicaMessage,
} from '../../src/volume/replica/replica-message.js';
import { bytes, edges, kind, u32, u64 } from './wire-arbitraries.js';

const id = fc.string({ minLength: 1, maxLength: 20 });
const position: fc.Arbitrary<Position> = fc.record({ term: u64, index: u64 });
const term = u64;
const memory = fc.constantFrom<Memory[]>('sure', 'doubtful', 'none');
const health = fc.constantFrom<Health[]>('whole', 'healing', 'incomplete', 'blank');
const instantMs = fc.oneof(
  fc.constantFrom(0, 0.5),
  fc.double({ min: 0, max: 1e12, noNaN: true, noDefaultInfinity: true }),
);

/** An empty value is not a removal. */
const stored = fc.option(bytes(), { nil: undefined });
const edit: fc.Arbitrary<Edit> = fc.record({ key: bytes(30, 1), value: stored });

const entryContents = fc.record(
  {
    term: u64,
    sync: fc.boolean(),
    checkpoint: fc.boolean(),
    edits: fc.array(edit, { maxLength: 5 }),
    members: fc.array(id.map(brickId), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['term', 'sync', 'checkpoint', 'edits'] },
);

const append = fc
  .record({
    term,
    previousTerm: u64,
    previousIndex: fc.maxSafeNat().map((index) => Math.min(index, Number.MAX_SAFE_INTEGER - 10)),
    commitIndex: u64,
    feedId: u32,
    contents: fc.array(entryContents, { maxLength: 5 }),
  })
  .map(({ term, previousTerm, previousIndex, commitIndex, feedId, contents }) => ({
    kind: 'append' as const,
    term,
    previous: { term: previousTerm, index: previousIndex },
    commitIndex,
    feedId,
    entries: contents.map((fields, place): Entry => ({
      ...fields,
      term: Math.max(previousTerm, ...contents.slice(0, place + 1).map(({ term }) => term)),
      index: previousIndex + 1 + place,
      sizeBytes: fields.edits.reduce((sum, one) => sum + editBytes(one), 0),
    })),
  }));

const coreMessage: fc.Arbitrary<Message> = fc.oneof(
  kind('voteRequest', fc.record({ term, tail: position, preVote: fc.boolean(), transfer: fc.boolean() })),
  kind(
    'voteReply',
    fc.record({ term, preVote: fc.boolean(), granted: fc.boolean(), memory, canStand: fc.boolean() }),
  ),
  kind(
    'heartbeat',
    fc.record({
      term,
      commitIndex: u64,
      sentAtMs: instantMs,
      inSync: fc.array(id.map(brickId), { minLength: 1, maxLength: 3 }),
    }),
  ),
  kind(
    'standing',
    fc.record({
      term,
      heartbeatSentAtMs: fc.option(instantMs, { nil: undefined }),
      refusedFeedId: fc.option(u32, { nil: undefined }),
      tail: position,
      commitIndex: u64,
      health,
      incarnation: u32,
      space: fc.record({ totalBytes: u64, availableBytes: u64 }),
    }),
  ),
  append,
  kind('appendReply', fc.record({ term, feedId: u32, matchIndex: u64 })),
  kind('campaign', fc.record({ term, isSlow: fc.boolean() })),
);

const part = { term, healId: u64 };
const range = fc.record({ from: bytes(), to: bytes() });
const batch = {
  ...part,
  sequence: u32,
  edits: fc.array(edit, { maxLength: 5 }),
  journal: fc.array(fc.record({ index: u64, bytes: bytes() }), { maxLength: 5 }),
};
const digest = fc.record({ entries: u32, checksum: edges(2 ** 48 - 1) });

const healMessage: fc.Arbitrary<HealMessage> = fc.oneof(
  kind(
    'healBegin',
    fc.record({
      ...part,
      probe: fc.boolean(),
      full: fc.boolean(),
      target: position,
      baseIndex: u64,
      baseTerm: u64,
      firstIndex: u64,
      uncertainKeys: fc.array(bytes(), { maxLength: 5 }),
    }),
  ),
  kind(
    'healReady',
    fc.record({ ...part, needsFull: fc.boolean(), taintedKeys: fc.array(bytes(), { maxLength: 5 }) }),
  ),
  kind('healBatch', fc.record(batch)),
  kind('healBatch', fc.record({ ...batch, range })),
  kind('healBatch', fc.record({ ...batch, range, digest })),
  kind('healAck', fc.record({ ...part, sequence: u32, differs: fc.boolean() })),
  kind('healEnd', fc.record({ ...part, commitIndex: u64 })),
);

const checksumMessage: fc.Arbitrary<ChecksumMessage> = fc.oneof(
  kind('checksumRequest', fc.record({ term, index: u64 })),
  kind(
    'checksumReply',
    fc.record({
      term,
      index: u64,
      entries: u64,
      checksum: fc.string({ maxLength: 64 }),
      problem: fc.string({ maxLength: 100 }),
    }),
  ),
);

const sharedKey = bytes(30).map((rest) => Uint8Array.of(FIRST_REPLICATED_KIND, ...rest));
const repairMessage: fc.Arbitrary<RepairMessage> = fc.oneof(
  kind('fetchRequest', fc.record({ term, requestId: u64, index: u64, key: sharedKey })),
  kind('fetchReply', fc.record({ term, requestId: u64, isSound: fc.boolean(), value: stored })),
  kind('repairRequest', fc.record({ term, key: sharedKey })),
);

export const replicaMessage: fc.Arbitrary<ReplicaMessage> = fc.oneof(
  { weight: 2, arbitrary: coreMessage },
  { weight: 2, arbitrary: healMessage },
  checksumMessage,
  repairMessage,
);

export const envelope: fc.Arbitrary<Envelope> = fc.record({
  group: id.map(groupId),
  from: id.map(brickId),
  to: id.map(brickId),
  message: replicaMessage,
});
