import type { FileCache } from '../../src/client/cache/file-cache.js';
import type { Known } from '../../src/client/cache/name-cache.js';
import type { Attr } from '../../src/core/attr.js';
import type { Ino } from '../../src/core/ids.js';
import type { NodeMap } from '../node-map.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { DirectoryPlaces } from './directory-places.js';
import type { KernelView } from './kernel-view.js';

/** Less than this is not worth the trouble, and leaves time for the reply to arrive. */
const VALID_MS_MIN = 50;
/**
 * A name that the kernel keeps must be taken back from it before it is changed from here, with all other names
 * (kernel-view.ts): so only those that are asked for again and again are told to be kept.
 */
const ASKED_COUNT_MIN = 4;
/** One that was changed from here while it was kept has to earn what that cost: about as many names are asked for anew. */
const ASKED_COUNT_MIN_CHANGED = 1_000;

/** Tells the kernel what the volume has said, and for how long it may tell it on: never longer than the lease. */
export class Teller {
  constructor(
    readonly cache: FileCache,
    private readonly view: KernelView,
    private readonly places: DirectoryPlaces,
    private readonly nodes: NodeMap,
    /** Is shown all attributes that the kernel is told: what comes from the cache has not passed the gate. */
    private readonly note: (attr: Attr) => void,
    /** Whether the next read has to be seen, because the access time follows it. */
    private readonly isAccessDue: (attr: Attr) => boolean,
  ) {}

  /** An answer of the volume, or of the cache, to GETATTR. */
  async attr(attr: Attr): Promise<KernelReply> {
    await this.cleanPages(attr);
    return { kind: 'attr', attr: this.nodes.shown(attr), validMs: this.tellAttr(attr) };
  }

  /** An answer of the volume to LOOKUP. The name will be asked for again. */
  async entry(attr: Attr): Promise<KernelReply> {
    await this.cleanPages(attr);
    const valid = { entryMs: 0, attrMs: this.tellAttr(attr) };
    return { kind: 'entry', attr: this.nodes.shown(attr), valid, nodeid: this.nodes.nodeOf(attr.ino) };
  }

  /** An answer to LOOKUP that the volume need not be asked for. */
  async known(parent: Ino, name: Uint8Array): Promise<KernelReply | undefined> {
    const known = this.cache.entryOf(parent, name);
    if (known === undefined) return undefined;
    if (known.ino === undefined) return { kind: 'missing', entryMs: this.tellName(parent, name, known) };
    const attr = this.cache.attrOf(known.ino);
    if (attr === undefined) return undefined;
    const isDirectory = attr.type === 'directory';
    const wait =
      this.clean(attr) ?? (isDirectory ? this.places.finding(attr.ino, { parent, name }) : undefined);
    if (wait !== undefined) {
      await wait;
      return this.known(parent, name);
    }
    const valid = { entryMs: this.tellName(parent, name, known), attrMs: this.tellAttr(attr) };
    return { kind: 'entry', attr: this.nodes.shown(attr), valid, nodeid: this.nodes.nodeOf(attr.ino) };
  }

  /** Whether the kernel may be told these attributes, of a listing: how long they are valid. */
  listed(attr: Attr): number {
    if (this.clean(attr) === undefined) return this.tellAttr(attr);
    this.note(attr);
    return 0;
  }

  /** The kernel has got, or given, some of a file's data. */
  pagesKept(ino: Ino): void {
    this.view.pagesKept(ino, this.cache.attrOf(ino) !== undefined);
  }

  private async cleanPages(attr: Attr): Promise<void> {
    if (attr.type !== 'regular') return;
    for (let cleaning = this.clean(attr); cleaning !== undefined; cleaning = this.view.clean(attr.ino)) {
      await cleaning;
    }
  }

  private clean(attr: Attr): Promise<void> | undefined {
    if (this.isAccessDue(attr)) this.view.distrustPages(attr.ino);
    return this.view.clean(attr.ino);
  }

  private tellAttr(attr: Attr): number {
    const { ino, version } = attr;
    this.note(attr);
    // Not what was changed, or taken back, since it was read.
    const validMs = this.cache.attrOf(ino)?.version === version ? this.leaseLeftMs : 0;
    this.view.attrTold(ino, validMs);
    return validMs;
  }

  private tellName(parent: Ino, name: Uint8Array, { ino, askedCount }: Known): number {
    const isChanged = this.view.wasKeptWhenChanged(parent, name);
    if (askedCount < (isChanged ? ASKED_COUNT_MIN_CHANGED : ASKED_COUNT_MIN)) return 0;
    if (!this.view.mayKeepNames) return 0;
    this.view.nameTold(parent, name, this.leaseLeftMs, ino);
    return this.leaseLeftMs;
  }

  private get leaseLeftMs(): number {
    const leftMs = this.cache.leaseLeftMs;
    return leftMs < VALID_MS_MIN ? 0 : leftMs;
  }
}
