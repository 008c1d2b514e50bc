/**
 * What grpc-js leaves open on its servers. It makes its HTTP/2 servers by `http2.createServer` some time after it was
 * told to listen, so that is where they are given a wider window, and bounds.
 */
import http2 from 'node:http2';
import { SystemClock, type Clock, type Timer } from '../runtime/clock.js';
import { FLOW_CONTROL_WINDOW_BYTES } from './channel.js';

/** Of one connection at once; a client needs one and a few calls. */
const STREAMS_MAX = 256;
/** A connection on which more calls are begun is ended. */
const STREAMS_PER_SECOND_MAX = 1_000;
const SECOND_MS = 1_000;
/** Who takes nothing of what waits for him for longer is disconnected: it is kept in memory. */
const STALL_MS_MAX = 15_000;
const LOOK_INTERVAL_MS = 2_500;

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
      session.setLocalWindowSize(FLOW_CONTROL_WINDOW_BYTES);
      new ConnectionWatch(session, clock).start();
    });
    return server;
  };
  http2.createServer = bounded as typeof http2.createServer;
}

boundServers(new SystemClock());

/** Ends a connection that asks for too much, or does not take what it asked for. */
class ConnectionWatch {
  /** When each last had nothing more to send, or got some of it sent. */
  private readonly movedAtMs = new Map<http2.Http2Stream, number>();
  private second = 0;
  private begunCount = 0;
  private timer: Timer | undefined;

  constructor(
    private readonly session: http2.Http2Session,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.session.on('stream', (stream: http2.Http2Stream) => this.begun(stream));
    this.session.on('close', () => this.timer?.stop());
    this.lookLater();
  }

  private begun(stream: http2.Http2Stream): void {
    const second = Math.floor(this.clock.monotonicMs() / SECOND_MS);
    this.begunCount = second === this.second ? this.begunCount + 1 : 1;
    this.second = second;
    if (this.begunCount > STREAMS_PER_SECOND_MAX) {
      this.session.destroy();
      return;
    }
    this.moved(stream);
    stream.on('drain', () => this.moved(stream));
    stream.on('close', () => this.movedAtMs.delete(stream));
  }

  private moved(stream: http2.Http2Stream): void {
    this.movedAtMs.set(stream, this.clock.monotonicMs());
  }

  private lookLater(): void {
    this.timer = this.clock.after(LOOK_INTERVAL_MS, () => {
      for (const [stream, atMs] of this.movedAtMs) this.look(stream, atMs);
      if (!this.session.destroyed) this.lookLater();
    });
  }

  private look(stream: http2.Http2Stream, movedAtMs: number): void {
    // A stream on which nothing is to be said may be silent for as long as it likes.
    if (stream.writableLength === 0) this.moved(stream);
    else if (this.clock.monotonicMs() - movedAtMs > STALL_MS_MAX) this.session.destroy();
  }
}
