import { Channel } from '../src/rpc/channel.js';
import type { Method } from '../src/rpc/services.js';

/** Calls from this node to others, over connections that are kept. */
export class NodeCalls {
  private readonly channels = new Map<string, Channel>();

  /** @throws as `Channel.call`. */
  call<ReqIn, ResOut>(
    address: string,
    method: Method<ReqIn, unknown, never, ResOut>,
    request: ReqIn,
    deadlineMs: number,
  ): Promise<ResOut> {
    let channel = this.channels.get(address);
    if (channel === undefined) {
      channel = new Channel(address);
      this.channels.set(address, channel);
    }
    return channel.call(method, request, deadlineMs);
  }

  close(): void {
    for (const channel of this.channels.values()) channel.close();
    this.channels.clear();
  }
}
