import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { InvalidRequestError, RefusedError, UnreachableError } from '../core/errors.js';
import { MESSAGE_BYTES_MAX, MIB } from '../core/limits.js';
import { deadlineIn } from '../runtime/clock.js';
import type { Method } from './services.js';

/** Bytes in flight before the sender waits: the default of 64 KiB costs more than half of the throughput. */
export const FLOW_CONTROL_WINDOW_BYTES = 8 * MIB;
const RECONNECT_BACKOFF_MS_MIN = 100;
const RECONNECT_BACKOFF_MS_MAX = 1_000;

const CHANNEL_OPTIONS = {
  'grpc-node.flow_control_window': FLOW_CONTROL_WINDOW_BYTES,
  'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
  'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
  'grpc.initial_reconnect_backoff_ms': RECONNECT_BACKOFF_MS_MIN,
  'grpc.min_reconnect_backoff_ms': RECONNECT_BACKOFF_MS_MIN,
  'grpc.max_reconnect_backoff_ms': RECONNECT_BACKOFF_MS_MAX,
  'grpc.enable_http_proxy': 0,
  // Each channel has a connection of its own: a stalled one must not hold up another's.
  'grpc.use_local_subchannel_pool': 1,
} as const;

/** A connection to one node. Connects when first used; close it when done. */
export class Channel {
  private readonly client: Client;

  /** @param address HOST:PORT */
  constructor(readonly address: string) {
    this.client = new Client(address, credentials.createInsecure(), CHANNEL_OPTIONS);
  }

  /**
   * One request, one reply.
   * @throws {UnreachableError} no connection, or no reply within `deadlineMs`.
   * @throws {RefusedError | InvalidRequestError} as the other side said.
   */
  call<ReqIn, ResOut>(
    method: Method<ReqIn, unknown, never, ResOut>,
    request: ReqIn,
    deadlineMs: number,
  ): Promise<ResOut> {
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        new Metadata(),
        { deadline: deadlineIn(deadlineMs) },
        (error, reply) => {
          if (error !== null) reject(errorFromStatus(error, this.address));
          else if (reply === undefined) reject(new UnreachableError(`${this.address} sent an empty reply`));
          else resolve(reply);
        },
      );
    });
  }

  /** A stream in both directions, open until either side ends it. */
  stream<ReqIn, ResOut>(method: Method<ReqIn, unknown, never, ResOut>) {
    return this.client.makeBidiStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
    );
  }

  close(): void {
    this.client.close();
  }
}

/** What a status means to the caller: the counterpart of `statusFromError`. */
export function errorFromStatus(error: ServiceError, address: string): Error {
  switch (error.code) {
    case status.FAILED_PRECONDITION:
      return new RefusedError(error.details);
    case status.INVALID_ARGUMENT:
      return new InvalidRequestError(error.details);
    case status.UNAVAILABLE:
    case status.DEADLINE_EXCEEDED:
      return new UnreachableError(`cannot reach ${address}: ${unreachableReason(error)}`);
    default:
      return new RefusedError(`${address}: ${error.details}`);
  }
}

function unreachableReason(error: ServiceError): string {
  if (error.code === status.DEADLINE_EXCEEDED) return 'no answer in time';
  const refused = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ECONNRESET/.exec(error.details);
  return refused?.[0] ?? error.details;
}
