import type { Ino } from '../core/ids.js';

/**
 * Lets an orphan pass once two keepalives in a row have named it: the reply of a lookup that was under way
 * when the last name went has arrived by then, so the kernel's lookup count tells the truth.
 */
export class OrphanFilter {
  private previous: ReadonlySet<Ino> = new Set();

  /** @param inos of one keepalive's answer. @returns those that the answer before had named too. */
  confirm(inos: readonly Ino[]): Ino[] {
    const { previous } = this;
    this.previous = new Set(inos);
    return inos.filter((ino) => previous.has(ino));
  }
}
