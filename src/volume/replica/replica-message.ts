import type { Edit } from '../../core/edit.js';
import type { BrickId } from '../../core/ids.js';
import type { Position } from '../../replication/entry.js';
import type { Message } from '../../replication/message.js';

interface HealPart {
  readonly term: number;
  /** One heal by one source; messages of another are ignored. */
  readonly healId: number;
}

export interface HealBegin extends HealPart {
  readonly kind: 'healBegin';
  /** Only asks what the brick would answer: nothing begins, and it stays what it is. */
  readonly probe: boolean;
  /** Compare everything by ranges; else what the journal names is sent. */
  readonly full: boolean;
  readonly target: Position;
  /** Where the journal that is sent begins: at what the brick knows to be committed; in full, what the source does. */
  readonly baseIndex: number;
  /** Of the source's change there. Another one at the brick: it knows a past as committed that was forgotten by a majority. */
  readonly baseTerm: number;
  /** Of the source's term. What the brick has from there on, of an earlier term, was never committed. */
  readonly firstIndex: number;
  /** Touched at the source after its commit index: to be undone should the source be overruled. */
  readonly uncertainKeys: readonly Uint8Array[];
}

export interface HealReady extends HealPart {
  readonly kind: 'healReady';
  /** What the journal names would not make it whole: everything is to be compared, beginning anew. */
  readonly needsFull: boolean;
  readonly taintedKeys: readonly Uint8Array[];
}

/** From `from` (included) to `to` (excluded). */
export interface KeyRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

export interface RangeDigest {
  readonly entries: number;
  /** The first 48 bits of a SHA-256. */
  readonly checksum: number;
}

export interface HealBatch extends HealPart {
  readonly kind: 'healBatch';
  readonly sequence: number;
  readonly edits: readonly Edit[];
  readonly journal: readonly { readonly index: number; readonly bytes: Uint8Array }[];
  /** With `digest`: compare this range and say whether it differs. Without: the edits are all there is in it. */
  readonly range?: KeyRange;
  readonly digest?: RangeDigest;
}

export interface HealAck extends HealPart {
  readonly kind: 'healAck';
  readonly sequence: number;
  readonly differs: boolean;
}

export interface HealEnd extends HealPart {
  readonly kind: 'healEnd';
  readonly commitIndex: number;
}

interface ChecksumRequest {
  readonly kind: 'checksumRequest';
  readonly term: number;
  readonly index: number;
}

export interface ChecksumReply {
  readonly kind: 'checksumReply';
  readonly term: number;
  readonly index: number;
  readonly entries: number;
  /** Hexadecimal; empty while it is being computed. */
  readonly checksum: string;
  /** Why there is none, or empty. */
  readonly problem: string;
}

export interface FetchRequest {
  readonly kind: 'fetchRequest';
  readonly term: number;
  readonly requestId: number;
  /** Only a brick that has stored everything up to here may answer. */
  readonly index: number;
  readonly key: Uint8Array;
}

export interface FetchReply {
  readonly kind: 'fetchReply';
  readonly term: number;
  readonly requestId: number;
  /** False when it is damaged there too. */
  readonly isSound: boolean;
  /** `undefined` when there is no such record. */
  readonly value: Uint8Array | undefined;
}

/** A record of the sender is damaged. */
interface RepairRequest {
  readonly kind: 'repairRequest';
  readonly term: number;
  readonly key: Uint8Array;
}

export type HealMessage = HealBegin | HealReady | HealBatch | HealAck | HealEnd;
export type ChecksumMessage = ChecksumRequest | ChecksumReply;
export type FetchMessage = FetchRequest | FetchReply;
export type RepairMessage = FetchMessage | RepairRequest;
export type ReplicaMessage = Message | HealMessage | ChecksumMessage | RepairMessage;

/** How messages get to the other bricks: in order, or not at all. Never waits. */
export interface ReplicaTransport {
  send(to: BrickId, message: ReplicaMessage): void;
}
