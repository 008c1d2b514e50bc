import { setImmediate as othersAreServed } from 'node:timers/promises';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { FileError } from '../../core/errors.js';
import type { Ino } from '../../core/ids.js';
import type { hafs } from '../wire.js';

const SEAL_BYTES = 16;
/** A few milliseconds' work: others are served in between. */
const CHECKED_AT_ONCE = 200;

/**
 * Confines one client to a part of one volume. A client that is shown an inode gets a pass for it, and must show
 * the pass with whatever it wants of that inode; the first one is for the directory that is its root. No node has
 * to remember any of this: the seal is made of a key that all nodes have.
 */
export class PassOffice {
  /** @param subject what a pass is good for, apart from the inode: this client on this volume. */
  constructor(
    private readonly key: Uint8Array,
    private readonly subject: string,
  ) {}

  passesFor(inos: readonly Ino[]): hafs.v1.IPass[] {
    return inos.map((number) => ({ ino: number, seal: this.seal(number) }));
  }

  /** @throws {FileError} ESTALE: the client looks the name up again, and is shown it anew if it may see it. */
  check(inos: readonly Ino[], passes: readonly hafs.v1.IPass[]): void {
    if (inos.length === 0) return;
    const seals = new Map(passes.map(({ ino: number, seal }) => [number, seal]));
    for (const number of inos) {
      if (!this.isGood(number, seals.get(number))) throw new FileError('ESTALE', 'not led there');
    }
  }

  /** As `check`, of so many that the process must not do nothing else meanwhile. */
  async checkMany(inos: readonly Ino[], passes: readonly hafs.v1.IPass[]): Promise<void> {
    const seals = new Map(passes.map((pass) => [pass.ino, pass]));
    const wanted = [...new Set(inos)];
    for (let from = 0; from < wanted.length; from += CHECKED_AT_ONCE) {
      const some = wanted.slice(from, from + CHECKED_AT_ONCE);
      const shown = some.flatMap((ino) => seals.get(ino) ?? []);
      this.check(some, shown);
      await othersAreServed();
    }
  }

  private isGood(number: Ino, seal: Uint8Array | null | undefined): boolean {
    return seal?.length === SEAL_BYTES && timingSafeEqual(seal, this.seal(number));
  }

  private seal(number: Ino): Uint8Array {
    const seal = createHmac('sha256', this.key).update(`${this.subject}\0${number}`).digest();
    return seal.subarray(0, SEAL_BYTES);
  }
}
