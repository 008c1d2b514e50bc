/**
 * What grpc-js leaves open on its servers. It makes its HTTP/2 servers by `http2.createServer` some time after it was
 * told to listen, so that is where they are given a wider window, and bounds.
 */
import http2 from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { KIB } from '../core/limits.js';
import { SystemClock, type Clock, type Timer } from '../runtime/clock.js';
import { FLOW_CONTROL_WINDOW_BYTES } from './channel.js';

/** Of one connection at once; a client needs one and a few calls. */
const STREAMS_MAX = 256;
/** A connection on which more calls are begun is ended. */
const STREAMS_PER_SECOND_MAX = 1_000;
const SECOND_MS = 1_000;
/** Who takes nothing of what waits for him for longer is disconnected: it is kept in memory. */
const STALL_MS_MAX = 15_000;

interface ConnectionBounds {
  /** Whoever begins more streams at once is disconnected. */
  readonly streamsMax: number;
  /** Received in all; who sends more is disconnected. */
  readonly bytesMax: number;
  readonly lookIntervalMs: number;
}

/** Beyond `STREAMS_MAX` streams are refused one by one: a client may not have heard of it yet. */
const BOUNDS: ConnectionBounds = {
  streamsMax: Number.POSITIVE_INFINITY,
  bytesMax: Number.POSITIVE_INFINITY,
  lookIntervalMs: 2_500,
};
/** Who has no certificate redeems a token, in one call of 2 KiB, and has nothing else to say. */
const STRANGER_BOUNDS: ConnectionBounds = { streamsMax: 2, bytesMax: 512 * KIB, lookIntervalMs: 100 };

/** Clients of grpc-js have an option for the window, its servers keep the 64 KiB of the standard: a fraction of the speed. */
function boundServers(clock: Clock): void {
  const { createServer } = http2;
  const bounded = (options: http2.ServerOptions): http2.Http2Server => {
    const settings = {
      ...options.settings,
      initialWindowSize: FLOW_CONTROL_WINDOW_BYTES,
      maxConcurrentStreams: STREAMS_MAX,
    };
    const server = createServer({ ...options, settings });
    server.on('session', (session) => {
      const bounds = isStranger(session) ? STRANGER_BOUNDS : BOUNDS;
      if (bounds === BOUNDS) session.setLocalWindowSize(FLOW_CONTROL_WINDOW_BYTES);
      new ConnectionWatch(session, bounds, clock).start();
    });
    return server;
  };
  http2.createServer = bounded as typeof http2.createServer;
}

boundServers(new SystemClock());

/** A wrong certificate is none of a stranger's: the listener lets nobody in with one. */
function isStranger({ encrypted, socket }: http2.Http2Session): boolean {
  return encrypted === true && Object.keys((socket as TLSSocket).getPeerCertificate()).length === 0;
}

/** hafs never compresses: what is small on the wire would be large, and be made so, before anybody counts it. */
const isCompressed = (headers: http2.IncomingHttpHeaders): boolean =>
  (headers['grpc-encoding'] ?? 'identity') !== 'identity';

/** Ends a connection that asks for too much, or does not take what it asked for. */
class ConnectionWatch {
  /** When each last had nothing more to send, or got some of it sent. */
  private readonly movedAtMs = new Map<http2.Http2Stream, number>();
  private second = 0;
  private begunCount = 0;
  private timer: Timer | undefined;

  constructor(
    private readonly session: http2.Http2Session,
    private readonly bounds: ConnectionBounds,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.session.on('stream', (stream: http2.Http2Stream, headers: http2.IncomingHttpHeaders) =>
      this.begun(stream, headers),
    );
    this.session.on('close', () => this.timer?.stop());
    this.lookLater();
  }

  private begun(stream: http2.Http2Stream, headers: http2.IncomingHttpHeaders): void {
    this.moved(stream);
    stream.on('drain', () => this.moved(stream));
    stream.on('close', () => this.movedAtMs.delete(stream));
    const isTooMany = this.movedAtMs.size > this.bounds.streamsMax || this.isTooFast();
    if (isTooMany || isCompressed(headers)) this.session.destroy();
  }

  private isTooFast(): boolean {
    const second = Math.floor(this.clock.monotonicMs() / SECOND_MS);
    this.begunCount = second === this.second ? this.begunCount + 1 : 1;
    this.second = second;
    return this.begunCount > STREAMS_PER_SECOND_MAX;
  }

  private moved(stream: http2.Http2Stream): void {
    this.movedAtMs.set(stream, this.clock.monotonicMs());
  }

  private lookLater(): void {
    this.timer = this.clock.after(this.bounds.lookIntervalMs, () => {
      this.look();
      if (!this.session.destroyed) this.lookLater();
    });
  }

  private look(): void {
    for (const [stream, atMs] of this.movedAtMs) this.lookAt(stream, atMs);
    if (this.session.destroyed) return;
    if (this.session.socket.bytesRead > this.bounds.bytesMax) this.session.destroy();
  }

  private lookAt(stream: http2.Http2Stream, movedAtMs: number): void {
    // A stream on which nothing is to be said may be silent for as long as it likes.
    if (stream.writableLength === 0) this.moved(stream);
    else if (this.clock.monotonicMs() - movedAtMs > STALL_MS_MAX) this.session.destroy();
  }
}
