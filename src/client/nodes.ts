import { RefusedError, UnreachableError } from '../core/errors.js';
import { normalizeAddress } from '../rpc/address.js';
import { Channel, type Trust } from '../rpc/channel.js';
import { FILE_METHODS } from '../rpc/services.js';
import type { Location, Locator } from './manager-search.js';

/** A node that is there answers in a few milliseconds; one that is frozen or gone costs no more than this. */
const LOCATE_TIMEOUT_MS = 1_000;

/** The connections to the nodes of the pool, one each, and what they know of the volume. */
export class Nodes implements Locator {
  private readonly channels = new Map<string, Channel>();

  /** @param trust of this client, as it is now. */
  constructor(
    private readonly volume: string,
    private readonly trust: () => Trust | undefined,
  ) {}

  channel(address: string): Channel {
    const trust = this.trust();
    const known = this.channels.get(address);
    if (known !== undefined && known.trust === trust) return known;
    // Streams that are open on the old one go on.
    known?.close();
    const channel = new Channel(address, trust);
    this.channels.set(address, channel);
    return channel;
  }

  async locate(address: string): Promise<Location> {
    const channel = this.channel(address);
    try {
      const reply = await channel.call(FILE_METHODS.Locate, { volume: this.volume }, LOCATE_TIMEOUT_MS);
      if (!reply.started)
        throw new RefusedError(
          `volume ${this.volume} is not started; first: hafs volume start ${this.volume}`,
        );
      const manager = reply.manager === '' ? undefined : normalizeAddress(reply.manager);
      return { addresses: reply.addresses.map(normalizeAddress), manager };
    } catch (error) {
      // A new connection finds a node that is back sooner than one that waits for lost packets to be repeated.
      if (error instanceof UnreachableError && this.channels.get(address) === channel) this.close(address);
      throw error;
    }
  }

  close(address: string): void {
    this.channels.get(address)?.close();
    this.channels.delete(address);
  }

  /** Without an address, all. */
  closeAllBut(address?: string): void {
    for (const other of [...this.channels.keys()]) if (other !== address) this.close(other);
  }
}
