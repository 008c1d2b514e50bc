import type { Attr, Timestamp } from '../core/attr.js';
import { bytesToMapKey } from '../core/bytes.js';
import type { Edit } from '../core/edit.js';
import { encodeInode, type Inode } from './inode-record.js';
import { inodeKey } from './keys.js';
import type { MutationContext, StateView } from './state-view.js';

/** A change in the making: collects edits, and shows the state as they will leave it. */
export class Draft implements StateView {
  /** Set when more remains than one change may hold. */
  unfinished = false;
  private readonly pending = new Map<string, Edit>();

  constructor(
    private readonly view: StateView,
    readonly context: MutationContext,
  ) {}

  get now(): Timestamp {
    return this.context.now;
  }

  get(key: Uint8Array): Uint8Array | undefined {
    const edit = this.pending.get(bytesToMapKey(key));
    return edit === undefined ? this.view.get(key) : edit.value;
  }

  put(key: Uint8Array, value: Uint8Array): void {
    this.pending.set(bytesToMapKey(key), { key, value });
  }

  remove(key: Uint8Array): void {
    this.pending.set(bytesToMapKey(key), { key, value: undefined });
  }

  /** Spares the store a tombstone when there is nothing to remove. Not for chunks: it looks at the value. */
  removeIfPresent(key: Uint8Array): void {
    if (this.get(key) !== undefined) this.remove(key);
  }

  /** Saves an inode with changed attributes; its ctime and version move on by themselves. */
  saveInode<T extends Inode>(inode: T, change: Partial<Attr> = {}): T {
    const version = inode.attr.version + 1;
    const saved = { ...inode, attr: { ...inode.attr, ctime: this.now, ...change, version } };
    this.put(inodeKey(inode.attr.ino), encodeInode(saved));
    return saved;
  }

  edits(): Edit[] {
    return [...this.pending.values()];
  }
}
