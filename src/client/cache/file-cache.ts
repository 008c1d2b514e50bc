import type { Attr } from '../../core/attr.js';
import { FileError } from '../../core/errors.js';
import type { Ino } from '../../core/ids.js';
import { keepNewest } from '../../core/keep-newest.js';
import { isQuery, type FileOperation, type FileReply } from '../../core/operation.js';
import { CACHE_LEASE_MS, type Leased, type Touched } from '../../core/touched.js';
import type { Clock } from '../../runtime/clock.js';
import type { CachesBelow } from './caches-below.js';
import type { LeaseKeeper } from './lease-keeper.js';
import { LeaseTerm } from './lease-term.js';
import { listingAfter, listingOf, type Listing } from './listing.js';
import { NameCache, type Known } from './name-cache.js';
import { OwnChanges, touchedHere, touchesAnything } from './own-changes.js';

/** About 300 bytes each. */
const ATTRS_MAX = 100_000;
/** About 150 bytes each. */
const NAMES_MAX = 200_000;
/** Parts of as many directories, each as long as one answer. */
const LISTINGS_MAX = 32;

const DOTS: readonly string[] = ['.', '..'];

/**
 * Attributes and names that the volume lets this client keep, told without asking it. Whatever it tells is as fresh as
 * the volume's own answer would be. Bounded; what is used least goes first.
 */
export class FileCache implements LeaseKeeper {
  private readonly attrs = new Map<Ino, Attr>();
  /** The part of a directory that was listed last; those asked for last come last. */
  private readonly listings = new Map<Ino, Listing>();
  private readonly own = new OwnChanges();
  private readonly term: LeaseTerm;
  /** Own mutations of which nobody knows whether they are applied. */
  private inDoubtCount = 0;
  /** Fallen out of the cache, and when. What was told of them may be told on for a while. */
  private readonly dropped = new Map<Ino, number>();
  /** Given back, and the manager may not know yet: a lease that comes now may be void already. */
  private readonly returning = new Set<Ino>();

  constructor(
    private readonly clock: Clock,
    private readonly below: CachesBelow,
    private readonly names = new NameCache(clock),
  ) {
    this.term = new LeaseTerm(clock, () => this.lapse());
  }

  /** How long what is told here may be told on; 0 when nothing is known. */
  get leaseLeftMs(): number {
    return this.inDoubtCount > 0 ? 0 : this.term.leftMs;
  }

  attrOf(ino: Ino): Attr | undefined {
    if (this.leaseLeftMs === 0 || this.own.isInodeChanging(ino)) return undefined;
    const attr = this.attrs.get(ino);
    if (attr === undefined) return undefined;
    this.attrs.delete(ino);
    this.attrs.set(ino, attr);
    return attr;
  }

  /** What the name stands for, or `undefined` when that is not known here. */
  entryOf(parent: Ino, name: Uint8Array): Known | undefined {
    if (this.leaseLeftMs === 0 || this.own.isEntryChanging(parent, name)) return undefined;
    const known = this.names.get(parent, name);
    if (known !== undefined) known.askedCount++;
    return known;
  }

  /** What the volume would list of a directory after a cookie, or its beginning; `undefined` when that is not known here. */
  listingOf(directory: Ino, cookie: number): Listing | undefined {
    if (this.leaseLeftMs === 0) return undefined;
    const listing = this.listings.get(directory);
    if (listing === undefined) return undefined;
    this.listings.delete(directory);
    this.listings.set(directory, listing);
    return listingAfter(listing, cookie);
  }

  /** Whether the part of the directory that was listed last ends there, and others follow. */
  endsListing(directory: Ino, cookie: number): boolean {
    const listing = this.leaseLeftMs === 0 ? undefined : this.listings.get(directory);
    return listing?.to === cookie && !listing.end;
  }

  /** The cookie up to which all names of a directory are known here, from the first on; `Infinity` when all are. */
  listedTo(directory: Ino): number {
    return this.leaseLeftMs === 0 ? 0 : this.names.listedTo(directory);
  }

  /** What the names stand for that are known in a directory, in its order; also those that become known meanwhile. */
  readonly inosIn = (directory: Ino): IterableIterator<Ino> => this.names.inosIn(directory);

  begun(operation: FileOperation): Promise<void> | undefined {
    const things = touchedHere(operation, (parent, name) => this.names.get(parent, name)?.ino);
    if (things.length === 0) return undefined;
    this.own.begin(operation, things);
    for (const thing of things) this.forget(thing);
    return this.below.changing(things);
  }

  ended(operation: FileOperation, outcome: FileReply | Error, leased: Leased | undefined): void {
    this.term.lapseIfOver();
    this.own.end(operation);
    const isChange = touchesAnything(operation);
    if (leased === undefined) {
      if (!isQuery(operation)) this.doubt();
      return;
    }
    if (leased.changed !== undefined) for (const ino of leased.changed) this.changed(ino);
    else if (isChange && !(outcome instanceof Error)) this.distrustAll();
    if (this.inDoubtCount > 0) return;
    this.keep(operation, outcome, leased);
    this.trim();
  }

  settled(): void {
    this.inDoubtCount--;
  }

  async recalled(things: readonly Touched[]): Promise<readonly Ino[]> {
    for (const thing of things) this.forget(thing);
    await this.below.invalidate(things, (ino) => this.own.isInodeChanging(ino));
    return this.noLongerKept(things);
  }

  renewed(askedAtMs: number, epoch: number): void {
    this.term.renewed(askedAtMs, epoch);
  }

  reopened(askedAtMs: number, epoch: number): void {
    this.dropped.clear();
    this.returning.clear();
    this.term.renewed(askedAtMs, epoch);
  }

  held(): readonly Ino[] {
    const kept = [...this.attrs.keys(), ...this.names.parents(), ...this.below.told()];
    const inos = new Set(this.term.leftMs === 0 ? [] : kept);
    this.below.unleasedBut(inos);
    return [...inos];
  }

  takeReturned(): readonly Ino[] {
    const untilMs = this.clock.monotonicMs() - CACHE_LEASE_MS;
    const inos: Ino[] = [];
    for (const [ino, droppedAtMs] of this.dropped) {
      if (droppedAtMs > untilMs) break;
      this.dropped.delete(ino);
      if (!this.isKept(ino)) inos.push(ino);
    }
    for (const ino of inos) this.giveUp(ino);
    return inos;
  }

  givenBack(inos: readonly Ino[]): void {
    for (const ino of inos) this.returning.delete(ino);
  }

  private giveUp(ino: Ino): void {
    this.returning.add(ino);
    this.below.unleased(ino);
  }

  /** It may be applied at any time from now on, without a recall. */
  private doubt(): void {
    this.inDoubtCount++;
    this.distrustAll();
  }

  private changed(ino: Ino): void {
    this.attrs.delete(ino);
    this.listings.delete(ino);
  }

  /** The leases go on: what was told of these inodes may be told on for a while. */
  private distrustAll(): void {
    const kept = [...this.dropped.keys(), ...this.attrs.keys(), ...this.names.parents()];
    this.lapse();
    for (const ino of kept) this.drop(ino);
  }

  private keep(operation: FileOperation, outcome: FileReply | Error, leased: Leased): void {
    if (leased.hasDirectory) this.keepNames(operation, outcome);
    if (leased.hasInodes && operation.kind === 'make' && operation.type === 'directory')
      this.keepNew(outcome);
    for (const attr of leased.after) this.keepAttr(attr);
    if (operation.kind === 'read' && this.isUnleased(operation.ino, outcome, leased))
      this.below.readUnleased(operation.ino);
    if (!leased.hasInodes || outcome instanceof Error) return;
    if ('attr' in outcome) this.keepAttr(outcome.attr);
    if (outcome.kind === 'dirents') for (const { attr } of outcome.entries) this.keepAttr(attr);
  }

  /** A lease that is being given back may be so without a recall. */
  private isUnleased(ino: Ino, outcome: FileReply | Error, leased: Leased): boolean {
    return !(outcome instanceof Error) && (!leased.hasInodes || this.returning.has(ino));
  }

  private keepAttr(attr: Attr | undefined): void {
    if (attr === undefined || this.returning.has(attr.ino) || this.own.isInodeChanging(attr.ino)) return;
    this.attrs.delete(attr.ino);
    this.attrs.set(attr.ino, attr);
  }

  private keepNames(operation: FileOperation, outcome: FileReply | Error): void {
    if (operation.kind === 'lookup') {
      if (outcome instanceof FileError) this.keepName(operation.parent, operation.name, undefined);
      else if ('attr' in outcome) this.keepName(operation.parent, operation.name, outcome.attr.ino);
    }
    if ((operation.kind === 'make' || operation.kind === 'link') && 'attr' in outcome) {
      this.keepName(operation.parent, operation.name, outcome.attr.ino);
    }
    if (operation.kind === 'readdir' && 'entries' in outcome) {
      for (const { name, ino } of outcome.entries) this.keepName(operation.ino, name, ino);
      this.keepListing(operation.ino, listingOf(operation.cookie, outcome));
    }
  }

  /** Names that are being changed from here would be taken for missing ones. */
  private keepListing(directory: Ino, listing: Listing): void {
    if (this.returning.has(directory) || this.own.isInodeChanging(directory)) return;
    this.names.setListed(directory, listing);
    keepNewest(this.listings, directory, listing, LISTINGS_MAX);
  }

  /** A directory that was just made here: nothing is in it. */
  private keepNew(outcome: FileReply | Error): void {
    if (!('created' in outcome) || !outcome.created) return;
    const { ino } = outcome.attr;
    if (!this.returning.has(ino) && !this.own.isInodeChanging(ino)) this.names.setWhole(ino);
  }

  private keepName(parent: Ino, name: Uint8Array, ino: Ino | undefined): void {
    if (this.returning.has(parent) || this.own.isEntryChanging(parent, name)) return;
    if (name.length <= 2 && DOTS.includes(Buffer.from(name).toString())) return;
    this.names.set(parent, name, ino);
  }

  private forget(thing: Touched): void {
    this.listings.delete(thing.ino);
    if (thing.kind === 'inode') this.attrs.delete(thing.ino);
    else this.names.delete(thing.ino, thing.name);
  }

  /** Directories that are in use keep their lease: one name more or less spoils nothing else. */
  private noLongerKept(things: readonly Touched[]): Ino[] {
    const inos = [...new Set(things.map(({ ino }) => ino))];
    for (const ino of inos) if (this.names.unusedForMs(ino) > CACHE_LEASE_MS) this.dropNames(ino);
    const givenUp = inos.filter((ino) => !this.isKept(ino));
    for (const ino of givenUp) this.below.unleased(ino);
    return givenUp;
  }

  private dropNames(directory: Ino): void {
    this.names.drop(directory);
    this.listings.delete(directory);
  }

  private isKept(ino: Ino): boolean {
    return this.attrs.has(ino) || this.names.has(ino) || this.dropped.has(ino);
  }

  private trim(): void {
    while (this.attrs.size > ATTRS_MAX) {
      const oldest = this.attrs.keys().next().value as Ino;
      this.attrs.delete(oldest);
      this.drop(oldest);
    }
    while (this.names.size > NAMES_MAX) {
      const oldest = this.names.dropOldest();
      if (oldest === undefined) break;
      this.listings.delete(oldest);
      this.drop(oldest);
    }
  }

  private drop(ino: Ino): void {
    this.dropped.delete(ino);
    this.dropped.set(ino, this.clock.monotonicMs());
  }

  private lapse(): void {
    this.attrs.clear();
    this.names.clear();
    this.listings.clear();
    this.dropped.clear();
    this.below.unleasedBut(new Set());
  }
}
