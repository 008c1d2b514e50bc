/** What administrators are told, as plain records; made from the wire's messages. */
import type { hafs } from '../rpc/wire.js';

export interface PoolNode {
  readonly id: string;
  readonly name: string;
  /** HOST:PORT */
  readonly address: string;
}

export interface NodeIdentity {
  readonly node: PoolNode;
  /** Id of the pool's replica set. */
  readonly pool: string;
  readonly poolNodeCount: number;
  readonly hasVolumes: boolean;
  readonly version: string;
}

export interface PoolMember extends PoolNode {
  readonly isConnected: boolean;
  /** The node that answered. */
  readonly isLocal: boolean;
  /** It is about to be stopped. */
  readonly isDrained: boolean;
}

export interface PoolView {
  readonly members: readonly PoolMember[];
  /** The node that answers lets in anybody from elsewhere. */
  readonly isInsecure: boolean;
  readonly hasQuorum: boolean;
  readonly term: number;
  /** Name of the pool's managing node. */
  readonly manager: string | undefined;
}

export interface BrickRecord {
  readonly id: string;
  readonly nodeName: string;
  /** HOST:PORT */
  readonly address: string;
  readonly directory: string;
}

export interface VolumeRecord {
  readonly name: string;
  readonly id: string;
  /** created, started, stopped */
  readonly status: string;
  readonly bricks: readonly BrickRecord[];
  /** Only those that were set. */
  readonly options: Readonly<Record<string, string>>;
  /** Since 1970. */
  readonly createdAtMs: number;
  /** Of a brick that is being replaced. */
  readonly replacement: ReplacementRecord | undefined;
  /** `undefined` when what its bricks hold is not encrypted. */
  readonly encryption: EncryptionRecord | undefined;
}

export interface EncryptionRecord {
  readonly cipher: string;
  /** By whose fingerprint the pool's key is found that wraps the volume's. */
  readonly poolKey: string;
}

export interface ReplacementRecord {
  /** The one that leaves, by its id. */
  readonly oldBrick: string;
  readonly brick: BrickRecord;
  /** The members are on their way back to what they were. */
  readonly isAborted: boolean;
}

export interface BrickHealth {
  /** HOST:PORT:DIR */
  readonly brick: string;
  readonly nodeName: string;
  /** in-sync, healing, stale, isolated, offline */
  readonly state: string;
  readonly index: number;
  readonly pendingEntries: number;
  readonly pendingBytes: number;
  readonly healedEntries: number;
  readonly healedBytes: number;
  readonly bytesPerSecond: number;
  readonly etaSeconds: number | undefined;
  /** Why it is offline, where that is known. */
  readonly problem: string | undefined;
  readonly totalBytes: number;
  readonly availableBytes: number;
  readonly processId: number | undefined;
  /** What is to be healed, for people; not always all of it. */
  readonly pendingNames: readonly string[];
  /** `undefined` when the brick does not answer. */
  readonly scrub: ScrubState | undefined;
  /** Its node is about to be stopped. */
  readonly isDrained: boolean;
  /** HOST:PORT:DIR of the brick whose place it is to take. */
  readonly replaces: string | undefined;
}

export interface ScrubState {
  readonly isRunning: boolean;
  /** Of the last whole pass, since 1970. */
  readonly endedAtMs: number | undefined;
  /** Of the pass under way, or of the last one. */
  readonly damagedCount: number;
  readonly repairedCount: number;
}

export interface VolumeHealth {
  readonly volume: string;
  readonly status: string;
  /** The node that was asked lets anybody in from elsewhere (`--insecure`). */
  readonly isInsecure: boolean;
  readonly hasQuorum: boolean;
  readonly term: number;
  /** Name of the volume manager's node. */
  readonly manager: string | undefined;
  readonly index: number;
  readonly bricks: readonly BrickHealth[];
}

export interface BrickChecksum {
  readonly brick: string;
  readonly nodeName: string;
  readonly entries: number;
  readonly checksum: string;
  /** Why this brick could not be compared. */
  readonly problem: string | undefined;
}

export interface VerifyReport {
  readonly isIdentical: boolean;
  readonly index: number;
  readonly bricks: readonly BrickChecksum[];
}

/** Empty text and 0 are how the wire says "none". */
const unlessEmpty = <T extends string | number>(value: T | null | undefined): T | undefined =>
  value === '' || value === 0 || value === null ? undefined : value;

type WireNode = hafs.v1.Node.$Properties | null | undefined;

export const nodeFromWire = (node: WireNode): PoolNode => ({
  id: node?.id ?? '',
  name: node?.name ?? '',
  address: node?.address ?? '',
});

export const identityFromWire = (reply: hafs.v1.IdentifyResponse): NodeIdentity => ({
  node: nodeFromWire(reply.node),
  pool: reply.pool,
  poolNodeCount: reply.poolNodes,
  hasVolumes: reply.hasVolumes,
  version: reply.version,
});

export const poolFromWire = (reply: hafs.v1.ListNodesResponse): PoolView => ({
  members: reply.nodes.map((member) => ({
    ...nodeFromWire(member.node),
    isConnected: member.connected ?? false,
    isLocal: member.local ?? false,
    isDrained: (member.node?.drainedRun ?? '') !== '',
  })),
  hasQuorum: reply.quorum,
  isInsecure: reply.insecure,
  term: reply.term,
  manager: unlessEmpty(reply.manager),
});

export const volumeFromWire = (info: hafs.v1.VolumeInfo.$Properties): VolumeRecord => ({
  name: info.name ?? '',
  id: info.id ?? '',
  status: info.status ?? '',
  bricks: (info.bricks ?? []).map(brickFromWire),
  options: { ...info.options },
  createdAtMs: info.createdAtMs ?? 0,
  replacement: info.replacement ? replacementFromWire(info.replacement) : undefined,
  encryption: info.encryption
    ? { cipher: info.encryption.cipher ?? '', poolKey: info.encryption.poolKey ?? '' }
    : undefined,
});

const brickFromWire = (brick: hafs.v1.BrickInfo.$Properties): BrickRecord => ({
  id: brick.id ?? '',
  nodeName: brick.nodeName ?? '',
  address: brick.address ?? '',
  directory: brick.directory ?? '',
});

const replacementFromWire = (replacement: hafs.v1.BrickReplacement.$Properties): ReplacementRecord => ({
  oldBrick: replacement.oldBrick ?? '',
  brick: brickFromWire(replacement.brick ?? {}),
  isAborted: replacement.aborted ?? false,
});

export const healthFromWire = (
  health: hafs.v1.VolumeHealth.$Properties,
  isInsecure: boolean,
): VolumeHealth => ({
  volume: health.volume ?? '',
  status: health.status ?? '',
  isInsecure,
  hasQuorum: health.quorum ?? false,
  term: health.term ?? 0,
  manager: unlessEmpty(health.manager),
  index: health.index ?? 0,
  bricks: (health.bricks ?? []).map(brickHealthFromWire),
});

const brickHealthFromWire = (brick: hafs.v1.BrickHealth.$Properties): BrickHealth => ({
  brick: brick.brick ?? '',
  nodeName: brick.node ?? '',
  state: brick.state ?? '',
  index: brick.index ?? 0,
  pendingEntries: brick.pendingEntries ?? 0,
  pendingBytes: brick.pendingBytes ?? 0,
  healedEntries: brick.healedEntries ?? 0,
  healedBytes: brick.healedBytes ?? 0,
  bytesPerSecond: brick.bytesPerSecond ?? 0,
  etaSeconds: brick.etaSeconds ?? undefined,
  problem: unlessEmpty(brick.problem),
  totalBytes: brick.totalBytes ?? 0,
  availableBytes: brick.availableBytes ?? 0,
  processId: unlessEmpty(brick.processId),
  pendingNames: brick.pendingNames ?? [],
  scrub: brick.scrub ? scrubFromWire(brick.scrub) : undefined,
  isDrained: brick.drained ?? false,
  replaces: unlessEmpty(brick.replaces),
});

const scrubFromWire = (scrub: hafs.v1.ScrubState.$Properties): ScrubState => ({
  isRunning: scrub.running ?? false,
  endedAtMs: unlessEmpty(scrub.endedAtMs),
  damagedCount: scrub.damaged ?? 0,
  repairedCount: scrub.repaired ?? 0,
});

export const verifyFromWire = (reply: hafs.v1.VerifyResponse): VerifyReport => ({
  isIdentical: reply.identical,
  index: reply.index,
  bricks: reply.bricks.map((brick) => ({
    brick: brick.brick ?? '',
    nodeName: brick.node ?? '',
    entries: brick.entries ?? 0,
    checksum: brick.checksum ?? '',
    problem: unlessEmpty(brick.problem),
  })),
});
