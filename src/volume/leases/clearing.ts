import { assert } from '../../core/assert.js';
import { bytesToMapKey } from '../../core/bytes.js';
import type { Ino, SessionId } from '../../core/ids.js';
import type { Touched } from '../../core/touched.js';
import type { ChangeMarks } from './change-marks.js';

export interface ClearingPort {
  /** Other clients that hold a lease on the inode. */
  readonly holdersOf: (ino: Ino) => Iterable<SessionId>;
  /** Asks a client to take these out of its caches. @returns the number of that recall. */
  readonly recall: (session: SessionId, things: readonly Touched[]) => number;
  readonly isAnswered: (session: SessionId, recall: number) => boolean;
  /** Whether it is known of all other clients what they hold. */
  readonly isEveryoneKnown: () => boolean;
  /** Resolves as soon as `isDone`. */
  readonly until: (isDone: () => boolean) => Promise<void>;
}

const nameOf = (thing: Touched): string =>
  thing.kind === 'entry' ? `${thing.ino}/${bytesToMapKey(thing.name)}` : `${thing.ino}`;

/** What one change touches is taken out of all other clients' caches, and kept out until the change is proposed. */
export class Clearing {
  private readonly asked = new Map<SessionId, Set<string>>();
  private readonly unanswered = new Map<number, SessionId>();
  private readonly marked = new Set<Ino>();
  private isEnded = false;

  constructor(
    private readonly marks: ChangeMarks,
    private readonly port: ClearingPort,
  ) {}

  /**
   * Resolves once nobody else has what the change touches; `look` says what that is, in the state as it is then.
   * @throws {NotManagerError} nothing was applied.
   */
  async clear(look: () => readonly Touched[]): Promise<void> {
    while (!this.isClear(look())) await this.port.until(() => this.isAnswered());
  }

  /** Whether nobody else has these at this moment; who has is asked, and nobody gets them from now on. */
  isClear(things: readonly Touched[]): boolean {
    assert(!this.isEnded, 'the change has ended');
    this.mark(things);
    for (const [session, held] of this.unasked(things)) {
      this.unanswered.set(this.port.recall(session, held), session);
    }
    return this.isAnswered();
  }

  /** The change is proposed, or will not be: from now on it can be read and cached. @returns what it touched. */
  end(): readonly Ino[] {
    if (!this.isEnded) for (const ino of this.marked) this.marks.end(ino);
    this.isEnded = true;
    return [...this.marked];
  }

  private isAnswered(): boolean {
    for (const [recall, session] of this.unanswered) {
      if (this.port.isAnswered(session, recall)) this.unanswered.delete(recall);
    }
    return this.unanswered.size === 0 && this.port.isEveryoneKnown();
  }

  private mark(things: readonly Touched[]): void {
    for (const { ino } of things) {
      if (this.marked.has(ino)) continue;
      this.marked.add(ino);
      this.marks.begin(ino);
    }
  }

  private unasked(things: readonly Touched[]): Map<SessionId, Touched[]> {
    const found = new Map<SessionId, Touched[]>();
    for (const thing of things) {
      for (const session of this.port.holdersOf(thing.ino)) {
        const asked = this.asked.get(session) ?? new Set();
        if (asked.has(nameOf(thing))) continue;
        this.asked.set(session, asked.add(nameOf(thing)));
        found.set(session, [...(found.get(session) ?? []), thing]);
      }
    }
    return found;
  }
}
