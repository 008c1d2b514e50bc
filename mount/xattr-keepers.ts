import type { Attr } from '../src/core/attr.js';
import type { Ino } from '../src/core/ids.js';
import type { FileReply } from '../src/core/operation.js';

/**
 * Which inodes have extended attributes of one kind, going by the attributes that the kernel was last told. It asks for
 * ACLs at each check of a permission, and for capabilities before writes; for the many that have none the answer
 * needs no round trip, and is as fresh as the mode it goes with.
 */
export class XattrKeepers {
  /** The version of the attributes that told so. */
  private readonly versions = new Map<Ino, number>();

  constructor(private readonly isKept: (attr: Attr) => boolean | undefined) {}

  has(ino: Ino): boolean {
    return this.versions.has(ino);
  }

  /** One was set here: the attributes that say so are still to come. */
  add(ino: Ino): void {
    this.versions.set(ino, this.versions.get(ino) ?? 0);
  }

  forget(ino: Ino): void {
    this.versions.delete(ino);
  }

  /** Of a listing the kernel may be told a part only: what it is told of is forgotten again, the rest never would be. */
  note(reply: FileReply): void {
    if ('attr' in reply) this.noteAttr(reply.attr);
  }

  noteAttr(attr: Attr): void {
    const { ino, version } = attr;
    if (this.isKept(attr) === true) this.versions.set(ino, Math.max(version, this.versions.get(ino) ?? 0));
    // Replies may overtake each other: an older one knows nothing of what was set later.
    else if ((this.versions.get(ino) ?? Infinity) <= version) this.versions.delete(ino);
  }
}
