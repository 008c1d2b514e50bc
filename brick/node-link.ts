import { messageOf } from '../src/core/errors.js';
import { Channel, NODE_WATCH, type Trust } from '../src/rpc/channel.js';
import { REPLICA_METHODS } from '../src/rpc/services.js';
import type { hafs } from '../src/rpc/wire.js';
import type { Clock, Timer } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';

const RECONNECT_MS_MIN = 100;
const RECONNECT_MS_MAX = 1_000;
/** A connection that is not made by then is begun anew: one whose first packets were lost asks again ever more rarely. */
const CONNECT_MS_MAX = 4_000;
/** A peer that takes nothing off the wire for longer is disconnected: what is buffered for it must not grow. */
const STALL_MS_MAX = 5_000;

export type LinkMessage = hafs.v1.ILinkMessage;

export interface NodeLinkDeps {
  /** Of this node, as it is now. */
  readonly trust: () => Trust | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onUp: () => void;
  /** The connection broke. */
  readonly onDown: () => void;
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'waiting'; readonly timer: Timer }
  | {
      readonly kind: 'connecting';
      readonly channel: Channel;
      readonly stream: LinkStream;
      readonly late: Timer;
    }
  | { readonly kind: 'open'; readonly channel: Channel; readonly stream: LinkStream };

type LinkStream = ReturnType<typeof openStream>;

const openStream = (channel: Channel) => channel.stream(REPLICA_METHODS.Link);

/** This node's connection to one other, for sending; made anew whenever it breaks. */
export class NodeLink {
  private state: State = { kind: 'closed' };
  private reconnectMs = RECONNECT_MS_MIN;
  private stalledSinceMs: number | undefined;

  constructor(
    readonly address: string,
    private readonly deps: NodeLinkDeps,
  ) {}

  get isOpen(): boolean {
    return this.state.kind === 'open';
  }

  connect(): void {
    const channel = new Channel(this.address, this.deps.trust(), NODE_WATCH);
    const stream = openStream(channel);
    const late = this.deps.clock.after(CONNECT_MS_MAX, () => this.broken(stream, 'does not answer'));
    this.state = { kind: 'connecting', channel, stream, late };
    stream.on('metadata', () => this.opened(stream));
    stream.on('error', (error: unknown) => this.broken(stream, messageOf(error)));
    stream.on('end', () => this.broken(stream, 'closed by the other side'));
    stream.on('drain', () => (this.stalledSinceMs = undefined));
    // Nothing comes back on this stream, but its end is only seen by one who reads.
    stream.resume();
  }

  /** Best effort: a message that cannot go out now is dropped, as the core expects of a network. */
  send(message: LinkMessage): void {
    if (this.state.kind !== 'open') return;
    const { stream } = this.state;
    if (this.isStalled()) {
      this.broken(stream, 'takes nothing any more');
      return;
    }
    if (!stream.write(message)) this.stalledSinceMs ??= this.deps.clock.monotonicMs();
  }

  close(): void {
    const { state } = this;
    this.state = { kind: 'closed' };
    if (state.kind === 'waiting') state.timer.stop();
    if (state.kind === 'connecting') state.late.stop();
    if (state.kind === 'connecting' || state.kind === 'open') discard(state.stream, state.channel);
  }

  private isStalled(): boolean {
    return (
      this.stalledSinceMs !== undefined && this.deps.clock.monotonicMs() - this.stalledSinceMs > STALL_MS_MAX
    );
  }

  private opened(stream: LinkStream): void {
    if (this.state.kind !== 'connecting' || this.state.stream !== stream) return;
    this.state.late.stop();
    this.state = { kind: 'open', channel: this.state.channel, stream };
    this.reconnectMs = RECONNECT_MS_MIN;
    this.stalledSinceMs = undefined;
    this.deps.onUp();
  }

  private broken(stream: LinkStream, reason: string): void {
    if (this.state.kind !== 'connecting' && this.state.kind !== 'open') return;
    if (this.state.stream !== stream) return;
    const wasOpen = this.state.kind === 'open';
    if (this.state.kind === 'connecting') this.state.late.stop();
    discard(stream, this.state.channel);
    const timer = this.deps.clock.after(this.reconnectMs, () => this.connect());
    this.state = { kind: 'waiting', timer };
    this.reconnectMs = Math.min(this.reconnectMs * 2, RECONNECT_MS_MAX);
    if (!wasOpen) return;
    this.deps.log.info('link.down', { address: this.address, reason });
    this.deps.onDown();
  }
}

function discard(stream: LinkStream, channel: Channel): void {
  // Its end has been dealt with; what it still says must not crash the process.
  stream.removeAllListeners();
  stream.on('error', () => undefined);
  stream.cancel();
  channel.close();
}
