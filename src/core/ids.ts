/** Branded identifiers: a bare number or string is never an id. */
import { assert } from './assert.js';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Inode number. The root of every volume is 1; numbers are never reused. */
export type Ino = Brand<number, 'Ino'>;
/** Index of a chunk within its file. */
export type ChunkIndex = Brand<number, 'ChunkIndex'>;
/** One brick of one replica set; a random identifier, chosen when the brick is made. */
export type BrickId = Brand<string, 'BrickId'>;
/** One storage node; a random identifier, chosen at its first start. */
export type NodeId = Brand<string, 'NodeId'>;
/** One replica set (a volume's, or the pool's own). */
export type GroupId = Brand<string, 'GroupId'>;
/** One mount's (or command's) session with a volume manager. */
export type SessionId = Brand<number, 'SessionId'>;

export const ROOT_INO = 1 as Ino;

export function ino(value: number): Ino {
  assert(Number.isSafeInteger(value), `ino is not a safe integer: ${value}`);
  assert(value >= 1, `ino below the root: ${value}`);
  return value as Ino;
}

export function chunkIndex(value: number): ChunkIndex {
  assert(Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff, `bad chunk index: ${value}`);
  return value as ChunkIndex;
}

export function sessionId(value: number): SessionId {
  assert(Number.isSafeInteger(value) && value >= 1, `bad session id: ${value}`);
  return value as SessionId;
}

export const brickId = (value: string): BrickId => value as BrickId;
export const nodeId = (value: string): NodeId => value as NodeId;
export const groupId = (value: string): GroupId => value as GroupId;
