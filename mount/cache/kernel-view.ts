import type { CachesBelow } from '../../src/client/cache/caches-below.js';
import { defined } from '../../src/core/assert.js';
import { bytesToMapKey } from '../../src/core/bytes.js';
import type { Ino } from '../../src/core/ids.js';
import type { Touched } from '../../src/core/touched.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { NodeMap } from '../node-map.js';
import { settlesWithin } from '../settles-within.js';
import type { Notifier } from '../transport/notifier.js';
import { Pages } from './pages.js';
import { Recently } from './recently.js';
import { Told } from './told.js';
import { UnderWay } from './under-way.js';

/** A change of the directory from here holds the kernel's lock, and may wait for the very recall that needs it. */
const LOCKED_ENTRY_PATIENCE_MS = 5;
/** Else the lock is free soon, on a busy machine not at once. */
const ENTRY_PATIENCE_MS = 100;
/** How long a name is remembered that the kernel kept while it was changed from here. */
const CHANGED_HERE = { withinMs: 60_000, countMax: 10_000 };
/** Pages that are being written from here stay locked for as long; nobody is told of them meanwhile. */
const PAGES_PATIENCE_MS = 50;
/** The kernel counts in ticks of up to 10 ms, and rounds up. */
const KERNEL_TICK_MS = 20;

const NEW_INODE_PATIENCE_MS = 100;
const NEW_INODE_POLL_MS = 1;

/** The kernel, as far as its caches go. */
export interface KernelSide {
  readonly nodes: NodeMap;
  readonly notifier: Notifier;
  /** Whether it was told of the inode and has not forgotten it. */
  readonly isKnown: (ino: Ino) => boolean;
  /** Pages of it came without a lease. */
  readonly unleasedPagesSeen: (ino: Ino) => void;
}

interface Name {
  readonly parent: Ino;
  readonly name: Uint8Array;
}

const nameKey = (parent: Ino, name: Uint8Array): string => `${parent}/${bytesToMapKey(name)}`;

/** What the kernel keeps of what this mount has told it: attributes, names and pages. */
export class KernelView implements CachesBelow {
  private readonly attrs = new Told<Ino>();
  private readonly names = new Told<Ino>();
  /** By which names the kernel was told of an inode. */
  private readonly namesOf = new Map<Ino, Map<string, Name>>();
  private readonly attrsUntold = new UnderWay();
  private readonly recalls = new UnderWay();
  private allNamesUntold: Promise<void> | undefined;
  private readonly pages = new Pages((ino) => this.kernel.notifier.data(this.kernel.nodes.nodeOf(ino)));
  private readonly changedHere = new Recently<string>(CHANGED_HERE);
  /** Of recalls that wait for the kernel to let go of a directory: called when it is changed from here. */
  private readonly hurried = new Map<Ino, Set<() => void>>();
  private attached: KernelSide | undefined;

  constructor(private readonly clock: Clock) {}

  /** To be called before the kernel is told anything. */
  attach(kernel: KernelSide): void {
    this.attached = kernel;
  }

  attrTold(ino: Ino, validMs: number): void {
    if (validMs > 0) this.attrs.set(ino, this.until(validMs), ino);
  }

  /** @param ino what the name stands for, if for anything. */
  nameTold(parent: Ino, name: Uint8Array, validMs: number, ino?: Ino): void {
    if (validMs <= 0) return;
    const key = nameKey(parent, name);
    this.names.set(key, this.until(validMs), parent);
    if (ino === undefined) return;
    const names = this.namesOf.get(ino) ?? new Map<string, Name>();
    this.namesOf.set(ino, names.set(key, { parent, name }));
  }

  get mayKeepNames(): boolean {
    return this.kernel.notifier.mayKeepNames();
  }

  /** Whether the kernel kept the name when it was changed from here, not long ago. */
  wasKeptWhenChanged(parent: Ino, name: Uint8Array): boolean {
    return this.changedHere.has(nameKey(parent, name), this.clock.monotonicMs());
  }

  /** The kernel has read or written some of the file's pages, under a lease or not. */
  pagesKept(ino: Ino, isLeased: boolean): void {
    this.pages.kept(ino);
    if (!isLeased) this.pages.distrust(ino);
  }

  /** Resolves once the kernel has none of the file's pages that it had before. */
  async dropPages(ino: Ino): Promise<void> {
    this.pages.distrust(ino);
    await this.pages.clean(ino);
  }

  /** The next read of the file has to be seen: the kernel is not to answer it. */
  distrustPages(ino: Ino): void {
    this.pages.distrust(ino);
  }

  /** Resolves once the kernel has no pages of the file that were read without a lease. */
  clean(ino: Ino): Promise<void> | undefined {
    return this.pages.clean(ino);
  }

  forgotten(ino: Ino): void {
    this.pages.forgotten(ino);
    this.attrs.delete(ino);
    this.namesOf.delete(ino);
  }

  changing(things: readonly Touched[]): Promise<void> | undefined {
    const nowMs = this.clock.monotonicMs();
    const waits: Promise<void>[] = [];
    for (const thing of things) {
      for (const hurry of this.hurried.get(thing.ino) ?? []) hurry();
      if (thing.kind === 'inode') {
        if (this.attrs.has(thing.ino, nowMs) || this.attrsUntold.has(thing.ino))
          waits.push(this.untellAttr(thing.ino));
      } else if (this.names.has(nameKey(thing.ino, thing.name), nowMs)) {
        this.changedHere.happened(nameKey(thing.ino, thing.name), nowMs);
        // The kernel has the directory locked for the change itself: only this does not wait for it.
        const untold = this.untellAllNames();
        if (untold !== undefined) waits.push(untold);
      } else if (this.allNamesUntold !== undefined) waits.push(this.allNamesUntold);
    }
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
  }

  async invalidate(things: readonly Touched[], isChangingHere: (ino: Ino) => boolean): Promise<void> {
    const nowMs = this.clock.monotonicMs();
    this.attrs.forgetBefore(nowMs);
    this.names.forgetBefore(nowMs);
    await Promise.all(things.map((thing) => this.invalidateOne(thing, isChangingHere)));
  }

  unleased(ino: Ino): void {
    this.pages.unleased(ino);
  }

  readUnleased(ino: Ino): void {
    this.pages.distrust(ino);
    this.kernel.unleasedPagesSeen(ino);
  }

  unleasedBut(inos: ReadonlySet<Ino>): void {
    this.pages.unleasedBut(inos);
  }

  *told(): Iterable<Ino> {
    const nowMs = this.clock.monotonicMs();
    yield* this.attrs.current(nowMs);
    yield* this.names.current(nowMs);
  }

  private async invalidateOne(thing: Touched, isChangingHere: (ino: Ino) => boolean): Promise<void> {
    if (thing.kind === 'entry')
      return this.untellName('entry', { parent: thing.ino, name: thing.name }, isChangingHere);
    // Nobody will say so when its data changes next, and a mapping shows what pages there are without asking.
    this.pages.distrust(thing.ino);
    const cleaned = this.pages.clean(thing.ino);
    const attrUntold = this.untellAttr(thing.ino);
    const untold = attrUntold.then(() => this.untellNamesOf(thing.ino, isChangingHere));
    await this.recalls.with(thing.ino, untold);
    if (cleaned !== undefined) await settlesWithin(cleaned, PAGES_PATIENCE_MS, this.clock);
  }

  private untellAttr(ino: Ino): Promise<void> {
    const isTold = this.attrs.has(ino, this.clock.monotonicMs());
    return this.attrsUntold.with(ino, isTold ? this.untellToldAttr(ino) : Promise.resolve());
  }

  /** An inode that the kernel was told of in this very moment may not be in its cache yet. */
  private async untellToldAttr(ino: Ino): Promise<void> {
    const { notifier, nodes, isKnown } = this.kernel;
    const giveUpAtMs = this.clock.monotonicMs() + NEW_INODE_PATIENCE_MS;
    this.attrs.delete(ino);
    while (!(await notifier.attributes(nodes.nodeOf(ino)))) {
      if (!isKnown(ino) || this.clock.monotonicMs() > giveUpAtMs) return;
      await this.clock.sleep(NEW_INODE_POLL_MS);
    }
  }

  /**
   * Who owns a file is checked (chmod, utimensat, sticky directories) by attributes that the kernel does not ask for
   * anew, even those it was told to forget, as long as it need not look the name up.
   */
  private async untellNamesOf(ino: Ino, isChangingHere: (ino: Ino) => boolean): Promise<void> {
    const names = this.namesOf.get(ino);
    this.namesOf.delete(ino);
    await Promise.all(
      [...(names?.values() ?? [])].map((name) => this.untellName('expiry', name, isChangingHere)),
    );
  }

  /** @param how whether it may stand for something else now, or for the same. */
  private async untellName(
    how: 'entry' | 'expiry',
    { parent, name }: Name,
    isChangingHere: (ino: Ino) => boolean,
  ): Promise<void> {
    const key = nameKey(parent, name);
    if (!this.names.has(key, this.clock.monotonicMs())) return this.allNamesUntold;
    const untold = this.kernel.notifier[how](this.kernel.nodes.nodeOf(parent), name);
    if (await this.isSoonUntold(parent, untold, isChangingHere(parent))) {
      this.names.delete(key);
      return;
    }
    // A change of the directory from here may be waiting for this very recall to end.
    await (this.untellAllNames() ?? untold);
  }

  private async isSoonUntold(parent: Ino, untold: Promise<void>, isLocked: boolean): Promise<boolean> {
    const isDoneLocked = (): Promise<boolean> => settlesWithin(untold, LOCKED_ENTRY_PATIENCE_MS, this.clock);
    if (isLocked) return isDoneLocked();
    const waiting = this.hurried.get(parent) ?? new Set();
    this.hurried.set(parent, waiting);
    let hurry = (): void => undefined;
    const hurried = new Promise<void>((resolve) => waiting.add((hurry = resolve)));
    try {
      await settlesWithin(Promise.race([untold, hurried]), ENTRY_PATIENCE_MS, this.clock);
      return await isDoneLocked();
    } finally {
      waiting.delete(hurry);
      if (waiting.size === 0) this.hurried.delete(parent);
    }
  }

  private untellAllNames(): Promise<void> | undefined {
    const untold = this.kernel.notifier.allEntries();
    if (untold === undefined) return undefined;
    this.names.clear();
    const all = untold.finally(() => {
      if (this.allNamesUntold === all) this.allNamesUntold = undefined;
    });
    this.allNamesUntold = all;
    return all;
  }

  private get kernel(): KernelSide {
    return defined(this.attached, 'the kernel has been told something before the mount was there');
  }

  private until(validMs: number): number {
    return this.clock.monotonicMs() + validMs + KERNEL_TICK_MS;
  }
}
