import {
  CHUNK_SIZE_BYTES,
  IO_SIZE_BYTES_MAX,
  KIB,
  MIB,
  SESSION_SLOTS_MAX,
  SMALL_FILE_BYTES_MAX,
  XATTR_VALUE_BYTES_MAX,
} from '../../src/core/limits.js';
import type { hafs } from '../../src/rpc/wire.js';
import type { ClientMemory } from './client-memory.js';
import type { ClientKey, FairTurns, Turn } from './fair-turns.js';

/** Requests of one stream under way at once: above this it is not read any further. */
const REQUESTS_MAX = SESSION_SLOTS_MAX * 4;
/** Of what they keep in memory, and of their replies' data. */
const REQUEST_BYTES_MAX = 64 * MIB;
/** Of a request without data. */
const BYTES_MIN = KIB;
/** Of each item of a list in a request. */
const ITEM_BYTES = 16;
const PASS_BYTES = 200;
/** Of each name that a listing may tell, with its attributes. */
const DIRENT_BYTES = 256;
/** What a copy reads, what it overwrites, both joined, and the chunks that it makes. */
const COPIES_OF_A_COPY = 4;
/** A range may begin and end within a chunk. */
const ENDS_OF_A_RANGE_BYTES = 2 * CHUNK_SIZE_BYTES;
/** SEEK_DATA and SEEK_HOLE look at 32 chunks at a time (src/fs/seek.ts). */
const SEEK_BYTES = 32 * CHUNK_SIZE_BYTES;

interface Flow {
  pause(): unknown;
  resume(): unknown;
}

/** How much one stream asks for at once. A client that asks for too much, or does not read its replies, is not read from. */
export class SessionLoad {
  /** What has not begun, with its bytes. */
  private readonly waiting = new Map<Turn, number>();
  private count = 0;
  private bytes = 0;
  private isBlocked = false;
  private client: ClientKey | undefined;

  constructor(
    private readonly flow: Flow,
    private readonly turns: FairTurns,
    private readonly memory: ClientMemory,
  ) {}

  get inFlightCount(): number {
    return this.count;
  }

  /** @param client whose turn it takes; without one it is served at once. */
  run(request: hafs.v1.FileRequest, client: ClientKey | undefined, serve: () => Promise<void>): void {
    const bytes = weightOf(request);
    this.client = client;
    this.begin(client, bytes);
    const served = (): Promise<void> => serve().finally(() => this.end(client, bytes));
    if (client === undefined || !takesTurn(request)) {
      void served();
      return;
    }
    const asked = this.turns.ask(client, (turn) => {
      this.waiting.delete(turn);
      void served().finally(() => this.turns.giveBack(turn));
    });
    if (!asked.hasBegun) this.waiting.set(asked, bytes);
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
    if (client === undefined) return;
    this.turns.leave(client, new Set(this.waiting.keys()));
    for (const bytes of this.waiting.values()) this.memory.giveBack(client, bytes);
    this.memory.leave(client, this);
    this.waiting.clear();
  }

  regulate(): void {
    const isTooMuch = this.count > REQUESTS_MAX || this.bytes > REQUEST_BYTES_MAX;
    const isClientFull = this.client !== undefined && this.memory.isFull(this.client, this);
    if (this.isBlocked || isTooMuch || isClientFull) this.flow.pause();
    else this.flow.resume();
  }

  private begin(client: ClientKey | undefined, bytes: number): void {
    this.count++;
    this.bytes += bytes;
    if (client !== undefined) this.memory.take(client, bytes);
    this.regulate();
  }

  private end(client: ClientKey | undefined, bytes: number): void {
    this.count--;
    this.bytes -= bytes;
    if (client !== undefined) this.memory.giveBack(client, bytes);
    this.regulate();
  }
}

/** Bytes that it keeps in memory, or may. */
export function weightOf(request: hafs.v1.FileRequest): number {
  const { operation, passes } = request;
  const body: object = (operation === undefined ? undefined : request[operation]) ?? {};
  return Object.values(body).reduce<number>(
    (bytes, field) => bytes + sizeOf(field),
    BYTES_MIN + passes.length * PASS_BYTES + loadedBy(request),
  );
}

/** Bytes of the volume that it brings into memory, as far as the request tells; `LoadBudget` knows what truncations and holes need. */
function loadedBy(request: hafs.v1.FileRequest): number {
  const { read, readFiles, readdir, copy, setattr } = request;
  switch (request.operation) {
    case 'read':
      return atMostOneIo(read?.lengthBytes);
    case 'readFiles':
      return atMostOneIo((readFiles?.inos?.length ?? 0) * SMALL_FILE_BYTES_MAX);
    case 'readdir':
      return (readdir?.entriesMax ?? 0) * DIRENT_BYTES;
    case 'copy':
      return COPIES_OF_A_COPY * atMostOneIo(copy?.lengthBytes);
    case 'allocate':
      return ENDS_OF_A_RANGE_BYTES;
    case 'setattr':
      // The chunk in which the file ends from now on, if it ends within one.
      return (setattr?.sizeBytes ?? 0) % CHUNK_SIZE_BYTES === 0 ? 0 : CHUNK_SIZE_BYTES;
    case 'seek':
      return SEEK_BYTES;
    case 'getxattr':
    case 'listxattr':
    case 'setxattr':
    case 'removexattr':
      return XATTR_VALUE_BYTES_MAX;
    default:
      return 0;
  }
}

const atMostOneIo = (bytes: number | null | undefined): number => Math.min(bytes ?? 0, IO_SIZE_BYTES_MAX);

function sizeOf(field: unknown): number {
  if (field instanceof Uint8Array) return field.length;
  return Array.isArray(field) ? field.length * ITEM_BYTES : 0;
}

/**
 * What opens, keeps or ends a session must not wait for its own flood: `FileSession` limits how much of that there is. Who waits
 * for a lock asks again all the time: that is no work that others should have to make way for.
 */
const takesTurn = ({ open, keepAlive, close, lock }: hafs.v1.FileRequest): boolean =>
  !open && !keepAlive && !close && lock?.waits !== true;
