import { FileError, InvalidRequestError, NotManagerError } from '../src/core/errors.js';
import { sessionId, type SessionId } from '../src/core/ids.js';
import { SESSION_SLOTS_MAX } from '../src/core/limits.js';
import { isQuery, type Mutation } from '../src/core/operation.js';
import { operationFromWire } from '../src/rpc/operation-codec.js';
import { failureToWire, replyToWire } from '../src/rpc/reply-codec.js';
import { textField, wholeField } from '../src/rpc/validate.js';
import type { hafs } from '../src/rpc/wire.js';
import type { Logger } from '../src/runtime/logger.js';
import type { BrickProcess } from './brick-process.js';

/** Requests of one client under way at once: above this its stream is not read any further. */
const REQUESTS_MAX = SESSION_SLOTS_MAX * 4;
const NAME_LENGTH_MAX = 63;
const CLIENT_LENGTH_MAX = 1_000;

/** The server's end of a client's stream, as far as it is needed here. */
export interface SessionCall {
  on(event: 'data', listener: (request: hafs.v1.FileRequest) => void): unknown;
  on(event: 'end' | 'close' | 'drain', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(response: hafs.v1.IFileResponse): boolean;
  pause(): unknown;
  resume(): unknown;
  end(): void;
}

interface SessionDeps {
  readonly addressOf: (volume: string, brick: string) => string | undefined;
  /** The volume's option `read-only`. */
  readonly isReadOnly: (volume: string) => boolean;
  readonly log: Logger;
}

type Result = Omit<hafs.v1.IFileResponse, 'id'>;

/** They change nothing of the files: what was unlinked is given back, disks are waited for, locks come and go. */
const HARMLESS: ReadonlySet<Mutation['kind']> = new Set(['release', 'fsync', 'lock', 'dropLocks']);

/** One client's stream: requests in, replies out in whatever order they are ready. */
export class FileSession {
  private volume = '';
  private session: SessionId | undefined;
  private underWay = 0;
  private isBlocked = false;
  private isOver = false;

  constructor(
    private readonly call: SessionCall,
    private readonly brickOf: (volume: string) => BrickProcess | undefined,
    private readonly deps: SessionDeps,
  ) {}

  start(): void {
    this.call.on('data', (request) => this.receive(request));
    this.call.on('drain', () => {
      this.isBlocked = false;
      this.regulate();
    });
    this.call.on('end', () => this.call.end());
    this.call.on('close', () => (this.isOver = true));
    this.call.on('error', (error) => this.deps.log.debug('file.stream_failed', { reason: error.message }));
  }

  private receive(request: hafs.v1.FileRequest): void {
    this.underWay++;
    this.regulate();
    this.answer(request)
      .catch((error: unknown): Result => ({ failure: this.failure(error) }))
      .then((result) => this.send({ id: request.id, ...result }))
      .catch((error: unknown) => this.deps.log.error('file.reply_failed', { error }))
      .finally(() => {
        this.underWay--;
        this.regulate();
      })
      .catch(() => undefined);
  }

  private async answer(request: hafs.v1.FileRequest): Promise<Result> {
    if (request.open) return this.open(request.open);
    const { session } = this;
    if (session === undefined)
      throw new InvalidRequestError('the first request on a stream must open a session');
    const { manager, activity } = this.brick();
    if (request.keepAlive) return { alive: { orphans: await manager.keepAlive(session) } };
    if (request.close) {
      await manager.closeSession(session);
      return { done: {} };
    }
    const operation = operationFromWire(request);
    if (isQuery(operation)) {
      return replyToWire(await activity.measure(operation, () => manager.query(session, operation)));
    }
    this.refuseIfReadOnly(operation);
    const slot = wholeField(request.slot, 'slot', SESSION_SLOTS_MAX - 1);
    const sequence = wholeField(request.sequence, 'sequence', Number.MAX_SAFE_INTEGER);
    const id = { session, slot, sequence };
    return replyToWire(await activity.measure(operation, () => manager.mutate(id, operation)));
  }

  private async open(open: hafs.v1.IOpenSession): Promise<Result> {
    this.volume = textField(open.volume, 'volume', NAME_LENGTH_MAX);
    const wanted = wholeField(open.session, 'session', Number.MAX_SAFE_INTEGER);
    const client = textField(open.client, 'client', CLIENT_LENGTH_MAX);
    const { manager } = this.brick();
    const opened = await manager.openSession(client, wanted === 0 ? undefined : sessionId(wanted));
    this.session = opened.session;
    return { opened };
  }

  private refuseIfReadOnly(operation: Mutation): void {
    if (!HARMLESS.has(operation.kind) && this.deps.isReadOnly(this.volume))
      throw new FileError('EROFS', 'the volume is read-only');
  }

  private brick(): BrickProcess {
    const brick = this.brickOf(this.volume);
    // Its brick here may be closed or failing: another node may well have an open one.
    if (brick === undefined) throw new NotManagerError(undefined);
    return brick;
  }

  private failure(error: unknown): hafs.v1.IFailure {
    return failureToWire(error, (brick) => this.deps.addressOf(this.volume, brick));
  }

  private send(response: hafs.v1.IFileResponse): void {
    if (this.isOver) return;
    if (!this.call.write(response)) {
      this.isBlocked = true;
      this.regulate();
    }
  }

  /** A client that does not read its replies, or asks for too much at once, is not read from either. */
  private regulate(): void {
    if (this.isBlocked || this.underWay > REQUESTS_MAX) this.call.pause();
    else this.call.resume();
  }
}
