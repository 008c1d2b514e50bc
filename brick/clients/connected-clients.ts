import type { SessionId } from '../../src/core/ids.js';
import type { ClientUsage } from './client-usage.js';

/** A client's stream to this node. */
export interface ConnectedClient {
  /** Of the client, for people. */
  readonly version: string;
  /** Requests that it waits for. */
  readonly inFlightCount: number;
  readonly usage: ClientUsage;
  /** Ends the stream; the client comes back, if it may. */
  end(): void;
}

/** Which clients have a stream to a brick. */
export class ConnectedClients {
  private readonly bySession = new Map<SessionId, ConnectedClient>();

  add(session: SessionId, client: ConnectedClient): void {
    this.bySession.set(session, client);
  }

  /** Not one that has taken its place meanwhile. */
  remove(session: SessionId, client: ConnectedClient): void {
    if (this.bySession.get(session) === client) this.bySession.delete(session);
  }

  get all(): Iterable<readonly [SessionId, ConnectedClient]> {
    return this.bySession;
  }

  of(session: SessionId): ConnectedClient | undefined {
    return this.bySession.get(session);
  }
}
