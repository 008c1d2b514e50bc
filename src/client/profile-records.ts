/** What clients have asked of a volume, as plain records; made from the wire's messages. */
import type { hafs } from '../rpc/wire.js';

export interface HotFile {
  readonly ino: number;
  readonly count: number;
  /** By so much the count may be too high. */
  readonly excessMax: number;
}

export interface Durations {
  readonly count: number;
  readonly totalMs: number;
  readonly maxMs: number;
  /** Up to each of `latencyBoundsMs`, then longer. */
  readonly latencyCounts: readonly number[];
}

export interface OperationProfile extends Durations {
  readonly operation: string;
  readonly files: readonly HotFile[];
}

export interface ClientProfile extends Durations {
  readonly name: string;
  readonly session: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
}

export interface BrickProfile {
  /** HOST:PORT:DIR */
  readonly brick: string;
  readonly nodeName: string;
  /** For how long it has been open. */
  readonly sinceMs: number;
  readonly operations: readonly OperationProfile[];
  readonly clients: readonly ClientProfile[];
}

export interface VolumeProfile {
  readonly bricks: readonly BrickProfile[];
  readonly latencyBoundsMs: readonly number[];
}

/** One brick's live state. */
export interface StateDump {
  readonly brick: string;
  readonly nodeName: string;
  /** Its shape may change. */
  readonly state: unknown;
  /** Why there is none. */
  readonly problem: string | undefined;
}

export const profileFromWire = (reply: hafs.v1.ProfileResponse): VolumeProfile => ({
  bricks: reply.bricks.map((brick) => ({
    brick: brick.brick ?? '',
    nodeName: brick.node ?? '',
    sinceMs: brick.sinceMs ?? 0,
    operations: (brick.operations ?? []).map(operationFromWire),
    clients: (brick.clients ?? []).map((client) => ({
      ...durationsFromWire(client),
      name: client.client ?? '',
      session: client.session ?? 0,
      readBytes: client.readBytes ?? 0,
      writtenBytes: client.writtenBytes ?? 0,
    })),
  })),
  latencyBoundsMs: reply.latencyBoundsMs,
});

const operationFromWire = (operation: hafs.v1.OperationProfile.$Properties): OperationProfile => ({
  ...durationsFromWire(operation),
  operation: operation.operation ?? '',
  files: (operation.files ?? []).map(({ ino, count, excessMax }) => ({
    ino: ino ?? 0,
    count: count ?? 0,
    excessMax: excessMax ?? 0,
  })),
});

const durationsFromWire = (
  durations: Pick<hafs.v1.OperationProfile.$Properties, keyof Durations>,
): Durations => ({
  count: durations.count ?? 0,
  totalMs: durations.totalMs ?? 0,
  maxMs: durations.maxMs ?? 0,
  latencyCounts: durations.latencyCounts ?? [],
});

export const dumpFromWire = (dump: hafs.v1.BrickStateDump.$Properties): StateDump => ({
  brick: dump.brick ?? '',
  nodeName: dump.node ?? '',
  state: dump.json ? (JSON.parse(dump.json) as unknown) : undefined,
  problem: dump.problem ? dump.problem : undefined,
});
