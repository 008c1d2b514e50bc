import { HafsError, NotManagerError } from '../core/errors.js';
import { inosOf } from '../core/operation-inos.js';
import type { FileReply } from '../core/operation.js';
import type { Leased } from '../core/touched.js';
import { leasedOf } from '../rpc/lease-codec.js';
import { failureFromWire, replyFromWire } from '../rpc/reply-codec.js';
import type { hafs } from '../rpc/wire.js';
import type { Clock } from '../runtime/clock.js';
import type { Random } from '../runtime/random.js';
import { backoffMs } from './backoff.js';
import type { Passes } from './passes.js';
import type { PendingOperation } from './pending-operation.js';
import type { SessionStream } from './session-stream.js';
import { judgeFailure } from './verdict.js';

export interface CourierDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly passes: Passes;
  /** `leased` only with an answer of the manager. */
  readonly finished: (pending: PendingOperation, outcome: FileReply | Error, leased?: Leased) => void;
  /** The node at the other end is not the manager. */
  readonly notManager: (stream: SessionStream, manager: string | undefined) => void;
  readonly expired: (error: HafsError) => void;
}

/**
 * Carries operations to the manager, and again to the next one, until each has its outcome. A mutation keeps
 * its slot and sequence through every try, so the volume applies it once and gives the first reply again.
 */
export class Courier {
  private readonly outstanding = new Set<PendingOperation>();
  private readonly unsent = new Set<PendingOperation>();
  private stream: SessionStream | undefined;

  constructor(private readonly deps: CourierDeps) {}

  add(pending: PendingOperation): void {
    this.outstanding.add(pending);
    this.queue(pending);
  }

  /** Nobody wants the outcome any more. A try that was sent may still be applied. */
  withdraw(pending: PendingOperation): void {
    this.outstanding.delete(pending);
    this.unsent.delete(pending);
    pending.retry?.stop();
  }

  /** From now on everything goes over `stream`. */
  use(stream: SessionStream): void {
    this.stream = stream;
    this.sendQueued();
  }

  /** Nothing more goes over `stream`; what it owes may still come. */
  leave(stream: SessionStream): void {
    if (this.stream === stream) this.stream = undefined;
  }

  /** What `stream` owes will not come: it goes over the next one again. */
  lost(stream: SessionStream): void {
    this.leave(stream);
    for (const pending of this.outstanding) {
      if (pending.sentOn !== stream) continue;
      pending.doubt();
      this.queue(pending);
    }
  }

  /** Sends what is queued for as long as the stream takes it without piling it up. */
  sendQueued(): void {
    for (const pending of this.unsent) {
      if (this.stream?.isWritable !== true) return;
      this.unsent.delete(pending);
      this.send(pending, this.stream);
    }
  }

  /** Also those that `finished` lets in as others go. */
  failAll(error: Error): void {
    for (const pending of this.outstanding) this.finish(pending, error);
  }

  private queue(pending: PendingOperation): void {
    pending.retry?.stop();
    this.unsent.add(pending);
    this.sendQueued();
  }

  private send(pending: PendingOperation, stream: SessionStream): void {
    pending.sentOn = stream;
    const passes = this.deps.passes.for(inosOf(pending.operation));
    stream.send({ ...pending.toWire(), passes }, (response) => {
      this.deps.passes.learn(response.passes);
      if (!this.outstanding.has(pending)) return;
      pending.sentOn = undefined;
      const { result, leased } = answerOf(response, stream === this.stream);
      if (result instanceof HafsError) this.refused(pending, stream, result, leased);
      else this.finish(pending, result, leased);
    });
  }

  private refused(pending: PendingOperation, stream: SessionStream, error: HafsError, leased?: Leased): void {
    switch (judgeFailure(error)) {
      case 'final':
        this.finish(pending, error, leased);
        return;
      case 'again':
        this.rest(pending);
        return;
      case 'againInDoubt':
        pending.doubt();
        this.rest(pending);
        return;
      case 'elsewhere':
        this.deps.notManager(stream, error instanceof NotManagerError ? error.manager : undefined);
        this.queue(pending);
        return;
      case 'expired':
        this.deps.expired(error);
        return;
    }
  }

  private rest(pending: PendingOperation): void {
    pending.attemptCount++;
    const pauseMs = backoffMs(pending.attemptCount, this.deps.random.unit());
    pending.retry = this.deps.clock.after(pauseMs, () => this.queue(pending));
  }

  private finish(pending: PendingOperation, outcome: FileReply | Error, leased?: Leased): void {
    this.withdraw(pending);
    this.deps.finished(pending, outcome, leased);
  }
}

function answerOf(
  response: hafs.v1.IFileResponse,
  isCurrent: boolean,
): { readonly result: FileReply | HafsError; readonly leased?: Leased } {
  try {
    const leased = leasedOf(response, isCurrent);
    if (response.failure) return { result: failureFromWire(response.failure), leased };
    return { result: replyFromWire(response), leased };
  } catch (error) {
    if (error instanceof HafsError) return { result: error };
    throw error;
  }
}
