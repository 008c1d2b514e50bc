import { InvalidRequestError } from '../src/core/errors.js';
import type { Trust } from '../src/rpc/channel.js';
import type { Caller } from '../src/rpc/identity/caller.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { wire, type hafs } from '../src/rpc/wire.js';
import { NodeLink, type LinkMessage } from './node-link.js';

/** The server's end of another node's link, as far as it is needed here. */
export interface IncomingLink {
  on(event: 'data', listener: (message: hafs.v1.ILinkMessage) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  end(): void;
}

export interface NodeLinksDeps {
  readonly self: string;
  /** Of this node, as it is now. */
  readonly trust: () => Trust | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onMessage: (message: LinkMessage) => void;
  /** A connection to or from this node broke: its process has probably died. */
  readonly onDown: (node: string) => void;
}

/** The connections between this node and the others of its pool. */
export class NodeLinks {
  private readonly links = new Map<string, NodeLink>();
  /** Nodes that are being brought into the pool. */
  private readonly guests = new Set<string>();

  constructor(private readonly deps: NodeLinksDeps) {}

  /** @param addresses HOST:PORT by node id; links to others are closed. */
  setPeers(addresses: ReadonlyMap<string, string>): void {
    for (const [node, link] of this.links) {
      if (addresses.get(node) === link.address || this.guests.has(node)) continue;
      link.close();
      this.links.delete(node);
    }
    for (const [node, address] of addresses) {
      if (node !== this.deps.self && !this.links.has(node)) this.connect(node, address);
    }
  }

  /** Keeps a link to a node that is not of the pool yet, until `forgetGuest`. */
  addGuest(node: string, address: string): void {
    this.guests.add(node);
    if (this.links.get(node)?.address === address) return;
    this.links.get(node)?.close();
    this.connect(node, address);
  }

  forgetGuest(node: string): void {
    this.guests.delete(node);
  }

  private connect(node: string, address: string): void {
    const { clock, log, trust } = this.deps;
    const link = new NodeLink(address, {
      trust,
      clock,
      log,
      onUp: () => log.info('link.up', { node, address }),
      onDown: () => this.deps.onDown(node),
    });
    this.links.set(node, link);
    link.connect();
  }

  isConnected(node: string): boolean {
    return node === this.deps.self || this.links.get(node)?.isOpen === true;
  }

  send(node: string, message: LinkMessage): void {
    const signed = { ...message, fromNode: this.deps.self };
    if (node === this.deps.self) this.sendHere(signed);
    else this.links.get(node)?.send(signed);
  }

  /** From one brick of this node to another of the same volume: not within the event that it follows from. */
  private sendHere(message: LinkMessage): void {
    // As over the wire: the receiver must not share what the sender goes on working with.
    const bytes = wire.LinkMessage.encode(message).finish();
    this.deps.clock.after(0, () => this.deps.onMessage(wire.LinkMessage.decode(bytes)));
  }

  /** Another node's link to this one. */
  accept(call: IncomingLink, caller: Caller): void {
    let from: string | undefined;
    call.on('data', (message) => {
      // A node that names another one must not have it taken for dead when this connection ends.
      if (this.receive(call, message, caller)) from ??= message.fromNode ?? undefined;
    });
    call.on('end', () => call.end());
    call.on('error', (error) => this.deps.log.debug('link.incoming_failed', { from, reason: error.message }));
    call.on('close', () => {
      if (from !== undefined) this.deps.onDown(from);
    });
  }

  /** A message that breaks the rules ends the connection it came on, and nothing else. @returns whether it did not. */
  private receive(call: IncomingLink, message: LinkMessage, caller: Caller): boolean {
    try {
      if ('id' in caller && caller.id !== message.fromNode)
        throw new InvalidRequestError(`the certificate is that of ${caller.id}`);
      this.deps.onMessage(message);
      return true;
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      this.deps.log.warn('link.message_refused', { from: message.fromNode, reason: error.message });
      call.end();
      return false;
    }
  }

  close(): void {
    for (const link of this.links.values()) link.close();
    this.links.clear();
  }
}
