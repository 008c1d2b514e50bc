import type { Edit } from '../core/edit.js';
import type { BrickId } from '../core/ids.js';

/** A place in the order of changes. Equal positions on two bricks mean equal histories up to there. */
export interface Position {
  readonly term: number;
  readonly index: number;
}

/** Before the first change. */
export const ORIGIN: Position = { term: 0, index: 0 };

/** What is to be changed; the manager gives it its place. */
export interface Change {
  readonly edits: readonly Edit[];
  /** On disk, with everything before it, before it is acknowledged. */
  readonly sync: boolean;
  /** The replica set's members from this change on. */
  readonly members?: readonly BrickId[];
  /** Every brick keeps a snapshot taken right after this change, for `volume verify`. */
  readonly checkpoint: boolean;
}

/** One change in its place: what is sent, stored and journaled. */
export interface Entry extends Position, Change {
  readonly sizeBytes: number;
}

/** Orders by age of history, as elections compare them (Raft, section 5.4.1). */
export function comparePositions(a: Position, b: Position): number {
  return a.term === b.term ? a.index - b.index : a.term - b.term;
}

export const samePosition = (a: Position, b: Position): boolean => a.term === b.term && a.index === b.index;

export const quorumSize = (memberCount: number): number => Math.floor(memberCount / 2) + 1;
