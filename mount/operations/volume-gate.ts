import type { FileVolume } from '../../src/client/file-volume.js';
import { assert, defined } from '../../src/core/assert.js';
import { FileError } from '../../src/core/errors.js';
import { SESSION_SLOTS_MAX } from '../../src/core/limits.js';
import type { FileOperation, FileReply, ReplyKind } from '../../src/core/operation.js';
import type { Unique } from '../protocol/request-ids.js';

interface Waiting {
  readonly admit: () => void;
  readonly refuse: (err: FileError) => void;
}

export type ReplyOf<K extends ReplyKind> = Extract<FileReply, { readonly kind: K }>;

/**
 * The way to the volume for requests of the kernel: as many at once as the session has slots, the others
 * in the order they came. One that still waits can be called off; one that was sent finishes by itself.
 */
export class VolumeGate {
  private readonly volume: FileVolume;
  private readonly underWayMax: number;
  private readonly waiting = new Map<Unique, Waiting>();
  private underWayCount = 0;

  constructor(
    volume: FileVolume,
    underWayMax = SESSION_SLOTS_MAX,
    /** Is shown every reply before whoever asked gets it. */
    private readonly note: (reply: FileReply) => void = () => undefined,
  ) {
    this.volume = volume;
    this.underWayMax = underWayMax;
  }

  /**
   * Runs an operation on behalf of a request; `kind` is the reply that operation.ts names for it.
   * @throws {FileError} EINTR when it was called off; otherwise as `FileVolume.execute`.
   */
  async ask<K extends ReplyKind>(id: Unique, operation: FileOperation, kind: K): Promise<ReplyOf<K>> {
    if (this.underWayCount >= this.underWayMax) await this.turn(id);
    else this.underWayCount++;
    try {
      const reply = await this.volume.execute(operation);
      assert(reply.kind === kind, `${operation.kind} was answered with ${reply.kind}`);
      this.note(reply);
      return reply as ReplyOf<K>;
    } finally {
      this.leave();
    }
  }

  /** INTERRUPT: the request's caller is gone. Does nothing when the operation was sent already. */
  callOff(id: Unique): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.refuse(new FileError('EINTR'));
  }

  private turn(id: Unique): Promise<void> {
    return new Promise((admit, refuse) => this.waiting.set(id, { admit, refuse }));
  }

  /** The place goes to whoever has waited longest. */
  private leave(): void {
    const next = this.waiting.entries().next();
    if (next.done === true) {
      this.underWayCount--;
      return;
    }
    const [id, waiting] = defined(next.value);
    this.waiting.delete(id);
    waiting.admit();
  }
}
