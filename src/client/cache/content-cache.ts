import type { Attr } from '../../core/attr.js';
import type { Ino } from '../../core/ids.js';
import { MIB } from '../../core/limits.js';
import type { FileContent } from '../../core/operation.js';
import type { FileCache } from './file-cache.js';

const BYTES_MAX = 16 * MIB;
/** Of each file, besides its data: what it is kept with. */
const FILE_BYTES = 512;

interface Held {
  /** What was known of the file when its content came: the very same must be known when it is told. */
  readonly attr: Attr;
  readonly data: Uint8Array;
}

/**
 * Contents of small files that nobody has read yet. Each is told as long as its file's attributes are known under the lease
 * under which they were told: whatever changes the file takes these away first. Bounded; the oldest go first.
 */
export class ContentCache {
  private readonly held = new Map<Ino, Held>();
  private heldBytes = 0;

  constructor(private readonly cache: Pick<FileCache, 'attrOf'>) {}

  has(ino: Ino): boolean {
    return this.current(ino) !== undefined;
  }

  /** @param attr known before the content was asked for. If it is not any more, or of another version, the content is of no use. */
  keep(attr: Attr, { ino, version, data }: FileContent): void {
    if (this.cache.attrOf(ino) !== attr) return;
    if (attr.version !== version || attr.sizeBytes !== data.length) return;
    this.drop(ino);
    // A copy: what came with it in one message is not kept alive by it.
    this.held.set(ino, { attr, data: new Uint8Array(data) });
    this.heldBytes += weightOf(data);
    for (const oldest of this.held.keys()) {
      if (this.heldBytes <= BYTES_MAX) return;
      this.drop(oldest);
    }
  }

  /** Once the end of a file was read whoever has asked keeps the content by himself: the kernel, in its pages. */
  read(ino: Ino, offsetBytes: number, lengthBytes: number): Uint8Array | undefined {
    const held = this.current(ino);
    if (held === undefined) return undefined;
    const endBytes = offsetBytes + lengthBytes;
    if (endBytes >= held.data.length) this.drop(ino);
    return held.data.subarray(offsetBytes, endBytes);
  }

  private current(ino: Ino): Held | undefined {
    const held = this.held.get(ino);
    if (held === undefined) return undefined;
    if (this.cache.attrOf(ino) === held.attr) return held;
    this.drop(ino);
    return undefined;
  }

  private drop(ino: Ino): void {
    const held = this.held.get(ino);
    if (held === undefined) return;
    this.heldBytes -= weightOf(held.data);
    this.held.delete(ino);
  }
}

const weightOf = (data: Uint8Array): number => FILE_BYTES + data.length;
