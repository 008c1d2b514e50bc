import type { KernelNodeId } from '../protocol/request-ids.js';

const SET_COUNT = 4_096;
/** Files that may be open in one set; more are left to the main thread. */
const SLOTS_PER_SET = 8;
/** A slot: both halves of the node id, and how often it is open. */
const SLOT_CELLS = 3;
const SET_CELLS = 1 + SLOTS_PER_SET * SLOT_CELLS;
/** Requests that the reader answers by itself. */
export const QUICKLY_ANSWERED = ['open', 'release', 'flush'] as const;
const HALF = 2 ** 32;
/** Of multiplicative hashing (Knuth, volume 3, 6.4): spreads inode numbers that follow each other. */
const HASH_FACTOR = 0x9e3779b1;

export type QuicklyAnswered = (typeof QUICKLY_ANSWERED)[number];

/**
 * Files that the reader thread has opened by itself, in memory that it shares with the main thread. Only the reader
 * thread opens and closes; the main thread guards a file before it looks whether it is open, and the reader looks for a
 * guard after it has opened: so one of the two always sees the other.
 *
 * A guard stands for everybody in its set of slots, which costs the others a detour and nothing more.
 */
export class OpenFileTable {
  /** Handed to the other thread, which builds its own `OpenFileTable` over it. */
  readonly memory: SharedArrayBuffer;
  private readonly cells: Int32Array;

  constructor(
    memory = new SharedArrayBuffer(
      (QUICKLY_ANSWERED.length + SET_COUNT * SET_CELLS) * Int32Array.BYTES_PER_ELEMENT,
    ),
  ) {
    this.memory = memory;
    this.cells = new Int32Array(memory);
  }

  /** Reader. @returns `false` when there is no room, and nothing was taken down. */
  open(nodeid: KernelNodeId): boolean {
    const slot = this.slotOf(nodeid) ?? this.freeSlotFor(nodeid);
    if (slot === undefined) return false;
    Atomics.add(this.cells, slot + 2, 1);
    return true;
  }

  /** Reader: an open file that it had opened is gone. */
  close(nodeid: KernelNodeId): void {
    const slot = this.slotOf(nodeid);
    if (slot !== undefined) Atomics.sub(this.cells, slot + 2, 1);
  }

  isOpen(nodeid: KernelNodeId): boolean {
    return this.slotOf(nodeid) !== undefined;
  }

  /** From now on the main thread is asked about this file. To be taken back as often as it was put. */
  guard(nodeid: KernelNodeId): void {
    Atomics.add(this.cells, setOf(nodeid), 1);
  }

  unguard(nodeid: KernelNodeId): void {
    Atomics.sub(this.cells, setOf(nodeid), 1);
  }

  isGuarded(nodeid: KernelNodeId): boolean {
    return Atomics.load(this.cells, setOf(nodeid)) !== 0;
  }

  /** Reader: it has answered a request by itself. */
  tally(kind: QuicklyAnswered): void {
    Atomics.add(this.cells, QUICKLY_ANSWERED.indexOf(kind), 1);
  }

  /** How many requests the reader has answered by itself, modulo 2³². */
  answered(kind: QuicklyAnswered): number {
    return Atomics.load(this.cells, QUICKLY_ANSWERED.indexOf(kind)) >>> 0;
  }

  private slotOf(nodeid: KernelNodeId): number | undefined {
    const [low, high] = halvesOf(nodeid);
    return this.findSlot(
      nodeid,
      (slot) =>
        Atomics.load(this.cells, slot + 2) > 0 &&
        Atomics.load(this.cells, slot) === low &&
        Atomics.load(this.cells, slot + 1) === high,
    );
  }

  private freeSlotFor(nodeid: KernelNodeId): number | undefined {
    const slot = this.findSlot(nodeid, (at) => Atomics.load(this.cells, at + 2) === 0);
    if (slot === undefined) return undefined;
    const [low, high] = halvesOf(nodeid);
    Atomics.store(this.cells, slot, low);
    Atomics.store(this.cells, slot + 1, high);
    return slot;
  }

  private findSlot(nodeid: KernelNodeId, matches: (slot: number) => boolean): number | undefined {
    const first = setOf(nodeid) + 1;
    for (let slot = first; slot < first + SLOTS_PER_SET * SLOT_CELLS; slot += SLOT_CELLS) {
      if (matches(slot)) return slot;
    }
    return undefined;
  }
}

const halvesOf = (nodeid: number): readonly [number, number] => [nodeid | 0, Math.floor(nodeid / HALF) | 0];

const setOf = (nodeid: number): number =>
  QUICKLY_ANSWERED.length + (Math.imul(nodeid | 0, HASH_FACTOR) >>> 20) * SET_CELLS;
