/** What a node says at /api/… and /api/live. */

export interface Activity {
  readonly operations: number;
  readonly errors: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  /** By `latencyBoundsMs`, and one open class at the end. */
  readonly latencyCounts: readonly number[];
}

export interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

export interface Brick {
  readonly brick: string;
  readonly node: string;
  readonly state: string;
  readonly problem: string | null;
  /** The brick whose place it is to take. */
  readonly replaces: string | null;
  readonly index: number;
  readonly pending: Amount;
  readonly healed: Amount;
  readonly bytesPerSecond: number;
  readonly etaSeconds: number | null;
  readonly totalBytes: number;
  readonly availableBytes: number;
}

export interface Volume {
  readonly volume: string;
  readonly status: string;
  readonly quorum: boolean;
  readonly term: number;
  readonly manager: string | null;
  readonly index: number;
  readonly activity: Activity | null;
  readonly clientCount: number;
  readonly clients: readonly { readonly client: string; readonly openedAtMs: number }[];
  readonly bricks: readonly Brick[];
}

export interface Status {
  readonly node: string;
  readonly atMs: number;
  readonly latencyBoundsMs: readonly number[];
  readonly pool: {
    /** Nobody is asked who he is, and nothing is secret. */
    readonly insecure: boolean;
    readonly quorum: boolean;
    readonly manager: string | null;
    readonly nodes: readonly {
      readonly name: string;
      readonly address: string;
      readonly connected: boolean;
    }[];
  };
  readonly volumes: readonly Volume[];
}

export interface PoolEvent {
  readonly nodeId: string;
  readonly node: string;
  readonly sequence: number;
  readonly atMs: number;
  readonly kind: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly volume: string;
  readonly message: string;
}

export interface Events {
  readonly events: readonly PoolEvent[];
  readonly silent: readonly string[];
}

export interface Outage {
  readonly fromMs: number;
  /** 0: it lasts. */
  readonly toMs: number;
  readonly cause: string;
  readonly before: string;
  readonly after: string;
}

export interface ServiceRecord {
  readonly available: boolean;
  readonly sinceMs: number;
  readonly unavailableMs: number;
  readonly outageCount: number;
  readonly outages: readonly Outage[];
  readonly ratio: number;
  readonly nines?: number;
  readonly mtbfMs?: number;
  readonly mttrMs?: number;
}

export interface Availability {
  readonly volume: string;
  readonly sinceMs: number;
  readonly write?: ServiceRecord;
  readonly read?: ServiceRecord;
  readonly silent: readonly string[];
}
