import { expect, test } from 'vitest';
import { Admission, QUERIES_UNDER_WAY_MAX, WAITING_MAX } from '../../src/client/admission.js';
import { fenceAt } from '../../src/client/fence.js';
import { OrphanFilter } from '../../src/client/orphan-filter.js';
import { PendingOperation } from '../../src/client/pending-operation.js';
import { Pulse } from '../../src/client/pulse.js';
import { Slots } from '../../src/client/slots.js';
import { FileError } from '../../src/core/errors.js';
import { ino, ROOT_INO } from '../../src/core/ids.js';
import { MIB, SESSION_SLOTS_MAX } from '../../src/core/limits.js';

test('pulse: the manager answers: a keepalive every second tick', () => {
  const pulse = new Pulse();
  const beats = Array.from({ length: 20 }, (_, tick) => pulse.beat(tick));
  expect(beats).toEqual(Array.from({ length: 10 }, () => ['rest', 'keepAlive']).flat());
});

test('pulse: the manager falls silent: six ticks are borne, the seventh is not', () => {
  const pulse = new Pulse();
  pulse.beat(1);
  const beats = Array.from({ length: 6 }, () => pulse.beat(1));
  expect(beats).toEqual(['keepAlive', 'rest', 'keepAlive', 'rest', 'keepAlive', 'silent']);
});

test.each([
  { first: [5], second: [5, 6], want: [5] },
  { first: [5], second: [6], want: [] },
  { first: [], second: [5], want: [] },
])('orphans: named $first, then $second: $want pass', ({ first, second, want }) => {
  const filter = new OrphanFilter();
  expect(filter.confirm(first.map(ino))).toEqual([]);
  expect(filter.confirm(second.map(ino))).toEqual(want);
});

test('orphans: named, not named, named again: does not pass', () => {
  const filter = new OrphanFilter();
  const confirmed = [[ino(5)], [], [ino(5)]].map((inos) => filter.confirm(inos));
  expect(confirmed).toEqual([[], [], []]);
});

test('slots: one at a time: the same slot with rising numbers', () => {
  const slots = new Slots();
  for (let sequence = 1; sequence <= 3; sequence++) {
    const use = slots.take();
    expect(use).toEqual({ slot: 0, sequence });
    slots.give(use);
  }
});

test('slots: all at once: each one differs, and then there is none', () => {
  const slots = new Slots();
  const taken = Array.from({ length: SESSION_SLOTS_MAX }, () => slots.take().slot);
  expect(new Set(taken).size).toBe(SESSION_SLOTS_MAX);
  expect(slots.hasFree).toBe(false);
});

test('slots: a held slot is used again: a higher number, and only that one gives it back', () => {
  const slots = new Slots();
  const first = slots.take();
  const second = slots.takeAgain(first);
  expect(second).toEqual({ slot: first.slot, sequence: first.sequence + 1 });
  expect(() => slots.give(first)).toThrow('used again');
  slots.give(second);
  expect(slots.take().sequence).toBe(3);
});

const write = (sizeBytes: number): PendingOperation =>
  new PendingOperation({
    kind: 'write',
    ino: ROOT_INO,
    offsetBytes: 0,
    append: false,
    sync: false,
    data: new Uint8Array(sizeBytes),
  });
const query = (): PendingOperation => new PendingOperation({ kind: 'getattr', ino: ROOT_INO });

function admissionOf(count: number, make: () => PendingOperation) {
  const admitted: PendingOperation[] = [];
  const admission = new Admission((pending) => admitted.push(pending));
  const entered = Array.from({ length: count }, make);
  for (const pending of entered) admission.enter(pending);
  return { admission, admitted, entered };
}

test.each([
  { what: 'mutations', count: SESSION_SLOTS_MAX + 2, make: () => write(0), want: SESSION_SLOTS_MAX },
  { what: 'writes of 1 MiB', count: 20, make: () => write(MIB), want: 16 },
  { what: 'queries', count: QUERIES_UNDER_WAY_MAX + 2, make: query, want: QUERIES_UNDER_WAY_MAX },
])('admission: $count $what: $want are let in, the others in turn', ({ count, make, want }) => {
  const { admission, admitted, entered } = admissionOf(count, make);
  expect(admitted).toEqual(entered.slice(0, want));
  admission.leave(entered[0]!);
  expect(admitted).toEqual(entered.slice(0, want + 1));
});

test('admission: a large write waits for room, and is given up: those behind it go on', () => {
  const { admission, admitted, entered } = admissionOf(17, () => write(MIB));
  const small = write(0);
  admission.enter(small);
  expect(admitted).not.toContain(small);
  expect(admission.withdraw(entered[16]!)).toBe(true);
  expect(admitted).toContain(small);
});

test('admission: one is given up whose slot is held: its data make room, its slot does not', () => {
  const { admission, admitted, entered } = admissionOf(SESSION_SLOTS_MAX + 1, () => write(0));
  const use = admission.leaveSlotHeld(entered[0]!);
  expect(admitted).toHaveLength(SESSION_SLOTS_MAX);
  admission.leave(fenceAt(use));
  expect(entered.at(-1)?.use).toEqual({ slot: use.slot, sequence: use.sequence + 1 });
});

test('admission: the line is full: refused with EAGAIN', () => {
  const { admission } = admissionOf(SESSION_SLOTS_MAX + WAITING_MAX, () => write(0));
  expect(() => admission.enter(write(0))).toThrow(FileError);
});
