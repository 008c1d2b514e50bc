/** What this client's own mutations make untrue while they are under way, as far as it can tell. */
import { bytesToMapKey } from '../../core/bytes.js';
import type { Ino } from '../../core/ids.js';
import { isQuery, type FileOperation } from '../../core/operation.js';
import type { Touched } from '../../core/touched.js';

const inode = (ino: Ino): Touched => ({ kind: 'inode', ino });
const entry = (ino: Ino, name: Uint8Array): Touched => ({ kind: 'entry', ino, name });

/** @param childOf what a name is known to stand for here. */
export function touchedHere(
  operation: FileOperation,
  childOf: (parent: Ino, name: Uint8Array) => Ino | undefined,
): Touched[] {
  if (isQuery(operation)) return [];
  const named = (parent: Ino, name: Uint8Array): Touched[] => {
    const child = childOf(parent, name);
    return [inode(parent), entry(parent, name), ...(child === undefined ? [] : [inode(child)])];
  };
  switch (operation.kind) {
    case 'make':
    case 'unlink':
    case 'rmdir':
      return named(operation.parent, operation.name);
    case 'link':
      return [inode(operation.ino), ...named(operation.parent, operation.name)];
    case 'rename':
      return [...named(operation.parent, operation.name), ...named(operation.newParent, operation.newName)];
    case 'setattr':
    case 'write':
    case 'allocate':
    case 'setxattr':
    case 'removexattr':
    case 'access':
      return [inode(operation.ino)];
    case 'copy':
      return [inode(operation.target)];
    case 'tmpfile':
    case 'lock':
    case 'dropLocks':
    case 'fsync':
    case 'release':
      return [];
  }
}

export const touchesAnything = (operation: FileOperation): boolean =>
  touchedHere(operation, () => undefined).length > 0;

const nameOf = (thing: Touched): string =>
  thing.kind === 'entry' ? `${thing.ino}/${bytesToMapKey(thing.name)}` : `${thing.ino}`;

/** Nothing may be told from the cache of what is being changed from here: others may see the change already. */
export class OwnChanges {
  private readonly underWay = new Map<string, number>();
  private readonly thingsOf = new Map<FileOperation, readonly Touched[]>();

  begin(operation: FileOperation, things: readonly Touched[]): void {
    if (things.length === 0) return;
    this.thingsOf.set(operation, things);
    for (const thing of things) {
      const name = nameOf(thing);
      this.underWay.set(name, (this.underWay.get(name) ?? 0) + 1);
    }
  }

  end(operation: FileOperation): void {
    for (const thing of this.thingsOf.get(operation) ?? []) {
      const name = nameOf(thing);
      const left = (this.underWay.get(name) ?? 0) - 1;
      if (left > 0) this.underWay.set(name, left);
      else this.underWay.delete(name);
    }
    this.thingsOf.delete(operation);
  }

  isInodeChanging(ino: Ino): boolean {
    return this.underWay.has(`${ino}`);
  }

  isEntryChanging(parent: Ino, name: Uint8Array): boolean {
    return this.underWay.has(nameOf(entry(parent, name)));
  }
}
