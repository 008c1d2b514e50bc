import { bytesToMapKey, equalBytes } from '../../src/core/bytes.js';
import type { Ino } from '../../src/core/ids.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { NodeMap } from '../node-map.js';
import { settlesWithin } from '../settles-within.js';
import type { Notifier } from '../transport/notifier.js';

/** The kernel may have the old place locked until it has the very answer that waits for this. */
const LOCKED_PLACE_PATIENCE_MS = 5;

/** A name in a directory. */
export interface Place {
  readonly parent: Ino;
  readonly name: Uint8Array;
}

const placeKey = ({ parent, name }: Place): string => `${parent}/${bytesToMapKey(name)}`;

/**
 * By which name the kernel has each directory that it knows, whether it would still tell it so or not. One that was moved
 * by others must be gone from there before it is told of elsewhere: the kernel does not move it by itself while it renames
 * from one directory to another, and fails with ESTALE (fs/dcache.c, `__d_unalias`).
 */
export class DirectoryPlaces {
  private readonly places = new Map<Ino, Place>();
  private readonly directories = new Map<string, Ino>();
  private lastLeft: Promise<void> | undefined;

  constructor(
    private readonly nodes: NodeMap,
    private readonly notifier: Pick<Notifier, 'entry' | 'mayKeepNames'>,
    private readonly clock: Clock,
  ) {}

  /** The kernel is told of a directory there. */
  found(directory: Ino, place: Place): void {
    this.forgotten(directory);
    this.places.set(directory, place);
    this.directories.set(placeKey(place), directory);
  }

  /** Whether the kernel has the directory somewhere else. */
  isElsewhere(directory: Ino, { parent, name }: Place): boolean {
    const known = this.places.get(directory);
    return known !== undefined && (known.parent !== parent || !equalBytes(known.name, name));
  }

  /**
   * The kernel is about to be told of a directory there.
   * @returns what to wait for before that, if anything; not for long.
   */
  finding(directory: Ino, place: Place): Promise<void> | undefined {
    const known = this.places.get(directory);
    if (known !== undefined && !this.isElsewhere(directory, place)) return undefined;
    this.found(directory, place);
    if (known === undefined || !this.notifier.mayKeepNames()) return undefined;
    const left: Promise<void> = this.notifier
      .entry(this.nodes.nodeOf(known.parent), known.name)
      .finally(() => {
        if (this.lastLeft === left) this.lastLeft = undefined;
      });
    this.lastLeft = left;
    return this.leaving;
  }

  /**
   * What to wait for before any name is told, if anything; not for long. After ESTALE the kernel goes the whole way again,
   * and has nothing locked on it.
   */
  get leaving(): Promise<void> | undefined {
    if (this.lastLeft === undefined) return undefined;
    return settlesWithin(this.lastLeft, LOCKED_PLACE_PATIENCE_MS, this.clock).then(() => undefined);
  }

  /** By a rename from here: the kernel has seen to it. */
  moved(from: Place, to: Place, isExchange: boolean): void {
    const [here, there] = [from, to].map((place) => this.directories.get(placeKey(place)));
    // What was replaced is gone; a directory may also have been exchanged with what is none.
    if (there !== undefined) this.forgotten(there);
    if (here !== undefined) this.found(here, to);
    if (there !== undefined && isExchange) this.found(there, from);
  }

  forgotten(directory: Ino): void {
    const place = this.places.get(directory);
    if (place === undefined) return;
    this.places.delete(directory);
    const key = placeKey(place);
    if (this.directories.get(key) === directory) this.directories.delete(key);
  }
}
