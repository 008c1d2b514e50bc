import type { Attr } from '../src/core/attr.js';
import type { Ino } from '../src/core/ids.js';
import type { FileReply } from '../src/core/operation.js';

/**
 * Which inodes have ACLs, going by the attributes that the kernel was last told. It asks for the ACL at each check of
 * a permission; for the many that have none the answer needs no round trip, and is as fresh as the mode it goes with.
 */
export class AclKeepers {
  /** The version of the attributes that told so. */
  private readonly versions = new Map<Ino, number>();

  has(ino: Ino): boolean {
    return this.versions.has(ino);
  }

  /** An ACL was set here: the attributes that say so are still to come. */
  add(ino: Ino): void {
    this.versions.set(ino, this.versions.get(ino) ?? 0);
  }

  forget(ino: Ino): void {
    this.versions.delete(ino);
  }

  note(reply: FileReply): void {
    if ('attr' in reply) this.noteAttr(reply.attr);
    if (reply.kind !== 'dirents') return;
    for (const { attr } of reply.entries) if (attr !== undefined) this.noteAttr(attr);
  }

  private noteAttr({ ino, version, hasAcl }: Attr): void {
    if (hasAcl === true) this.versions.set(ino, Math.max(version, this.versions.get(ino) ?? 0));
    // Replies may overtake each other: an older one knows nothing of a newer ACL.
    else if ((this.versions.get(ino) ?? Infinity) <= version) this.versions.delete(ino);
  }
}
