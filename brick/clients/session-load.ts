import { IO_SIZE_BYTES_MAX, MIB, SESSION_SLOTS_MAX } from '../../src/core/limits.js';
import type { hafs } from '../../src/rpc/wire.js';
import type { ClientKey, FairTurns, Turn } from './fair-turns.js';

/** Requests of one stream under way at once: above this it is not read any further. */
const REQUESTS_MAX = SESSION_SLOTS_MAX * 4;
/** Of their data, and of that of their replies. */
const REQUEST_BYTES_MAX = 64 * MIB;

interface Flow {
  pause(): unknown;
  resume(): unknown;
}

/** How much one stream asks for at once. A client that asks for too much, or does not read its replies, is not read from. */
export class SessionLoad {
  private readonly waiting = new Set<Turn>();
  private count = 0;
  private bytes = 0;
  private isBlocked = false;

  constructor(
    private readonly flow: Flow,
    private readonly turns: FairTurns,
  ) {}

  get inFlightCount(): number {
    return this.count;
  }

  /** @param client whose turn it takes; without one it is served at once. */
  run(request: hafs.v1.FileRequest, client: ClientKey | undefined, serve: () => Promise<void>): void {
    const bytes = weightOf(request);
    this.add(1, bytes);
    const served = (): Promise<void> => serve().finally(() => this.add(-1, -bytes));
    if (client === undefined || !takesTurn(request)) {
      void served();
      return;
    }
    const asked = this.turns.ask(client, (turn) => {
      this.waiting.delete(turn);
      void served().finally(() => this.turns.giveBack(turn));
    });
    if (!asked.hasBegun) this.waiting.add(asked);
  }

  /** The stream takes no more replies for now. */
  block(): void {
    this.isBlocked = true;
    this.regulate();
  }

  unblock(): void {
    this.isBlocked = false;
    this.regulate();
  }

  /** Nobody waits for what has not begun. */
  close(client: ClientKey | undefined): void {
    if (client !== undefined) this.turns.leave(client, this.waiting);
    this.waiting.clear();
  }

  private add(count: number, bytes: number): void {
    this.count += count;
    this.bytes += bytes;
    this.regulate();
  }

  private regulate(): void {
    const isTooMuch = this.count > REQUESTS_MAX || this.bytes > REQUEST_BYTES_MAX;
    if (this.isBlocked || isTooMuch) this.flow.pause();
    else this.flow.resume();
  }
}

/** Bytes that it keeps in memory, or may. */
function weightOf({ write, read }: hafs.v1.FileRequest): number {
  return (write?.data?.length ?? 0) + Math.min(read?.lengthBytes ?? 0, IO_SIZE_BYTES_MAX);
}

/** What keeps a session alive must not wait for its own flood, and who waits for a lock costs nothing meanwhile. */
const takesTurn = ({ open, keepAlive, close, lock }: hafs.v1.FileRequest): boolean =>
  !open && !keepAlive && !close && lock?.waits !== true;
