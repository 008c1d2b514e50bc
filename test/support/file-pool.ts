/**
 * Nodes that speak `File` over real sockets, on one volume in memory: a client cannot tell them from a replica
 * set. Each can be told to misbehave.
 */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { defined } from '../../src/core/assert.js';
import {
  InvalidRequestError,
  NotManagerError,
  OutcomeUnknownError,
  QuorumLostError,
  RefusedError,
  SessionExpiredError,
} from '../../src/core/errors.js';
import type { Ino } from '../../src/core/ids.js';
import { isQuery, type FileOperation, type FileReply } from '../../src/core/operation.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { operationFromWire } from '../../src/rpc/operation-codec.js';
import { failureToWire, replyToWire } from '../../src/rpc/reply-codec.js';
import { RpcServer } from '../../src/rpc/server.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import type { hafs } from '../../src/rpc/wire.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { LocalVolume } from './local-volume.js';

type Stream = ServerDuplexStream<hafs.v1.FileRequest, hafs.v1.IFileResponse>;

interface PoolSession {
  readonly volume: FileVolume;
  readonly slots: Map<number, { readonly sequence: number; readonly reply: FileReply }>;
}

export const VOLUME = 'web';

/** What all nodes have in common: the replicated state, and who is manager. */
export class FilePool {
  readonly nodes: FileNode[] = [];
  readonly sessions = new Map<number, PoolSession>();
  manager: FileNode | undefined;
  isStarted = true;
  /** What every keepalive is answered with. */
  orphans: readonly Ino[] = [];
  /** Every mutation that was applied, in order; what is answered from a slot is not. */
  readonly applied: string[] = [];
  private lastSession = 0;
  private lastMutation: Promise<unknown> = Promise.resolve();
  private readonly volume = new LocalVolume(new SystemClock());
  private held: { readonly kind: string; readonly until: Promise<void> } | undefined;

  static async start(nodeCount: number): Promise<FilePool> {
    const pool = new FilePool();
    for (let i = 0; i < nodeCount; i++) pool.nodes.push(await FileNode.start(pool));
    pool.manager = pool.nodes[0];
    return pool;
  }

  get addresses(): string[] {
    return this.nodes.map((node) => node.address);
  }

  /** Operations of this kind wait before they are looked at. @returns what lets them go on. */
  hold(kind: FileOperation['kind']): () => void {
    let release: () => void = () => undefined;
    this.held = { kind, until: new Promise((resolve) => (release = resolve)) };
    return () => {
      this.held = undefined;
      release();
    };
  }

  openSession(wanted: number): number {
    if (wanted !== 0) {
      this.session(wanted);
      return wanted;
    }
    const id = ++this.lastSession;
    this.sessions.set(id, { volume: this.volume.connect(), slots: new Map() });
    return id;
  }

  async execute(id: number, request: hafs.v1.FileRequest): Promise<FileReply> {
    const operation = operationFromWire(request);
    if (this.held?.kind === operation.kind) await this.held.until;
    const session = this.session(id);
    if (isQuery(operation)) return session.volume.execute(operation);
    const { slot, sequence } = request;
    const run = (): Promise<FileReply> => this.mutate(session, { slot, sequence }, operation);
    const reply = this.lastMutation.then(run, run);
    this.lastMutation = reply;
    return reply;
  }

  private async mutate(
    session: PoolSession,
    { slot, sequence }: { slot: number; sequence: number },
    operation: FileOperation,
  ): Promise<FileReply> {
    const last = session.slots.get(slot);
    if (last?.sequence === sequence) return last.reply;
    if (last !== undefined && last.sequence > sequence) throw new InvalidRequestError('too old for its slot');
    const reply = await session.volume.execute(operation);
    session.slots.set(slot, { sequence, reply });
    this.applied.push(operation.kind);
    return reply;
  }

  session(id: number): PoolSession {
    const session = this.sessions.get(id);
    if (session === undefined) throw new SessionExpiredError('the volume does not know this session');
    return session;
  }

  stop(): void {
    for (const node of this.nodes) node.die();
  }
}

/** One node. Its fields are what it is told to do wrong. */
export class FileNode {
  address = '';
  /** Accepts connections, and says nothing. */
  isFrozen = false;
  hasQuorum = true;
  /** Applies an operation of this kind, and is dead before it has replied. */
  diesAfter: FileOperation['kind'] | undefined;
  /** Applies the next operation of this kind, and does not know whether it has. */
  doubtsAfter: FileOperation['kind'] | undefined;
  /** Requests that were looked at, by kind. */
  readonly requests: string[] = [];
  readonly streams = new Set<Stream>();
  private readonly server = new RpcServer(silentLogger);

  private constructor(private readonly pool: FilePool) {}

  static async start(pool: FilePool): Promise<FileNode> {
    const node = new FileNode(pool);
    node.server.unary(FILE_METHODS.Locate, ({ volume }) => node.locate(volume));
    node.server.stream(FILE_METHODS.Session, (call) => node.serve(call));
    node.address = `127.0.0.1:${await node.server.listen('127.0.0.1:0')}`;
    return node;
  }

  die(): void {
    this.server.close();
  }

  private locate(volume: string): Promise<hafs.v1.ILocateResponse> {
    if (this.isFrozen) return new Promise(() => undefined);
    if (volume !== VOLUME) throw new RefusedError(`there is no volume ${volume}`);
    const { addresses, manager, isStarted } = this.pool;
    return Promise.resolve({ addresses, manager: manager?.address ?? '', started: isStarted });
  }

  private serve(call: Stream): void {
    const opened = { session: 0 };
    this.streams.add(call);
    call.on('error', () => undefined);
    call.on('close', () => this.streams.delete(call));
    call.on('data', (request: hafs.v1.FileRequest) => {
      if (!this.isFrozen) void this.answer(call, request, opened);
    });
  }

  private async answer(call: Stream, request: hafs.v1.FileRequest, opened: { session: number }) {
    const kind = defined(request.operation);
    this.requests.push(kind);
    const response = await this.responseTo(request, opened).catch((error: unknown) => ({
      failure: failureToWire(error, (brick) => brick),
    }));
    if (this.diesAfter === kind) this.die();
    else if (!call.cancelled) call.write({ ...response, id: request.id });
  }

  private async responseTo(
    request: hafs.v1.FileRequest,
    opened: { session: number },
  ): Promise<hafs.v1.IFileResponse> {
    if (this.pool.manager !== this) throw new NotManagerError(this.pool.manager?.address);
    if (request.open) {
      opened.session = this.pool.openSession(request.open.session ?? 0);
      return { opened };
    }
    if (request.keepAlive) {
      this.pool.session(opened.session);
      return { alive: { orphans: [...this.pool.orphans] } };
    }
    if (!this.hasQuorum) throw new QuorumLostError('fewer bricks in sync than a write needs');
    if (!request.close) return replyToWire(await this.execute(opened.session, request));
    this.pool.sessions.delete(opened.session);
    return { done: {} };
  }

  private async execute(session: number, request: hafs.v1.FileRequest): Promise<FileReply> {
    const reply = await this.pool.execute(session, request);
    if (this.doubtsAfter !== request.operation) return reply;
    this.doubtsAfter = undefined;
    throw new OutcomeUnknownError('the volume manager changed while this was under way');
  }
}
