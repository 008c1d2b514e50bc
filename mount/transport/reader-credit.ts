import { KIB, MIB } from '../../src/core/limits.js';

/** Requests read from the kernel and not yet taken by the main thread; beyond that the reader waits. */
const QUEUED_BYTES_MAX = 32 * MIB;
/** What a request counts at least, so that their number is bounded as well. */
const REQUEST_COST_BYTES_MIN = 4 * KIB;

const QUEUED = 0;
const STOPPED = 1;
const CELL_COUNT = 2;

/** Memory that the reader thread and the main thread share, to keep the queue between them short. */
export class ReaderCredit {
  /** Handed to the other thread, which builds its own `ReaderCredit` over it. */
  readonly memory: SharedArrayBuffer;
  private readonly cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(CELL_COUNT * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.cells = new Int32Array(memory);
  }

  /** Reader: a request goes into the queue. Blocks the thread while the queue is full. */
  spend(requestBytes: number): void {
    Atomics.add(this.cells, QUEUED, costOf(requestBytes));
    for (;;) {
      const queued = Atomics.load(this.cells, QUEUED);
      if (queued <= QUEUED_BYTES_MAX || this.isStopped) return;
      Atomics.wait(this.cells, QUEUED, queued);
    }
  }

  /** Main thread: a request has been taken out. */
  giveBack(requestBytes: number): void {
    Atomics.sub(this.cells, QUEUED, costOf(requestBytes));
    Atomics.notify(this.cells, QUEUED);
  }

  /** Main thread: the reader shall end after its next request. */
  stop(): void {
    Atomics.store(this.cells, STOPPED, 1);
    Atomics.notify(this.cells, QUEUED);
  }

  get isStopped(): boolean {
    return Atomics.load(this.cells, STOPPED) === 1;
  }
}

const costOf = (requestBytes: number): number => Math.max(requestBytes, REQUEST_COST_BYTES_MIN);
