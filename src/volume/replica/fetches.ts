/** Asking another brick for its copy of one record, and answering that. */
import { DamagedRecordError, messageOf } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import type { KvReader } from '../../kv/kv-store.js';
import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import { isSoundAsStored } from '../../kv/sealed-kv-store.js';
import type { FetchMessage, FetchReply, FetchRequest } from './replica-message.js';

/** A brick that has not answered by then is taken for silent. */
const FETCH_TIMEOUT_MS = 2_000;
/** Answered at a time; who asks for more hears nothing, and asks again. */
const ANSWERS_MAX = 64;

/** What a brick has under a key: `value` is `undefined` where there is no such record. */
export type Copy =
  | { readonly kind: 'sound'; readonly value: Uint8Array | undefined }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'silent' };

export interface FetchesDeps {
  readonly store: Pick<KvReader, 'get'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly send: (to: BrickId, message: FetchMessage) => void;
  /** Whether this brick has, of the history of `manager`, everything up to `index`, and nothing else. */
  readonly isCopyOf: (manager: BrickId, term: number, index: number) => boolean;
  /** A brick has called a copy sound that is not. */
  readonly isLie: (from: BrickId) => void;
}

interface Waiting {
  readonly from: BrickId;
  readonly term: number;
  readonly key: Uint8Array;
  readonly answer: (copy: Copy) => void;
}

export class Fetches {
  private readonly waiting = new Map<number, Waiting>();
  private lastRequestId = 0;
  private answering = 0;

  constructor(private readonly deps: FetchesDeps) {}

  receive(from: BrickId, message: FetchMessage): void {
    if (message.kind === 'fetchReply') this.take(from, message);
    else if (this.answering < ANSWERS_MAX) this.answer(from, message);
  }

  /** @param index everything up to there is committed; the copy is of that state or of a later one. */
  fetch(
    from: BrickId,
    part: { readonly term: number; readonly index: number },
    key: Uint8Array,
  ): Promise<Copy> {
    const requestId = ++this.lastRequestId;
    return new Promise((resolve) => {
      const answer = (copy: Copy): void => {
        this.waiting.delete(requestId);
        timer.stop();
        resolve(copy);
      };
      const timer = this.deps.clock.after(FETCH_TIMEOUT_MS, () => answer({ kind: 'silent' }));
      this.waiting.set(requestId, { from, term: part.term, key, answer });
      this.deps.send(from, { kind: 'fetchRequest', ...part, requestId, key });
    });
  }

  /** Nobody will answer any more. */
  abortAll(): void {
    for (const { answer } of [...this.waiting.values()]) answer({ kind: 'silent' });
  }

  private take(from: BrickId, reply: FetchReply): void {
    const waiting = this.waiting.get(reply.requestId);
    if (waiting?.from !== from || waiting.term !== reply.term) return;
    const { isSound, value } = reply;
    const isLie = isSound && value !== undefined && !isSoundAsStored(waiting.key, value);
    if (isLie) this.deps.isLie(from);
    waiting.answer(isSound && !isLie ? { kind: 'sound', value } : { kind: 'damaged' });
  }

  private answer(from: BrickId, request: FetchRequest): void {
    this.answering++;
    this.answerNow(from, request)
      .catch((error: unknown) => this.deps.log.warn('repair.not_answered', { reason: messageOf(error) }))
      .finally(() => this.answering--)
      .catch(() => undefined);
  }

  private async answerNow(from: BrickId, { term, requestId, index, key }: FetchRequest): Promise<void> {
    if (!this.deps.isCopyOf(from, term, index)) return;
    const copy = await this.ownCopy(key);
    // Meanwhile a heal may have begun, or another manager have been elected.
    if (!this.deps.isCopyOf(from, term, index)) return;
    const value = copy.kind === 'sound' ? copy.value : undefined;
    this.deps.send(from, { kind: 'fetchReply', term, requestId, isSound: copy.kind === 'sound', value });
  }

  async ownCopy(key: Uint8Array): Promise<Copy> {
    try {
      return { kind: 'sound', value: await this.deps.store.get(key) };
    } catch (error) {
      if (error instanceof DamagedRecordError) return { kind: 'damaged' };
      throw error;
    }
  }
}
