import { SessionExpiredError } from '../core/errors.js';
import type { Edit } from '../core/edit.js';
import { sessionId, type SessionId } from '../core/ids.js';
import type { KvStore } from '../kv/kv-store.js';
import type { Clock } from '../runtime/clock.js';
import type { Random } from '../runtime/random.js';
import type { StateReader } from './replicated-state.js';
import {
  ALL_SESSIONS,
  decodeSession,
  encodeSession,
  sessionKey,
  sessionOfKey,
  slotsOf,
} from './session-records.js';
import type { SessionRecord } from './session-records.js';

/** A client that is silent for longer has its session ended. */
export const SESSION_EXPIRY_MS = 60_000;
export const SESSIONS_MAX = 4_096;
/** Hexadecimal, of an id nobody can guess: 52 bits, which a number holds exactly. */
const SESSION_DIGITS = 13;
/** So that one client cannot have those of all. */
const SESSIONS_PER_OWNER_MAX = 256;

export interface OpenedSession {
  readonly session: SessionId;
  /** Another one than before: what was not synced may be gone. */
  readonly history: number;
}

export interface SessionOpener {
  /** For people. */
  readonly client: string;
  /** Who alone may go on with it; empty in a pool that asks nobody. */
  readonly owner: string;
}

export interface KnownSession extends SessionRecord {
  readonly session: SessionId;
}

/** Which sessions there are, and when each was last heard. The sessions themselves are replicated state. */
export class Sessions {
  private readonly heardAtMs = new Map<SessionId, number>();
  private readonly owners = new Map<SessionId, string>();
  /** Of clients that are not served any more, until their sessions are gone. */
  /** Why nothing is done for them any more. */
  private readonly barred = new Map<SessionId, string>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** A new manager knows the sessions from the replicated state, and gives each its full time. */
  async load(store: KvStore): Promise<void> {
    this.heardAtMs.clear();
    this.owners.clear();
    this.barred.clear();
    for await (const { key, value } of store.scan(ALL_SESSIONS)) {
      const session = sessionOfKey(key);
      this.touch(session);
      this.owners.set(session, decodeSession(value).owner);
    }
  }

  get all(): readonly SessionId[] {
    return [...this.heardAtMs.keys()];
  }

  get isFull(): boolean {
    return this.heardAtMs.size >= SESSIONS_MAX;
  }

  /** Where nobody is asked who he is, all are nobody's. */
  hasAll(owner: string): boolean {
    return owner !== '' && this.ownedBy((one) => one === owner).length >= SESSIONS_PER_OWNER_MAX;
  }

  get count(): number {
    return this.heardAtMs.size;
  }

  /** Who uses the volume, for people; some of them, if they are many. */
  async clients(store: KvStore, countMax: number): Promise<KnownSession[]> {
    const known: KnownSession[] = [];
    for await (const { key, value } of store.scan({ ...ALL_SESSIONS, entriesMax: countMax })) {
      known.push({ ...decodeSession(value), session: sessionOfKey(key) });
    }
    return known;
  }

  /** For how long nothing was heard of a session; `undefined`: there is no such session. */
  silentMs(session: SessionId): number | undefined {
    const heardAtMs = this.heardAtMs.get(session);
    return heardAtMs === undefined ? undefined : this.clock.monotonicMs() - heardAtMs;
  }

  /** From now on this manager does nothing for the session any more. */
  bar(session: SessionId, why: string): void {
    this.barred.set(session, why);
  }

  isBarred(session: SessionId): boolean {
    return this.barred.has(session);
  }

  isKnown(session: SessionId, reader: StateReader): boolean {
    return reader.get(sessionKey(session)) !== undefined;
  }

  /** @throws {SessionExpiredError} when there is no such session. */
  assertOpen(session: SessionId, reader: StateReader): void {
    const whyBarred = this.barred.get(session);
    if (whyBarred !== undefined) throw new SessionExpiredError(whyBarred);
    if (!this.isKnown(session, reader))
      throw new SessionExpiredError('the volume does not know this session (it has expired)');
    this.touch(session);
  }

  /** As `assertOpen`, and to go on with it. @throws {SessionExpiredError} also when it is somebody else's. */
  assertOwned(session: SessionId, owner: string, reader: StateReader): void {
    const record = reader.get(sessionKey(session));
    if (record !== undefined && decodeSession(record).owner !== owner)
      throw new SessionExpiredError('the volume does not know this session of this client');
    this.assertOpen(session, reader);
  }

  ownedBy(isMeant: (owner: string) => boolean): SessionId[] {
    return [...this.owners].filter(([, owner]) => isMeant(owner)).map(([session]) => session);
  }

  chooseId(): SessionId {
    return sessionId(1 + Number.parseInt(this.random.id().slice(0, SESSION_DIGITS), 16));
  }

  opening(session: SessionId, { client, owner }: SessionOpener): Edit {
    this.touch(session);
    this.owners.set(session, owner);
    const openedAtSeconds = this.clock.wallTime().seconds;
    return { key: sessionKey(session), value: encodeSession({ client, openedAtSeconds, owner }) };
  }

  /** Removes the session with all of its slots. */
  async closing(session: SessionId, store: KvStore): Promise<Edit[]> {
    const edits: Edit[] = [{ key: sessionKey(session), value: undefined }];
    for await (const { key } of store.scan(slotsOf(session))) edits.push({ key, value: undefined });
    return edits;
  }

  forget(session: SessionId): void {
    this.heardAtMs.delete(session);
    this.owners.delete(session);
    this.barred.delete(session);
  }

  expired(): SessionId[] {
    const oldest = this.clock.monotonicMs() - SESSION_EXPIRY_MS;
    return [...this.heardAtMs].filter(([, heardAtMs]) => heardAtMs < oldest).map(([session]) => session);
  }

  private touch(session: SessionId): void {
    this.heardAtMs.set(session, this.clock.monotonicMs());
  }
}
