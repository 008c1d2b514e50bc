import { Channel, NODE_WATCH, type Trust } from '../src/rpc/channel.js';
import type { Method } from '../src/rpc/services.js';

/** Calls from this node to others, over connections that are kept. */
export class NodeCalls {
  private readonly channels = new Map<string, Channel>();

  /** @param trust of this node, as it is now. */
  constructor(private readonly trust: () => Trust | undefined) {}

  /** @throws as `Channel.call`. */
  call<ReqIn, ResOut>(
    address: string,
    method: Method<ReqIn, unknown, never, ResOut>,
    request: ReqIn,
    deadlineMs: number,
  ): Promise<ResOut> {
    return this.channel(address).call(method, request, deadlineMs);
  }

  /** A new one once this node has another certificate; calls under way end on the old one. */
  private channel(address: string): Channel {
    const trust = this.trust();
    const known = this.channels.get(address);
    if (known !== undefined && known.trust === trust) return known;
    known?.close();
    const channel = new Channel(address, trust, NODE_WATCH);
    this.channels.set(address, channel);
    return channel;
  }

  close(): void {
    for (const channel of this.channels.values()) channel.close();
    this.channels.clear();
  }
}
