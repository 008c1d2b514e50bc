import { beforeEach, expect, test } from 'vitest';
import { OpenFileTable } from '../../mount/open-files/open-file-table.js';
import { isQuicklyOpened, QuickAnswers } from '../../mount/open-files/quick-answers.js';
import type { KernelReply } from '../../mount/protocol/kernel-reply.js';
import { OPCODE } from '../../mount/protocol/opcode.js';
import { kernelNodeId } from '../../mount/protocol/request-ids.js';
import { requestBytes } from '../support/fuse-messages.js';

const FILE = kernelNodeId(42);
const O_RDWR = 2;
const WRITE_LOCK = 1;

/** About node 42, with a body of 64-bit words. */
const message = (opcode: number, ...words: bigint[]): Buffer => {
  const body = Buffer.from(new BigUint64Array(words).buffer).toString('hex');
  return Buffer.from(requestBytes(opcode, body));
};

let table: OpenFileTable;
let replies: KernelReply[];
let isWaitedFor: boolean;
let answers: QuickAnswers;
beforeEach(() => {
  table = new OpenFileTable();
  replies = [];
  isWaitedFor = true;
  const reply = (_id: bigint, given: KernelReply): boolean => replies.push(given) > 0 && isWaitedFor;
  answers = new QuickAnswers(new OpenFileTable(table.memory), reply);
});

const open = (flags = 0): boolean => answers.take(message(OPCODE.OPEN, BigInt(flags)));
const release = (handle: bigint): boolean => answers.take(message(OPCODE.RELEASE, handle, 0n, 0n));
const flush = (handle: bigint): boolean => answers.take(message(OPCODE.FLUSH, handle, 0n, 0n));
const lock = (handle: bigint): boolean =>
  answers.take(message(OPCODE.SETLK, handle, 1n, 0n, 9n, BigInt(WRITE_LOCK), 0n));
const lastHandle = (): bigint => {
  const last = replies.at(-1);
  return last?.kind === 'opened' ? last.handle : 0n;
};

test('open file table: opened and closed: known to both threads, as often as it was opened', () => {
  const reader = new OpenFileTable(table.memory);
  for (const isOpen of [true, true]) expect(reader.open(FILE)).toBe(isOpen);
  reader.close(FILE);
  expect(table.isOpen(FILE)).toBe(true);
  reader.close(FILE);
  expect(table.isOpen(FILE)).toBe(false);
});

test('open file table: inode numbers above 32 bits: are told apart', () => {
  const alike = kernelNodeId(42 + 2 ** 32);
  table.open(alike);
  expect([table.isOpen(alike), table.isOpen(FILE)]).toEqual([true, false]);
});

test('open file table: more than there is room for: are refused, and room is used again', () => {
  const opened: number[] = [];
  for (let node = 2; node < 200_000; node++) if (table.open(kernelNodeId(node))) opened.push(node);
  expect(opened.length).toBe(32_768);
  for (const node of opened) expect(table.isOpen(kernelNodeId(node))).toBe(true);
  for (const node of opened) table.close(kernelNodeId(node));
  expect(opened.every((node) => table.open(kernelNodeId(node)))).toBe(true);
});

test('open file table: guarded twice: until both are taken back', () => {
  table.guard(FILE);
  table.guard(FILE);
  table.unguard(FILE);
  expect(table.isGuarded(FILE)).toBe(true);
  table.unguard(FILE);
  expect(table.isGuarded(FILE)).toBe(false);
});

test('quick answers: to read: opened without FLUSH, with pages kept, and closed', () => {
  expect(open()).toBe(true);
  expect(replies).toEqual([
    { kind: 'opened', handle: lastHandle(), isFlushed: false, keepsPages: true, isDirect: false },
  ]);
  expect([isQuicklyOpened(lastHandle()), table.isOpen(FILE)]).toEqual([true, true]);
  expect(release(lastHandle())).toBe(true);
  expect([replies[1], table.isOpen(FILE)]).toEqual([{ kind: 'done' }, false]);
  expect([table.answered('open'), table.answered('release')]).toEqual([1, 1]);
});

test('quick answers: to write: flushed by itself, as long as nobody has locks', () => {
  open(O_RDWR);
  expect(replies[0]).toMatchObject({ isFlushed: true });
  expect(flush(lastHandle())).toBe(true);
  table.guard(FILE);
  expect(flush(lastHandle())).toBe(false);
});

test('quick answers: each time: another handle', () => {
  open();
  const first = lastHandle();
  open();
  expect(lastHandle()).not.toBe(first);
});

test('quick answers: guarded: the main thread decides, and is told of the last close', () => {
  open();
  const handle = lastHandle();
  table.guard(FILE);
  expect(open()).toBe(false);
  expect(table.isOpen(FILE)).toBe(true);
  expect(release(handle)).toBe(false);
  expect(table.isOpen(FILE)).toBe(false);
});

test('quick answers: a lock was asked for through it: the main thread closes it, and releases the lock', () => {
  open(O_RDWR);
  const handle = lastHandle();
  expect(lock(handle)).toBe(false);
  expect(release(handle)).toBe(false);
  expect(table.isOpen(FILE)).toBe(false);
});

test('quick answers: opened by the main thread: closed by it', () => {
  expect(release(7n)).toBe(false);
});

test('quick answers: whoever opened it has given up: it is not open', () => {
  isWaitedFor = false;
  expect(open()).toBe(true);
  expect(table.isOpen(FILE)).toBe(false);
});

test('quick answers: other requests, and broken ones: are left to the main thread', () => {
  const broken = message(OPCODE.OPEN, 0n);
  broken.writeUInt32LE(7, 0);
  expect([answers.take(message(OPCODE.GETATTR, 0n, 0n)), answers.take(broken)]).toEqual([false, false]);
  expect(replies).toEqual([]);
});
