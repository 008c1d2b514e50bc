import { expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/core/errors.js';
import type { hafs } from '../../src/rpc/wire.js';
import { wire } from '../../src/rpc/wire.js';
import { HARD_STATE_KEY } from '../../src/volume/replica/brick-records.js';
import { envelopeFromWire } from '../../src/volume/replica-codec.js';

const ENVELOPE = { group: 'g', fromBrick: 'a', toBrick: 'b', term: 5 };
const key = Buffer.from('k');

const parse = (link: hafs.v1.ILinkMessage): unknown =>
  envelopeFromWire(wire.LinkMessage.decode(wire.LinkMessage.encode(link).finish()));

const withEntries = (...entries: hafs.v1.IEntry[]): hafs.v1.ILinkMessage => ({
  append: { previous: { term: 4, index: 10 }, entries },
});

test.each<{ message: string; body: hafs.v1.ILinkMessage }>([
  { message: 'without a body', body: {} },
  { message: 'of a term beyond safe integers', body: { term: 2 ** 60, campaign: {} } },
  { message: 'with a group of endless length', body: { group: 'g'.repeat(65), campaign: {} } },
  { message: 'with a brick of endless length', body: { toBrick: 'b'.repeat(65), campaign: {} } },
  { message: 'with a tail beyond safe integers', body: { voteRequest: { tail: { index: 2 ** 60 } } } },
  { message: 'with an unknown health', body: { standing: { health: 4 } } },
  { message: 'sent at no time', body: { heartbeat: { sentAtMs: Number.NaN } } },
  { message: 'sent at the end of time', body: { heartbeat: { sentAtMs: Infinity } } },
  { message: 'answering a heartbeat of no time', body: { standing: { heartbeatSentAtMs: Number.NaN } } },
  { message: 'answering a heartbeat before time', body: { standing: { heartbeatSentAtMs: -Infinity } } },
  { message: 'with a gap before its entries', body: withEntries({ term: 4, index: 12 }) },
  {
    message: 'with a gap between its entries',
    body: withEntries({ term: 4, index: 11 }, { term: 4, index: 13 }),
  },
  { message: 'with an entry twice', body: withEntries({ term: 4, index: 11 }, { term: 4, index: 11 }) },
  { message: 'with an entry of an older term first', body: withEntries({ term: 3, index: 11 }) },
  {
    message: 'with terms that fall',
    body: withEntries({ term: 5, index: 11 }, { term: 4, index: 12 }),
  },
  {
    message: 'with an edit that has no key',
    body: withEntries({ term: 4, index: 11, edits: [{ value: key }] }),
  },
  { message: 'with a healed edit that has no key', body: { healBatch: { edits: [{ value: key }] } } },
  { message: 'that compares nothing', body: { healBatch: { compare: true } } },
  { message: 'with a checksum of endless length', body: { checksumReply: { checksum: 'a'.repeat(65) } } },
  { message: 'that asks for no record', body: { fetchRequest: { requestId: 1, index: 1 } } },
  { message: 'that wants nothing repaired', body: { repairRequest: {} } },
  {
    message: 'that asks for what is the brick’s own',
    body: { fetchRequest: { requestId: 1, index: 1, key: HARD_STATE_KEY } },
  },
  {
    message: 'that wants repaired what is the brick’s own',
    body: { repairRequest: { key: HARD_STATE_KEY } },
  },
])('replica message: $message: is refused', ({ body }) => {
  expect(() => parse({ ...ENVELOPE, ...body })).toThrow(InvalidRequestError);
});

test('replica message: an absent value removes, an empty one does not', () => {
  const edits = [{ key }, { key, value: Buffer.alloc(0) }];
  const { message } = parse({ ...ENVELOPE, ...withEntries({ term: 4, index: 11, edits }) }) as {
    message: { entries: { edits: { value: Uint8Array | undefined }[] }[] };
  };
  const [removal, empty] = message.entries[0]!.edits;
  expect(removal?.value).toBeUndefined();
  expect(empty?.value).toHaveLength(0);
});
