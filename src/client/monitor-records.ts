/** What people are told of the pool's life, as plain records; made from the wire's messages. */
import type { hafs } from '../rpc/wire.js';

/** One node's word that something has happened. */
export interface PoolEvent {
  readonly nodeId: string;
  readonly nodeName: string;
  /** Rises by one on its node. */
  readonly sequence: number;
  /** Since 1970, by its node's clock. */
  readonly atMs: number;
  readonly kind: string;
  /** info, warning, error */
  readonly severity: string;
  readonly volume: string | undefined;
  readonly message: string;
}

/** By node id: the last event that was told. */
export type EventPlace = Readonly<Record<string, number>>;

export interface PoolEvents {
  readonly events: readonly PoolEvent[];
  readonly place: EventPlace;
  /** Names of the nodes that did not answer: what they have noted is missing. */
  readonly silentNodes: readonly string[];
}

export interface Outage {
  readonly fromMs: number;
  /** `undefined` while it lasts. */
  readonly toMs: number | undefined;
  /** election, no-majority, not-in-sync, full, unseen */
  readonly cause: string;
  readonly managerBefore: string | undefined;
  readonly managerAfter: string | undefined;
}

/** Of reading, or of writing. */
export interface ServiceRecord {
  readonly isAvailable: boolean;
  readonly sinceMs: number;
  readonly availableMs: number;
  readonly unavailableMs: number;
  readonly outageCount: number;
  /** The latest, newest first. */
  readonly outages: readonly Outage[];
  readonly ratio: number;
  /** None of them before the first outage. */
  readonly nines: number | undefined;
  readonly mtbfMs: number | undefined;
  readonly mttrMs: number | undefined;
}

export interface AvailabilityReport {
  /** When it was first seen in service. */
  readonly sinceMs: number | undefined;
  readonly untilMs: number;
  readonly write: ServiceRecord | undefined;
  readonly read: ServiceRecord | undefined;
  readonly silentNodes: readonly string[];
}

export const eventsFromWire = (reply: hafs.v1.EventsResponse): PoolEvents => ({
  events: reply.events.map((event) => ({
    nodeId: event.nodeId ?? '',
    nodeName: event.node ?? '',
    sequence: event.sequence ?? 0,
    atMs: event.atMs ?? 0,
    kind: event.kind ?? '',
    severity: event.severity ?? '',
    volume: event.volume ? event.volume : undefined,
    message: event.message ?? '',
  })),
  place: { ...reply.last },
  silentNodes: reply.silent,
});

export const availabilityFromWire = (reply: hafs.v1.AvailabilityResponse): AvailabilityReport => ({
  sinceMs: reply.sinceMs === 0 ? undefined : reply.sinceMs,
  untilMs: reply.untilMs,
  write: reply.write ? recordFromWire(reply.write) : undefined,
  read: reply.read ? recordFromWire(reply.read) : undefined,
  silentNodes: reply.silent,
});

const recordFromWire = (record: hafs.v1.ServiceRecord.$Properties): ServiceRecord => ({
  isAvailable: record.available ?? false,
  sinceMs: record.sinceMs ?? 0,
  availableMs: record.availableMs ?? 0,
  unavailableMs: record.unavailableMs ?? 0,
  outageCount: record.outageCount ?? 0,
  outages: (record.outages ?? []).map(outageFromWire),
  ratio: record.ratio ?? 0,
  nines: record.nines ?? undefined,
  mtbfMs: record.mtbfMs ?? undefined,
  mttrMs: record.mttrMs ?? undefined,
});

const outageFromWire = (outage: hafs.v1.Outage.$Properties): Outage => ({
  fromMs: outage.fromMs ?? 0,
  toMs: outage.toMs ? outage.toMs : undefined,
  cause: outage.cause ?? '',
  managerBefore: outage.before ? outage.before : undefined,
  managerAfter: outage.after ? outage.after : undefined,
});
