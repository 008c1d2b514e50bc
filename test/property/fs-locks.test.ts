/** Locks of ranges against a table with one row for each byte. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionId, type SessionId } from '../../src/core/ids.js';
import { lockOwner, type LockFamily, type LockOwner, type LockRequest } from '../../src/core/lock.js';
import type { Lock } from '../../src/fs/lock-record.js';
import { conflicting, granted } from '../../src/fs/lock-table.js';

const BYTES = 12;

interface Asked {
  readonly session: SessionId;
  readonly request: LockRequest;
}

const owner = (number: number): LockOwner => lockOwner(number.toString(16).padStart(16, '0'))!;

const asked: fc.Arbitrary<Asked> = fc
  .record({
    session: fc.constantFrom(1, 2),
    owner: fc.constantFrom(1, 2),
    family: fc.constantFrom<LockFamily[]>('range', 'range', 'whole'),
    type: fc.constantFrom<LockRequest['type'][]>('read', 'write', 'none'),
    first: fc.nat({ max: BYTES - 1 }),
    length: fc.integer({ min: 1, max: BYTES }),
  })
  .map(({ session, first, length, ...rest }) => ({
    session: sessionId(session),
    request: {
      ...rest,
      owner: owner(rest.owner),
      firstByte: first,
      lastByte: Math.min(BYTES - 1, first + length - 1),
      pid: 7,
    },
  }));

/** Who holds what of each byte. */
class ByteTable {
  private readonly rows = Array.from({ length: BYTES }, () => new Map<string, 'read' | 'write'>());

  /** @returns whether it was granted. */
  ask({ session, request }: Asked): boolean {
    const { family, type, firstByte, lastByte } = request;
    const self = `${family} ${session} ${request.owner}`;
    const rows = this.rows.slice(firstByte, lastByte + 1);
    const isHeld = rows.some((row) =>
      [...row].some(
        ([holder, held]) =>
          holder !== self && holder.startsWith(family) && (held === 'write' || type === 'write'),
      ),
    );
    if (type !== 'none' && isHeld) return false;
    for (const row of rows) {
      if (type === 'none') row.delete(self);
      else row.set(self, type);
    }
    return true;
  }

  get text(): string[] {
    return this.rows.map((row) =>
      [...row]
        .map((held) => held.join(' '))
        .sort()
        .join(', '),
    );
  }
}

function textOf(locks: readonly Lock[]): string[] {
  return Array.from({ length: BYTES }, (_, byte) =>
    locks
      .filter(({ firstByte, lastByte }) => firstByte <= byte && byte <= lastByte)
      .map(({ family, session, owner: holder, type }) => `${family} ${session} ${holder} ${type}`)
      .sort()
      .join(', '),
  );
}

test('prop: locks: granted and refused as by a table of bytes, and never more pieces than needed', () => {
  const holds = fc.property(fc.array(asked, { maxLength: 30 }), (all) => {
    const table = new ByteTable();
    let locks: readonly Lock[] = [];
    for (const each of all) {
      const isFree = conflicting(locks, each.session, each.request).length === 0;
      expect(isFree).toBe(table.ask(each));
      if (isFree) locks = granted(locks, each.session, each.request);
      expect(textOf(locks)).toEqual(table.text);
    }
    const ends = locks.map(
      ({ session, owner: by, family, type, lastByte }) =>
        `${session} ${by} ${family} ${type} ${lastByte + 1}`,
    );
    const begins = locks.map(
      ({ session, owner: by, family, type, firstByte }) => `${session} ${by} ${family} ${type} ${firstByte}`,
    );
    expect(begins.filter((begin) => ends.includes(begin))).toEqual([]);
  });
  fc.assert(holds, { numRuns: 500 });
});
