import { FileError, InvalidRequestError, NotManagerError } from '../src/core/errors.js';
import { sessionId, type SessionId } from '../src/core/ids.js';
import { SESSION_SLOTS_MAX } from '../src/core/limits.js';
import { isQuery, type Query } from '../src/core/operation.js';
import { dataBytesOf } from '../src/core/reply-bytes.js';
import { LEASES_PER_MESSAGE_MAX, type Touched } from '../src/core/touched.js';
import { inosFromWire, touchedToWire } from '../src/rpc/lease-codec.js';
import { operationFromWire } from '../src/rpc/operation-codec.js';
import { failureToWire, replyToWire } from '../src/rpc/reply-codec.js';
import { textField, wholeField } from '../src/rpc/validate.js';
import type { hafs } from '../src/rpc/wire.js';
import type { Logger } from '../src/runtime/logger.js';
import type { RecallPort } from '../src/volume/leases/lease-holder.js';
import type { Clock, Timer } from '../src/runtime/clock.js';
import type { BrickProcess } from './brick-process.js';
import { ClientUsage } from './clients/client-usage.js';
import type { ClientMemory } from './clients/client-memory.js';
import type { ClientKey, FairTurns } from './clients/fair-turns.js';
import { SessionLeases } from './clients/session-leases.js';
import { SessionLoad } from './clients/session-load.js';
import type { ConnectedClient, ConnectedClients } from './clients/connected-clients.js';
import type { SessionCall } from './clients/session-call.js';
import { confinedRoot, passesWith, refuseIfAstray } from './identity/confinement.js';
import { refuseIfReadOnly } from './identity/refuse-read-only.js';
import { squashed, type Squash } from './identity/squash.js';
import type { VolumeAccess } from './identity/volume-access.js';

/** Who has no session by then is disconnected. */
const OPEN_MS_MAX = 10_000;
const NAME_LENGTH_MAX = 63;
const CLIENT_LENGTH_MAX = 1_000;
/** Under way on one stream. A client sends the next one half a second later, and gives up a manager long before. */
const KEEP_ALIVES_MAX = 64;

export interface SessionDeps {
  /** @throws {AccessDeniedError} the volume is none of this caller's. */
  readonly accessTo: (volume: string) => VolumeAccess;
  readonly addressOf: (volume: string, brick: string) => string | undefined;
  /** The volume's option `read-only`. */
  readonly isReadOnly: (volume: string) => boolean;
  /** What the volume's options make of this caller at the moment. */
  readonly squash: (volume: string) => Squash;
  /** Shared by all streams of the node. */
  readonly turns: FairTurns;
  readonly memory: ClientMemory;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Logger;
}

/** What a session needs of the brick that serves it. */
export type ServingBrick = Pick<BrickProcess, 'manager' | 'activity' | 'clients'>;

type Result = Omit<hafs.v1.IFileResponse, 'id'>;

/** What is sent is decided in the same go in which it is sent: no recall can come in between. */
type Answer = () => Result;

/** One client's stream: requests in, replies out in whatever order they are ready. */
export class FileSession implements RecallPort, ConnectedClient {
  version = '';
  readonly usage = new ClientUsage();
  private volume = '';
  /** What it calls itself. */
  private clientText = '';
  private session: SessionId | undefined;
  private access: VolumeAccess | undefined;
  private readonly load: SessionLoad;
  private openTimer: Timer | undefined;
  private isOver = false;
  private isOpening = false;
  /** Nothing is done in the session any more. */
  private isClosed = false;
  private keepAliveCount = 0;
  /** Of the manager that knows this stream. */
  private leases: SessionLeases | undefined;
  /** Where it is known to be connected. */
  private connected: ConnectedClients | undefined;

  constructor(
    private readonly call: SessionCall,
    private readonly brickOf: (volume: string) => ServingBrick | undefined,
    private readonly deps: SessionDeps,
  ) {
    this.load = new SessionLoad(call, deps.turns, deps.memory);
  }

  start(): void {
    this.expectSession();
    this.call.on('data', (request) => this.receive(request));
    this.call.on('drain', () => this.load.unblock());
    this.call.on('end', () => this.call.end());
    this.call.on('close', () => this.close());
    this.call.on('error', (error) => this.deps.log.debug('file.stream_failed', { reason: error.message }));
  }

  private expectSession(): void {
    this.openTimer = this.deps.clock.after(OPEN_MS_MAX, () => {
      if (this.session !== undefined) return;
      // One that is being opened waits for a quorum, and is answered in its own time.
      if (this.load.inFlightCount > 0) this.expectSession();
      else this.call.end();
    });
  }

  recall(id: number, things: readonly Touched[]): void {
    this.send({ id: 0, recall: { recall: id, things: things.map(touchedToWire) } });
  }

  get inFlightCount(): number {
    return this.load.inFlightCount;
  }

  end(): void {
    this.call.end();
  }

  private close(): void {
    this.isOver = true;
    this.openTimer?.stop();
    this.load.close(this.client);
    if (this.session === undefined) return;
    this.leases?.disconnected(this);
    this.connected?.remove(this.session, this);
  }

  private receive(request: hafs.v1.FileRequest): void {
    if (this.isOver) return;
    if (request.recalled) {
      this.recalled(request.recalled);
      return;
    }
    this.load.run(request, this.client, () => this.reply(request));
  }

  /** Whose turn its requests take; nobody's before there is a session. */
  private get client(): ClientKey | undefined {
    return this.access && (this.access.owner || this.clientText);
  }

  private async reply(request: hafs.v1.FileRequest): Promise<void> {
    try {
      const answer = await this.answer(request).catch((error: unknown) => this.refusal(error));
      this.send({ id: request.id, ...answer() });
    } catch (error) {
      this.deps.log.error('file.reply_failed', { error });
    }
  }

  private recalled({ recall, givenUp }: hafs.v1.IRecalled): void {
    if (this.session === undefined) return;
    try {
      const inos = inosFromWire(givenUp, LEASES_PER_MESSAGE_MAX);
      this.leases?.answered(wholeField(recall, 'recall', Number.MAX_SAFE_INTEGER), inos);
    } catch (error) {
      this.deps.log.warn('file.bad_recall_answer', { error });
      // No client of ours says so: another line for each of the next ones would fill the log.
      this.isOver = true;
      this.call.end();
    }
  }

  private async answer(request: hafs.v1.FileRequest): Promise<Answer> {
    if (request.open) return this.openOnce(request.open, request.passes);
    const { session, access } = this;
    if (session === undefined || access === undefined)
      throw new InvalidRequestError('the first request on a stream must open a session');
    if (this.isClosed) throw new InvalidRequestError('the session of this stream was closed');
    const { manager, activity } = this.brick();
    if (request.keepAlive) return this.keepAliveOnce(session, request.keepAlive);
    if (request.close) {
      this.isClosed = true;
      await manager.closeSession(session);
      return () => ({ done: {} });
    }
    const asked = operationFromWire(request);
    refuseIfAstray(asked, request.passes, access);
    if (asked.kind === 'write') this.usage.writtenBytes += asked.data.length;
    if (isQuery(asked)) return this.query(session, access, asked);
    const operation = squashed(asked, this.deps.squash(this.volume));
    const isVolumeReadOnly = this.deps.isReadOnly(this.volume);
    refuseIfReadOnly(operation, { isClientReadOnly: access.isReadOnly, isVolumeReadOnly });
    const slot = wholeField(request.slot, 'slot', SESSION_SLOTS_MAX - 1);
    const sequence = wholeField(request.sequence, 'sequence', Number.MAX_SAFE_INTEGER);
    const id = { session, slot, sequence };
    const { reply, changed, after, mark } = await activity.measure(
      operation,
      () => manager.mutate(id, operation),
      (mutated) => mutated.reply,
      this.usage,
    );
    return () => ({
      ...replyToWire(reply),
      ...passesWith(reply, access),
      ...(changed !== undefined && {
        changed: {
          inos: [...changed],
          after: mark === undefined ? [] : (this.leases?.ofAttrs(after ?? [], mark) ?? []),
        },
      }),
      ...(mark !== undefined && this.leases?.of(operation, reply, mark)),
    });
  }

  private async query(session: SessionId, access: VolumeAccess, query: Query): Promise<Answer> {
    const { manager, activity } = this.brick();
    const mark = manager.leases.mark();
    try {
      const reply = await activity.measure(
        query,
        () => manager.query(session, query),
        (answer) => answer,
        this.usage,
      );
      this.usage.readBytes += dataBytesOf(reply);
      const passes = passesWith(reply, access);
      return () => ({ ...replyToWire(reply), ...passes, ...this.leases?.of(query, reply, mark) });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return () => ({ failure: this.failure(error), ...this.leases?.of(query, error, mark) });
    }
  }

  /** They take no turns, and each asks the other bricks. */
  private async keepAliveOnce(session: SessionId, request: hafs.v1.IKeepAlive): Promise<Answer> {
    if (this.keepAliveCount >= KEEP_ALIVES_MAX)
      throw new InvalidRequestError(`more than ${KEEP_ALIVES_MAX} keep-alives at once`);
    this.keepAliveCount++;
    return this.keepAlive(session, request).finally(() => this.keepAliveCount--);
  }

  private async keepAlive(session: SessionId, { returned }: hafs.v1.IKeepAlive): Promise<Answer> {
    const inos = inosFromWire(returned, LEASES_PER_MESSAGE_MAX);
    const { manager } = this.brick();
    const orphans = await manager.keepAlive(session);
    return () => ({ alive: { orphans, leaseEpoch: this.leases?.renewed(inos) ?? 0 } });
  }

  /** What was asked for in one session must never be answered in another one, which may have other rights. */
  private async openOnce(open: hafs.v1.IOpenSession, passes: readonly hafs.v1.IPass[]): Promise<Answer> {
    if (this.isOpening || this.session !== undefined)
      throw new InvalidRequestError('a stream has one session; open another stream for another one');
    this.isOpening = true;
    try {
      return await this.open(open, passes);
    } finally {
      this.isOpening = false;
    }
  }

  private async open(open: hafs.v1.IOpenSession, passes: readonly hafs.v1.IPass[]): Promise<Answer> {
    const volume = textField(open.volume, 'volume', NAME_LENGTH_MAX);
    const access = this.deps.accessTo(volume);
    this.volume = volume;
    const wanted = wholeField(open.session, 'session', Number.MAX_SAFE_INTEGER);
    const client = textField(open.client, 'client', CLIENT_LENGTH_MAX);
    const held = inosFromWire(open.held, LEASES_PER_MESSAGE_MAX);
    await access.confinement?.passes.checkMany(held, passes);
    this.version = textField(open.version, 'version', NAME_LENGTH_MAX);
    const { manager, clients } = this.brick();
    const known = wanted === 0 ? undefined : sessionId(wanted);
    const { session, history } = await manager.openSession(client, known, access.owner);
    // Who goes on with a session has been told its root before.
    const root = known === undefined ? await confinedRoot(manager, session, access) : {};
    this.session = session;
    this.access = access;
    this.clientText = client;
    this.connected = clients;
    if (!this.isOver) clients.add(session, this);
    return () => {
      if (open.caches === true) this.leases = new SessionLeases(manager.leases, session);
      const leaseEpoch = this.leases?.connected(this, held) ?? 0;
      return { opened: { session, history, leaseEpoch, ...root.opened }, passes: root.passes ?? [] };
    };
  }

  private brick(): ServingBrick {
    const brick = this.brickOf(this.volume);
    // Its brick here may be closed or failing: another node may well have an open one.
    if (brick === undefined) throw new NotManagerError(undefined);
    return brick;
  }

  private refusal(error: unknown): Answer {
    const failure = this.failure(error);
    return () => ({ failure });
  }

  private failure(error: unknown): hafs.v1.IFailure {
    return failureToWire(error, (brick) => this.deps.addressOf(this.volume, brick));
  }

  private send(response: hafs.v1.IFileResponse): void {
    if (this.isOver) return;
    if (!this.call.write(response)) this.load.block();
  }
}
