import type { Ino } from '../core/ids.js';
import type { hafs } from '../rpc/wire.js';

/** More than a client has in its caches; one that was dropped is got again by looking the name up. */
const PASSES_MAX = 500_000;

/** What a client that may see a part of a volume only has been given to show; others have none. */
export class Passes {
  private readonly seals = new Map<number, Uint8Array>();
  private root: hafs.v1.IPass | undefined;

  learn(passes: readonly hafs.v1.IPass[] | null | undefined): void {
    for (const { ino, seal } of passes ?? []) {
      if (typeof ino !== 'number' || !seal) continue;
      this.seals.delete(ino);
      // Its bytes are a view into the whole message.
      this.seals.set(ino, seal.slice());
    }
    this.dropOldest();
  }

  /** Never dropped: without it nothing could be looked up. */
  learnRoot(root: hafs.v1.IPass | undefined): void {
    this.root = root ?? this.root;
  }

  for(inos: readonly Ino[]): hafs.v1.IPass[] {
    const { root } = this;
    if (root === undefined) return [];
    return inos.flatMap((ino) => {
      if (ino === root.ino) return [root];
      const seal = this.seals.get(ino);
      return seal === undefined ? [] : [{ ino, seal }];
    });
  }

  private dropOldest(): void {
    for (const ino of this.seals.keys()) {
      if (this.seals.size <= PASSES_MAX) return;
      this.seals.delete(ino);
    }
  }
}
