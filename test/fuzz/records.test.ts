import fc from 'fast-check';
import { test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { CorruptionError } from '../../src/core/errors.js';
import { brickId, groupId, ino, sessionId } from '../../src/core/ids.js';
import { lockOwner } from '../../src/core/lock.js';
import { decodeCounters, encodeCounters } from '../../src/fs/counters-record.js';
import { decodeCookie, decodeDirent, encodeCookie, encodeDirent } from '../../src/fs/dirent-record.js';
import { decodeInode, encodeInode } from '../../src/fs/inode-record.js';
import { inodeKey } from '../../src/fs/keys.js';
import { decodeLocks, encodeLocks, type Lock } from '../../src/fs/lock-record.js';
import { decodeOrphan, encodeOrphan } from '../../src/fs/orphan-record.js';
import { decodeXattrs, encodeXattrs } from '../../src/fs/xattr-record.js';
import * as brick from '../../src/volume/replica/brick-records.js';
import { decodeScrub, encodeScrub, NEVER_SCRUBBED } from '../../src/volume/replica/scrub-record.js';
import { decodeSession, decodeSlot, encodeSession, encodeSlot } from '../../src/volume/session-records.js';
import { attr } from '../support/wire-arbitraries.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { resultOrRefusal } from './support/expectations.js';
import { fuzz, fuzzSeed } from './support/fuzz.js';

const KEY = inodeKey(ino(7));
const NAME = Buffer.from('name');
const someAttrs = fc.sample(attr, { numRuns: 100, seed: fuzzSeed });

interface Records {
  readonly record: string;
  readonly samples: readonly Uint8Array[];
  readonly decode: (value: Uint8Array) => unknown;
}

const inodes = someAttrs.map((one) => {
  switch (one.type) {
    case 'regular':
      return encodeInode({ kind: 'regular', attr: { ...one, sizeBytes: 1 }, chunksEnd: 1 });
    case 'directory':
      return encodeInode({ kind: 'directory', attr: one, parent: ino(1), entryCount: 4, nextCookie: 9 });
    case 'symlink':
      return encodeInode({ kind: 'symlink', attr: one, target: NAME });
    case 'fifo':
    case 'charDevice':
    case 'blockDevice':
    case 'socket':
      return encodeInode({ kind: 'special', attr: one });
  }
});

const aLock: Lock = {
  session: sessionId(1),
  owner: defined(lockOwner('0011223344556677')),
  family: 'range',
  type: 'write',
  firstByte: 0,
  lastByte: 9,
  pid: 3,
};

const FILE_RECORDS: readonly Records[] = [
  { record: 'inode', samples: inodes, decode: (value) => decodeInode(KEY, value) },
  {
    record: 'dirent',
    samples: [encodeDirent({ ino: ino(3), type: 'regular', cookie: 5 })],
    decode: (value) => decodeDirent(KEY, value),
  },
  {
    record: 'cookie',
    samples: [encodeCookie({ ino: ino(3), type: 'directory', name: NAME })],
    decode: (value) => decodeCookie(KEY, value),
  },
  {
    record: 'counters',
    samples: [encodeCounters({ nextIno: ino(4), inodeCount: 3, history: 2 })],
    decode: (value) => decodeCounters(KEY, value),
  },
  {
    record: 'orphan',
    samples: [encodeOrphan({ isLinkable: true, holders: [sessionId(1), sessionId(9)] })],
    decode: (value) => decodeOrphan(KEY, value),
  },
  {
    record: 'xattrs',
    samples: [encodeXattrs([{ name: NAME, value: NAME }])],
    decode: (value) => decodeXattrs(KEY, value),
  },
  { record: 'locks', samples: [encodeLocks([aLock])], decode: (value) => decodeLocks(KEY, value) },
];

const BRICK_RECORDS: readonly Records[] = [
  {
    record: 'session',
    samples: [encodeSession({ client: 'web1:/var/www', openedAtSeconds: 1, owner: 'client/1' })],
    decode: decodeSession,
  },
  { record: 'slot', samples: [encodeSlot({ sequence: 4, reply: NAME })], decode: decodeSlot },
  {
    record: 'identity',
    samples: [
      brick.encodeIdentity({ formatVersion: 1, group: groupId('g'), brick: brickId('a'), volume: 'www' }),
    ],
    decode: brick.decodeIdentity,
  },
  {
    record: 'term',
    samples: [brick.encodeHardState({ term: 3, votedFor: brickId('a') })],
    decode: brick.decodeHardState,
  },
  {
    record: 'tail',
    samples: [brick.encodeTail({ tail: { term: 3, index: 9 }, commitIndex: 8, journalBaseIndex: 2 })],
    decode: brick.decodeTail,
  },
  {
    record: 'heal mark',
    samples: [brick.encodeHealMark({ health: 'healing', baseIndex: 4, taintedKeys: [KEY, NAME] })],
    decode: brick.decodeHealMark,
  },
  {
    record: 'journal',
    samples: [brick.encodeJournalRecord({ term: 3, touched: [{ key: KEY, sizeBytes: 90 }] })],
    decode: brick.decodeJournalRecord,
  },
  {
    record: 'members',
    samples: [brick.encodeMembers(['a', 'b', 'c'].map(brickId))],
    decode: brick.decodeMembers,
  },
  { record: 'scrub', samples: [encodeScrub(NEVER_SCRUBBED)], decode: decodeScrub },
];

test.each([...FILE_RECORDS, ...BRICK_RECORDS])(
  'fuzz: $record record: damaged on disk: is a value, or a corruption that is told',
  async ({ record, samples, decode }) => {
    const feed = (dice: Dice): void => {
      const value = damaged(dice.pick(samples), dice, dice.pick(samples));
      resultOrRefusal([CorruptionError], () => decode(value));
    };
    await fuzz({ name: `${record} record`, share: 0.1, feed });
  },
);
