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
  readonly streams: Set<Regulated>;
}

/** What each client makes this node keep in memory. */
export class ClientMemory {
  private readonly held = new Map<ClientKey, Held>();

  isFull(client: ClientKey): boolean {
    return (this.held.get(client)?.bytes ?? 0) > CLIENT_BYTES_MAX;
  }

  take(client: ClientKey, bytes: number, stream: Regulated): void {
    const held = this.held.get(client) ?? { bytes: 0, streams: new Set() };
    this.held.set(client, held);
    held.bytes += bytes;
    held.streams.add(stream);
  }

  giveBack(client: ClientKey, bytes: number): void {
    const held = this.held.get(client);
    if (held === undefined) return;
    const wasFull = this.isFull(client);
    held.bytes -= bytes;
    if (held.bytes === 0) this.held.delete(client);
    if (wasFull && !this.isFull(client)) for (const stream of held.streams) stream.regulate();
  }

  /** The stream has ended; what is still under way on it is given back later. */
  leave(client: ClientKey, stream: Regulated): void {
    this.held.get(client)?.streams.delete(stream);
  }
}
