/** What those who keep a pool up are told, as plain records; made from the wire's messages. */
import type { hafs } from '../rpc/wire.js';

export interface DrainReport {
  readonly node: string;
  readonly isDrained: boolean;
  /** Why waiting does not help. */
  readonly refusal: string | undefined;
  /** What of the other nodes does not have everything yet. */
  readonly unsynced: readonly string[];
  /** What the node still manages. */
  readonly managed: readonly string[];
}

export const drainFromWire = (reply: hafs.v1.DrainStatusResponse): DrainReport => ({
  node: reply.node?.name ?? '',
  isDrained: reply.drained,
  refusal: reply.refusal === '' ? undefined : reply.refusal,
  unsynced: reply.unsynced,
  managed: reply.managed,
});

/** A session with a volume. */
export interface VolumeClient {
  readonly session: number;
  /** Host and mount point. */
  readonly name: string;
  /** Since 1970. */
  readonly openedAtMs: number;
  /** The name of the credential it has shown; `undefined` in a pool without identities. */
  readonly credential: string | undefined;
  readonly isConnected: boolean;
  readonly version: string | undefined;
  /** Since it was last heard. */
  readonly silentMs: number;
  /** Inodes that it may have in its caches. */
  readonly leaseCount: number;
  /** Recalls that it has not answered: changes wait for it. */
  readonly owedRecallCount: number;
  /** Requests that it waits for. */
  readonly inFlightCount: number;
}

export const clientFromWire = (client: hafs.v1.Client.$Properties): VolumeClient => ({
  session: client.session ?? 0,
  name: client.client ?? '',
  openedAtMs: client.openedAtMs ?? 0,
  credential: client.credential === '' ? undefined : (client.credential ?? undefined),
  isConnected: client.connected ?? false,
  version: client.version === '' ? undefined : (client.version ?? undefined),
  silentMs: client.silentMs ?? 0,
  leaseCount: client.leases ?? 0,
  owedRecallCount: client.recallsOwed ?? 0,
  inFlightCount: client.inFlight ?? 0,
});
