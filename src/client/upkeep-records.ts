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
