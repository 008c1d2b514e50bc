import {
  AccessDeniedError,
  NotManagerError,
  SessionExpiredError,
  UnreachableError,
  type HafsError,
} from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { touchedFromWire } from '../rpc/lease-codec.js';
import type { hafs } from '../rpc/wire.js';
import type { VolumeRoot } from './file-volume.js';
import { KeepAlive } from './keep-alive.js';
import { SessionOpener, type OpenerDeps } from './session-opener.js';
import { SessionStream } from './session-stream.js';
import { isFinalWhenConnecting } from './verdict.js';
import { within } from './within.js';

/** A stream that ends sooner was no success: the next one is not opened at once. */
const HASTY_MS = 1_000;
const FAREWELL_TIMEOUT_MS = 2_000;

export interface LinkEvents {
  /** The session is open on this stream; everything goes over it now. */
  readonly opened: (stream: SessionStream, history: number) => void;
  readonly drained: () => void;
  /** Nothing more must go over this stream, but what it owes may still come. */
  readonly left: (stream: SessionStream) => void;
  /** What this stream owes will not come. */
  readonly lost: (stream: SessionStream) => void;
  readonly orphans: (inos: readonly Ino[]) => void;
  /** The link is over: by `SessionExpiredError`, or by a bug. */
  readonly expired: (error: Error) => void;
}

/** The session is over, or may not go on: asking again would be answered the same. */
const isExpiry = (error: HafsError): boolean =>
  error instanceof SessionExpiredError || error instanceof AccessDeniedError;

/** Keeps one session open on one stream to the manager, whoever that is, until it is stopped. */
export class SessionLink {
  private readonly opener: SessionOpener;
  private readonly streams = new Map<SessionStream, KeepAlive>();
  private readonly stopping = new AbortController();
  private current: SessionStream | undefined;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly deps: OpenerDeps,
    private readonly events: LinkEvents,
  ) {
    this.opener = new SessionOpener(deps, (address) => this.streamTo(address));
  }

  get root(): VolumeRoot | undefined {
    return this.opener.root;
  }

  /** Resolves once the session is open. @throws {HafsError} it is not within the time; to be stopped then. */
  async start(timeoutMs: number): Promise<void> {
    const timer = this.deps.clock.after(timeoutMs, () => this.halt('no session within the time'));
    try {
      const stream = await this.opener.open(this.stopping.signal, isFinalWhenConnecting);
      if (stream.isEnded) throw new UnreachableError('the connection was lost at once');
      this.adopt(stream);
    } finally {
      timer.stop();
    }
    this.running = this.follow().catch((error: unknown) => this.fail(error));
  }

  /** The node at the other end says it is not the manager. */
  notManager(stream: SessionStream, manager: string | undefined): void {
    if (stream !== this.current) return;
    this.opener.hint(manager);
    this.current = undefined;
    this.streams.get(stream)?.leave();
    this.events.left(stream);
    this.wake();
  }

  /** Ends the session with the manager, if there is one at the moment: otherwise it expires by itself. */
  async farewell(): Promise<void> {
    if (this.current === undefined) return;
    const { clock, log } = this.deps;
    const asked = this.current.ask({ close: {} });
    const late = (): Error => new UnreachableError('no answer in time');
    await within(asked, { clock, timeoutMs: FAREWELL_TIMEOUT_MS }, late).catch((error: unknown) =>
      log.info('client.farewell_failed', { error }),
    );
  }

  /** Leaves no connection and no timer behind. */
  async stop(): Promise<void> {
    this.halt('the session is closed');
    await this.running;
    this.deps.nodes.closeAllBut();
  }

  private async follow(): Promise<void> {
    const { clock } = this.deps;
    for (let hastyCount = 0; ;) {
      const sinceMs = clock.monotonicMs();
      await this.untilWithoutManager();
      hastyCount = clock.monotonicMs() - sinceMs < HASTY_MS ? hastyCount + 1 : 0;
      if (hastyCount > 0) await this.opener.pause(hastyCount, this.stopping.signal);
      if (this.stopping.signal.aborted) return;
      this.adopt(await this.opener.open(this.stopping.signal, isExpiry));
    }
  }

  private async untilWithoutManager(): Promise<void> {
    while (this.current !== undefined) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private adopt(stream: SessionStream): void {
    for (const other of this.streams.keys()) if (other !== stream) other.drop('another one took its place');
    if (stream.isEnded) return;
    this.current = stream;
    this.streams.get(stream)?.sessionOpened();
    this.events.opened(stream, this.opener.history);
  }

  private streamTo(address: string): SessionStream {
    const { nodes, clock } = this.deps;
    const stream = new SessionStream(address, nodes.channel(address), {
      drained: this.events.drained,
      recalled: (recall) => void this.recalled(stream, recall),
      ended: (reason) => this.streamEnded(stream, reason),
    });
    const keepAlive = new KeepAlive(
      stream,
      clock,
      {
        orphans: this.events.orphans,
        refused: (error) => this.refused(stream, error),
        silent: () => {
          nodes.close(address);
          stream.drop('the node is silent');
        },
      },
      this.deps.keeper,
    );
    this.streams.set(stream, keepAlive);
    keepAlive.start();
    return stream;
  }

  private async recalled(stream: SessionStream, { recall, things }: hafs.v1.IRecall): Promise<void> {
    const { keeper, log } = this.deps;
    try {
      const givenUp = await keeper?.recalled((things ?? []).map(touchedFromWire));
      stream.tell({ recalled: { recall: recall ?? 0, givenUp: [...(givenUp ?? [])] } });
    } catch (error) {
      // Unanswered it ends by itself, when this client's leases do.
      log.error('client.recall_failed', { error });
    }
  }

  private refused(stream: SessionStream, error: HafsError): void {
    if (error instanceof NotManagerError) this.notManager(stream, error.manager);
    if (error instanceof SessionExpiredError) this.events.expired(error);
  }

  private streamEnded(stream: SessionStream, reason: string): void {
    this.streams.get(stream)?.stop();
    this.streams.delete(stream);
    this.events.lost(stream);
    if (stream !== this.current) return;
    this.deps.log.info('client.manager_lost', { manager: stream.address, reason });
    this.current = undefined;
    this.wake();
  }

  private halt(reason: string): void {
    this.stopping.abort();
    for (const stream of this.streams.keys()) stream.drop(reason);
  }

  private fail(error: unknown): void {
    if (this.stopping.signal.aborted) return;
    this.events.expired(error instanceof Error ? error : new Error(String(error)));
  }
}
