import { HafsError, InvalidRequestError, NotManagerError } from '../core/errors.js';
import { sessionId, type SessionId } from '../core/ids.js';
import { normalizeAddress } from '../rpc/address.js';
import { failureFromWire } from '../rpc/reply-codec.js';
import { leaseEpochOf } from '../rpc/lease-codec.js';
import { inoField, wholeField } from '../rpc/validate.js';
import type { hafs } from '../rpc/wire.js';
import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import type { Random } from '../runtime/random.js';
import { backoffMs } from './backoff.js';
import type { LeaseKeeper } from './cache/lease-keeper.js';
import type { VolumeRoot } from './file-volume.js';
import { ManagerSearch } from './manager-search.js';
import type { Nodes } from './nodes.js';
import type { Passes } from './passes.js';
import type { SessionStream } from './session-stream.js';

export interface OpenerDeps {
  readonly volume: string;
  /** For people: who this is. */
  readonly clientName: string;
  readonly version?: string;
  readonly nodes: Nodes;
  /** HOST:PORT of every node that may know the manager; grows. */
  readonly addresses: Set<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly keeper?: LeaseKeeper;
  readonly passes: Passes;
}

/** Opens the session with whichever node is manager: a new one at first, and then always the same. */
export class SessionOpener {
  private session: SessionId | undefined;
  private volumeHistory = 0;
  private confinedTo: VolumeRoot | undefined;

  /** @param streamTo makes a stream that is dropped when it is silent for too long. */
  constructor(
    private readonly deps: OpenerDeps,
    private readonly streamTo: (address: string) => SessionStream,
  ) {}

  /**
   * Tries until it has succeeded, an error `isFinal`, or `signal` fires.
   * @returns a stream on which the session is open.
   * @throws {HafsError} the last try's.
   */
  async open(signal: AbortSignal, isFinal: (error: HafsError) => boolean): Promise<SessionStream> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.openOnce(signal);
      } catch (error) {
        if (!(error instanceof HafsError) || isFinal(error)) throw error;
        this.deps.log.debug('client.connect_failed', { attempt, error });
        await this.pause(attempt, signal);
        if (signal.aborted) throw error;
      }
    }
  }

  /** Of the volume as the session was opened last. */
  get history(): number {
    return this.volumeHistory;
  }

  /** What this client may see, if that is not the whole volume. */
  get root(): VolumeRoot | undefined {
    return this.confinedTo;
  }

  /** A node believed to be manager: to be asked too. */
  hint(manager: string | undefined): void {
    try {
      if (manager !== undefined) this.deps.addresses.add(normalizeAddress(manager));
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      this.deps.log.warn('client.bad_hint', { manager });
    }
  }

  async pause(attempt: number, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.deps;
    await clock.sleep(backoffMs(attempt, random.unit()), signal).catch(() => undefined);
  }

  private async openOnce(signal: AbortSignal): Promise<SessionStream> {
    const { nodes, log } = this.deps;
    const address = await new ManagerSearch({ ...this.deps, locator: nodes }).run(signal);
    nodes.closeAllBut(address);
    const stream = this.streamTo(address);
    try {
      this.session = await this.openOn(stream);
    } catch (error) {
      stream.drop('no session could be opened');
      if (error instanceof NotManagerError) this.hint(error.manager);
      throw error;
    }
    log.info('client.session_open', { manager: address, session: this.session });
    return stream;
  }

  /** @throws {HafsError} as the node says, or when it falls silent. */
  private async openOn(stream: SessionStream): Promise<SessionId> {
    const { volume, clientName, version = '', keeper, clock, passes } = this.deps;
    const askedAtMs = clock.monotonicMs();
    const held = [...(keeper?.held() ?? [])];
    const cached = { caches: keeper !== undefined, held };
    const wanted = { volume, session: this.session ?? 0, client: clientName, version };
    const response = await stream.ask({ open: { ...wanted, ...cached }, passes: passes.for(held) });
    if (response.failure) throw failureFromWire(response.failure);
    const session = wholeField(response.opened?.session, 'session', Number.MAX_SAFE_INTEGER);
    if (session === 0) throw new InvalidRequestError(`${stream.address} opened no session`);
    this.volumeHistory = wholeField(response.opened?.history, 'history', Number.MAX_SAFE_INTEGER);
    this.learnRoot(response);
    keeper?.reopened(askedAtMs, leaseEpochOf(response.opened));
    return sessionId(session);
  }

  private learnRoot({ opened, passes }: hafs.v1.IFileResponse): void {
    if (!opened?.root) return; // The whole volume, or told before.
    this.confinedTo = { ino: inoField(opened.root, 'root'), path: opened.rootPath ?? '/' };
    this.deps.passes.learnRoot(passes?.[0]);
  }
}
