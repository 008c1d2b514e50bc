import http2 from 'node:http2';
import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type handleUnaryCall,
  type MethodDefinition,
  type ServerDuplexStream,
} from '@grpc/grpc-js';
import { AssertionError } from '../core/assert.js';
import { HafsError, InvalidRequestError, messageOf, RefusedError, UnreachableError } from '../core/errors.js';
import { MESSAGE_BYTES_MAX } from '../core/limits.js';
import type { Logger } from '../runtime/logger.js';
import { FLOW_CONTROL_WINDOW_BYTES } from './channel.js';
import type { Method } from './services.js';

type Unary<ReqOut, ResIn> = Method<never, ReqOut, ResIn, unknown>;

const SERVER_OPTIONS = {
  'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
  'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
  // A connection whose peer has vanished without a word is given up.
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 5_000,
} as const;

/** What a node serves: methods are added one by one, then it listens. */
export class RpcServer {
  private readonly server: Server;

  constructor(private readonly log: Logger) {
    this.server = new Server(SERVER_OPTIONS);
  }

  /** Anything thrown by `handle` reaches the caller as a status; the server lives on. */
  unary<ReqOut, ResIn>(method: Unary<ReqOut, ResIn>, handle: (request: ReqOut) => Promise<ResIn>): void {
    const handler: handleUnaryCall<ReqOut, ResIn> = (call, reply) => {
      handle(call.request).then(
        (value) => reply(null, value),
        (error: unknown) => reply({ code: statusOf(error, this.log), details: messageOf(error) }),
      );
    };
    this.server.addService({ call: serverSideOf(method) }, { call: handler });
  }

  stream<ReqOut, ResIn>(
    method: Unary<ReqOut, ResIn>,
    handle: (call: ServerDuplexStream<ReqOut, ResIn>) => void,
  ): void {
    const handler = (call: ServerDuplexStream<ReqOut, ResIn>): void => {
      // Tells the other side that it is heard, before there is anything to say.
      call.sendMetadata(new Metadata());
      handle(call);
    };
    this.server.addService({ call: serverSideOf(method) }, { call: handler });
  }

  /** @returns the port. @throws {RefusedError} when the address cannot be had. */
  async listen(address: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
        if (error === null) resolve(port);
        else
          reject(new RefusedError(`cannot listen on ${address}: ${listenFailure(error)}`, { cause: error }));
      });
    });
  }

  /** Streams and connections end at once; what is under way is not waited for. */
  close(): void {
    this.server.forceShutdown();
  }
}

/** What a server needs of a method; the client's half is never called here. */
function serverSideOf<ReqOut, ResIn>(method: Unary<ReqOut, ResIn>): MethodDefinition<ReqOut, ResIn> {
  const { path, requestStream, responseStream, requestDeserialize, responseSerialize } = method;
  const requestSerialize = (): Buffer => assertNever(path);
  const responseDeserialize = (): ResIn => assertNever(path);
  const mine = { path, requestStream, responseStream, requestDeserialize, responseSerialize };
  return { ...mine, requestSerialize, responseDeserialize };
}

function assertNever(path: string): never {
  throw new AssertionError(`${path}: the client's half was called on the server`);
}

/**
 * grpc-js gives clients an option for HTTP/2's flow-control window, but its servers keep the 64 KiB of the
 * standard, which holds bulk transfers at a fraction of the speed. It makes its HTTP/2 servers by
 * `http2.createServer` some time after it was told to listen, so that is where the window is widened.
 */
function widenWindows(): void {
  const { createServer } = http2;
  const widened = (options: http2.ServerOptions): http2.Http2Server => {
    const settings = { ...options.settings, initialWindowSize: FLOW_CONTROL_WINDOW_BYTES };
    const server = createServer({ ...options, settings });
    server.on('session', (session) => session.setLocalWindowSize(FLOW_CONTROL_WINDOW_BYTES));
    return server;
  };
  http2.createServer = widened as typeof http2.createServer;
}

widenWindows();

/** The counterpart of `errorFromStatus`. */
function statusOf(error: unknown, log: Logger): status {
  if (error instanceof InvalidRequestError) return status.INVALID_ARGUMENT;
  if (error instanceof UnreachableError) return status.UNAVAILABLE;
  if (error instanceof HafsError) return status.FAILED_PRECONDITION;
  log.error('rpc.unexpected_error', { error });
  return status.INTERNAL;
}

function listenFailure(error: Error): string {
  if (error.message.includes('EADDRINUSE')) return 'the port is in use by another process';
  if (error.message.includes('EADDRNOTAVAIL')) return 'this machine has no such address';
  return error.message;
}
