/** What clients have asked of a volume, as plain records; made from the wire's messages. */
import type { hafs } from '../rpc/wire.js';

export interface HotFile {
  readonly ino: number;
  readonly count: number;
  /** By so much the count may be too high. */
  readonly excessMax: number;
}

export interface OperationProfile {
  readonly operation: string;
  readonly count: number;
  readonly totalMs: number;
  readonly maxMs: number;
  /** Up to each of `latencyBoundsMs`, then longer. */
  readonly latencyCounts: readonly number[];
  readonly files: readonly HotFile[];
}

export interface ClientProfile {
  readonly name: string;
  readonly session: number;
  readonly operations: number;
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
    clients: (brick.clients ?? []).map(({ client, session, operations, readBytes, writtenBytes }) => ({
      name: client ?? '',
      session: session ?? 0,
      operations: operations ?? 0,
      readBytes: readBytes ?? 0,
      writtenBytes: writtenBytes ?? 0,
    })),
  })),
  latencyBoundsMs: reply.latencyBoundsMs,
});

const operationFromWire = (operation: hafs.v1.OperationProfile.$Properties): OperationProfile => ({
  operation: operation.operation ?? '',
  count: operation.count ?? 0,
  totalMs: operation.totalMs ?? 0,
  maxMs: operation.maxMs ?? 0,
  latencyCounts: operation.latencyCounts ?? [],
  files: (operation.files ?? []).map(({ ino, count, excessMax }) => ({
    ino: ino ?? 0,
    count: count ?? 0,
    excessMax: excessMax ?? 0,
  })),
});

export const dumpFromWire = (dump: hafs.v1.BrickStateDump.$Properties): StateDump => ({
  brick: dump.brick ?? '',
  nodeName: dump.node ?? '',
  state: dump.json ? (JSON.parse(dump.json) as unknown) : undefined,
  problem: dump.problem ? dump.problem : undefined,
});
