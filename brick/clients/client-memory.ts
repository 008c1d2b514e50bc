import { MIB } from '../../src/core/limits.js';
import type { ClientKey } from './fair-turns.js';

/** Of the requests of one client that a node keeps, on all its streams: a client may have hundreds. */
const CLIENT_BYTES_MAX = 256 * MIB;

/** A stream that is not read from while its client has too much on this node. */
export interface Regulated {
  regulate(): void;
}

interface Held {
  bytes: number;
  /** That are not read from because of it. */
  readonly streams: Set<Regulated>;
}

const isFull = ({ bytes }: Held): boolean => bytes > CLIENT_BYTES_MAX;

/** What each client makes this node keep in memory. */
export class ClientMemory {
  private readonly held = new Map<ClientKey, Held>();

  /** @param stream is regulated again when that changes. */
  isFull(client: ClientKey, stream: Regulated): boolean {
    const held = this.held.get(client);
    if (held === undefined || !isFull(held)) return false;
    held.streams.add(stream);
    return true;
  }

  take(client: ClientKey, bytes: number): void {
    const held = this.held.get(client) ?? { bytes: 0, streams: new Set() };
    this.held.set(client, held);
    held.bytes += bytes;
  }

  giveBack(client: ClientKey, bytes: number): void {
    const held = this.held.get(client);
    if (held === undefined) return;
    const wasFull = isFull(held);
    held.bytes -= bytes;
    if (held.bytes === 0) this.held.delete(client);
    if (!wasFull || isFull(held)) return;
    const paused = [...held.streams];
    held.streams.clear();
    for (const stream of paused) stream.regulate();
  }

  /** The stream has ended; what is still under way on it is given back later. */
  leave(client: ClientKey, stream: Regulated): void {
    this.held.get(client)?.streams.delete(stream);
  }
}
