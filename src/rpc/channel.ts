import { Client, credentials, Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { AccessDeniedError, InvalidRequestError, RefusedError, UnreachableError } from '../core/errors.js';
import { MESSAGE_BYTES_MAX, MIB } from '../core/limits.js';
import { deadlineIn } from '../runtime/clock.js';
import type { Credential } from './identity/credential.js';
import { secureContext, serverProblem } from './identity/tls.js';
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
  // Nodes are known by their certificates, not by names; and an address is not allowed where TLS wants a name.
  'grpc.ssl_target_name_override': 'node.hafs',
} as const;

/** Set in the replies of a node that was told to do without TLS. */
export const INSECURE_KEY = 'hafs-insecure';

/** A credential, or, before one has any, only the authority that the other side must have its certificate from. */
export type Trust = Pick<Credential, 'authorityPem'> & Partial<Credential>;

/** TCP itself notices a lost network late: what was sent meanwhile is sent again after ever longer pauses. */
export interface Watch {
  readonly intervalMs: number;
  readonly silenceMsMax: number;
}

/** What a client sends may take long to its end: several MiB wait in the system's buffers, over a slow line for many seconds. */
const PATIENT_WATCH: Watch = { intervalMs: 5_000, silenceMsMax: 20_000 };
/** Between nodes, which are near each other. */
export const NODE_WATCH: Watch = { intervalMs: 2_000, silenceMsMax: 5_000 };

const channelCredentials = (trust: Trust | undefined) =>
  trust === undefined
    ? credentials.createInsecure()
    : credentials.createFromSecureContext(secureContext(trust), { checkServerIdentity: serverProblem });

/** A connection to one node. Connects when first used; close it when done. */
export class Channel {
  private readonly client: Client;
  private isToldInsecure = false;

  /**
   * @param address HOST:PORT
   * @param trust who we are, and whom we believe; without it nobody is asked, and nothing is secret.
   * @param watch while calls are under way the other side is asked for signs of life; without one they end.
   */
  constructor(
    readonly address: string,
    readonly trust?: Trust,
    { intervalMs, silenceMsMax }: Watch = PATIENT_WATCH,
  ) {
    const watching = {
      'grpc.keepalive_time_ms': intervalMs,
      'grpc.keepalive_timeout_ms': silenceMsMax,
    };
    this.client = new Client(address, channelCredentials(trust), { ...CHANNEL_OPTIONS, ...watching });
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
      const call = this.client.makeUnaryRequest(
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
      call.on('metadata', (metadata: Metadata) => {
        if (metadata.get(INSECURE_KEY).length > 0) this.isToldInsecure = true;
      });
    });
  }

  /** The other side has said that anybody may talk to it, and listen. */
  get isInsecure(): boolean {
    return this.isToldInsecure;
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

/** Set when a stream has ended because this caller may not have it. */
export const refusalOf = ({ code, details }: StatusObject): AccessDeniedError | undefined =>
  code === status.PERMISSION_DENIED ? new AccessDeniedError(details) : undefined;

/** What a status means to the caller: the counterpart of `statusFromError`. */
export function errorFromStatus(error: ServiceError, address: string): Error {
  switch (error.code) {
    case status.FAILED_PRECONDITION:
      return new RefusedError(error.details);
    case status.INVALID_ARGUMENT:
      return new InvalidRequestError(error.details);
    case status.PERMISSION_DENIED:
      return new AccessDeniedError(error.details);
    case status.UNAVAILABLE:
    case status.DEADLINE_EXCEEDED:
      // It may have answered, and tell of another node that did not.
      return new UnreachableError(
        error.details.startsWith('cannot reach')
          ? `${address}: ${error.details}`
          : `cannot reach ${address}: ${unreachableReason(error)}`,
      );
    default:
      return new RefusedError(`${address}: ${error.details}`);
  }
}

/** As OpenSSL, Node and gRPC have them, and as people understand them. */
const TLS_PROBLEMS = [
  {
    sign: /wrong version number|packet length too long|http_request|unsupported protocol/i,
    words: 'it does not speak TLS, which this credential wants',
  },
  {
    sign: /self.signed certificate|unable to verify|signature failure|no node of this pool/i,
    words: 'its certificate is not of the pool that this credential is of',
  },
  { sign: /expired/i, words: 'a certificate has expired' },
  {
    sign: /Failed to connect|Connection dropped|socket hang up/,
    words: 'it ends the connection; a pool with identities wants a credential (--credential)',
  },
];

function unreachableReason(error: ServiceError): string {
  if (error.code === status.DEADLINE_EXCEEDED) return 'no answer in time';
  const tls = TLS_PROBLEMS.find(({ sign }) => sign.test(error.details));
  if (tls !== undefined) return tls.words;
  const refused = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ECONNRESET/.exec(error.details);
  return refused?.[0] ?? error.details;
}
