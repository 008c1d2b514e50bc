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
import {
  AccessDeniedError,
  HafsError,
  InvalidRequestError,
  messageOf,
  RefusedError,
  UnreachableError,
} from '../core/errors.js';
import { MESSAGE_BYTES_MAX } from '../core/limits.js';
import { SystemClock, wallMs, type Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import { callGate, type Gate } from './call-gate.js';
import { INSECURE_KEY } from './channel.js';
import './http2-bounds.js';
import { refuseUnlessAllowed, REVOKED } from './identity/access.js';
import { ANYONE, namedBy, STRANGER, type Caller, type Named } from './identity/caller.js';
import type { Credential } from './identity/credential.js';
import { TlsListener } from './identity/tls-listener.js';
import { refuseUnbounded } from './request-limits.js';
import type { Method } from './services.js';

type Unary<ReqOut, ResIn> = Method<never, ReqOut, ResIn, unknown>;

const SERVER_OPTIONS = {
  'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
  'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
  // A connection whose peer has vanished without a word is given up.
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 5_000,
} as const;

/** Whom a server with an identity of its own lets in. */
export interface Guarding {
  readonly credential: Credential;
  readonly clock: Clock;
  /** Beyond its certificate: whether the pool still knows the caller. */
  readonly standing: (caller: Named) => Standing;
}

/** `unknown`: this node has not heard of the caller, and others may have. */
export type Standing = 'good' | 'revoked' | 'unknown';

/** What a node serves: methods are added one by one, then it listens. */
export class RpcServer {
  private readonly server: Server;
  private listener: TlsListener | undefined;

  /** @param isInsecure is told to everyone who asks. */
  constructor(
    private readonly log: Logger,
    private readonly guarding?: Guarding,
    private readonly isInsecure = false,
  ) {
    const gate: Gate = (path, source) => this.refusalOf(path, source);
    this.server = new Server({
      ...SERVER_OPTIONS,
      interceptors: [callGate(gate, guarding?.clock ?? new SystemClock())],
    });
  }

  /** Anything thrown by `handle` reaches the caller as a status; the server lives on. */
  unary<ReqOut, ResIn>(
    method: Unary<ReqOut, ResIn>,
    handle: (request: ReqOut, caller: Caller) => Promise<ResIn>,
  ): void {
    const handler: handleUnaryCall<ReqOut, ResIn> = (call, reply) => {
      if (this.isInsecure) call.sendMetadata(insecureMetadata());
      const answer = async (): Promise<ResIn> => {
        const caller = this.admitted(method.path, call);
        refuseUnbounded(call.request, method.listLengthMax);
        return handle(call.request, caller);
      };
      answer().then(
        (value) => reply(null, value),
        (error: unknown) => reply({ code: statusOf(error, this.log), details: messageOf(error) }),
      );
    };
    this.server.addService({ call: serverSideOf(method) }, { call: handler });
  }

  stream<ReqOut, ResIn>(
    method: Unary<ReqOut, ResIn>,
    handle: (call: ServerDuplexStream<ReqOut, ResIn>, caller: Caller) => void,
  ): void {
    const handler = (call: ServerDuplexStream<ReqOut, ResIn>): void => {
      const caller = this.admittedToStream(method.path, call);
      if (caller === undefined) return;
      // Tells the other side that it is heard, before there is anything to say.
      call.sendMetadata(new Metadata());
      handle(call, caller);
    };
    this.server.addService({ call: serverSideOf(method) }, { call: handler });
  }

  /** @returns the port. @throws {RefusedError} when the address cannot be had. */
  async listen(address: string): Promise<number> {
    try {
      return await (this.guarding === undefined
        ? this.bind(address)
        : this.listenTls(address, this.guarding));
    } catch (error) {
      throw new RefusedError(`cannot listen on ${address}: ${listenFailure(messageOf(error))}`, {
        cause: error,
      });
    }
  }

  /** From now on new connections are met with this. */
  use(credential: Credential): void {
    this.listener?.use(credential);
  }

  /** Ends the connections of those who are no longer welcome. */
  cutOff(): void {
    const { guarding } = this;
    if (guarding === undefined) return;
    this.listener?.cutOff(wallMs(guarding.clock), (caller) => guarding.standing(caller) !== 'revoked');
  }

  /** Streams and connections end at once; what is under way is not waited for. */
  close(): void {
    this.listener?.close();
    this.server.forceShutdown();
  }

  private bind(address: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
        if (error === null) resolve(port);
        else reject(error);
      });
    });
  }

  /** TLS ends before gRPC begins: certificates can be exchanged, and callers cut off, while the server runs. */
  private listenTls(address: string, { credential, clock }: Guarding): Promise<number> {
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? [];
    const injector = this.server.createConnectionInjector(ServerCredentials.createInsecure());
    this.listener = new TlsListener(credential, clock, (socket) => injector.injectConnection(socket));
    return this.listener.listen(host, Number(port));
  }

  /** @throws {AccessDeniedError} | {UnreachableError} */
  private admitted(path: string, call: CallerSource): Caller {
    const caller = this.guarding === undefined ? ANYONE : callerOf(call);
    refuseUnlessAllowed(path, caller);
    const standing = 'id' in caller ? this.guarding?.standing(caller) : 'good';
    if (standing === 'revoked') throw new AccessDeniedError(REVOKED);
    if (standing === 'unknown') throw new UnreachableError('this node does not know the client yet');
    return caller;
  }

  private refusalOf(path: string, call: CallerSource) {
    try {
      this.admitted(path, call);
      return undefined;
    } catch (error) {
      return { code: statusOf(error, this.log), details: messageOf(error) };
    }
  }

  private admittedToStream(path: string, call: CallerSource & RefusableCall): Caller | undefined {
    try {
      return this.admitted(path, call);
    } catch (error) {
      call.on('error', () => undefined); // What comes after the refusal is nobody's business.
      call.emit('error', { code: statusOf(error, this.log), details: messageOf(error) });
      return undefined;
    }
  }
}

type CallerSource = Pick<ServerDuplexStream<unknown, unknown>, 'getAuthContext'>;
interface RefusableCall {
  on(event: 'error', listener: () => void): unknown;
  emit(event: 'error', status: { readonly code: status; readonly details: string }): boolean;
}

const callerOf = (call: CallerSource): Caller =>
  namedBy(call.getAuthContext().sslPeerCertificate?.subjectaltname) ?? STRANGER;

function insecureMetadata(): Metadata {
  const metadata = new Metadata();
  metadata.set(INSECURE_KEY, '1');
  return metadata;
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

/** The counterpart of `errorFromStatus`. */
function statusOf(error: unknown, log: Logger): status {
  if (error instanceof InvalidRequestError) return status.INVALID_ARGUMENT;
  if (error instanceof AccessDeniedError) return status.PERMISSION_DENIED;
  if (error instanceof UnreachableError) return status.UNAVAILABLE;
  if (error instanceof HafsError) return status.FAILED_PRECONDITION;
  log.error('rpc.unexpected_error', { error });
  return status.INTERNAL;
}

function listenFailure(message: string): string {
  if (message.includes('EADDRINUSE')) return 'the port is in use by another process';
  if (message.includes('EADDRNOTAVAIL')) return 'this machine has no such address';
  return message;
}
