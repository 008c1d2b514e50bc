import type { Ino } from '../../src/core/ids.js';

/**
 * Files of which the kernel keeps pages. It compares modification times before it shows them, but those can be set at
 * will (utimensat): so pages that were read without a lease, or have outlived it, are dropped before the file's
 * attributes are told under the next one.
 */
export class Pages {
  /** Whether they can be trusted. */
  private readonly files = new Map<Ino, boolean>();
  private readonly cleaning = new Map<Ino, Promise<void>>();
  private readonly unguarded = new Set<Ino>();
  private isSweeping = false;

  constructor(private readonly drop: (ino: Ino) => Promise<void>) {}

  kept(ino: Ino): void {
    if (!this.files.has(ino)) this.files.set(ino, true);
  }

  forgotten(ino: Ino): void {
    this.files.delete(ino);
    this.unguarded.delete(ino);
  }

  distrust(ino: Ino): void {
    if (this.files.has(ino)) this.files.set(ino, false);
  }

  /** Nobody says any more when it changes, and a mapping shows its pages without asking: they are dropped soon. */
  unleased(ino: Ino): void {
    if (!this.files.has(ino)) return;
    this.files.set(ino, false);
    this.unguarded.add(ino);
    if (!this.isSweeping) void this.sweep();
  }

  unleasedBut(inos: ReadonlySet<Ino>): void {
    for (const ino of this.files.keys()) if (!inos.has(ino)) this.unleased(ino);
  }

  /** Resolves once the kernel has no pages that cannot be trusted; `undefined` when it has none now. */
  clean(ino: Ino): Promise<void> | undefined {
    const underWay = this.cleaning.get(ino);
    if (this.files.get(ino) !== false) return underWay;
    const cleaned: Promise<void> = this.cleanOnce(ino, underWay).finally(() => {
      if (this.cleaning.get(ino) === cleaned) this.cleaning.delete(ino);
    });
    this.cleaning.set(ino, cleaned);
    return cleaned;
  }

  /** One after the other: there may be very many. */
  private async sweep(): Promise<void> {
    this.isSweeping = true;
    for (const ino of this.unguarded) {
      this.unguarded.delete(ino);
      await this.clean(ino);
    }
    this.isSweeping = false;
  }

  /** @param underWay which may be past the pages that were read since it began. */
  private async cleanOnce(ino: Ino, underWay: Promise<void> | undefined): Promise<void> {
    // What is read from now on is marked anew.
    this.files.delete(ino);
    await Promise.all([underWay, this.drop(ino)]);
  }
}
