import { defined } from '../../core/assert.js';
import { HafsError, UnreachableError } from '../../core/errors.js';
import type { Clock, Timer } from '../../runtime/clock.js';
import type { HealPace } from './heal-pace.js';
import type { HealBatch, HealBegin, HealMessage, HealReady } from './replica-message.js';

/** A brick that answers nothing for longer is given up; it will be healed anew when it is heard again. */
const ANSWER_TIMEOUT_MS = 10_000;

type Fields<T> = Omit<T, 'kind' | 'term' | 'healId'>;

type Question = Required<Pick<HealBatch, 'range' | 'digest'>>;

interface Answers {
  readonly same: () => void;
  /** Sends what is there instead. */
  readonly differs: () => Promise<void>;
}

/** The conversation of one heal, seen from the source: at most so many batches under way, each answered in time. */
export class HealExchange {
  private readonly inFlight = new Map<number, (differs: boolean) => void>();
  private lastSequence = 0;
  private begun: HealBegin | undefined;
  private ready: HealReady | undefined;
  private isEnded = false;
  private failure: HafsError | undefined;
  /** Ranges that differ and are being sent again. */
  private replacements = 0;
  private readonly waiting = new Set<() => void>();
  private lastSent: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly send: (message: HealMessage) => void,
    private readonly part: { readonly term: number; readonly healId: number },
    private readonly pace: HealPace,
  ) {}

  receive(message: HealMessage): void {
    if (message.term !== this.part.term || message.healId !== this.part.healId) return;
    if (message.kind === 'healReady') this.noteReady(message);
    else if (message.kind === 'healEnd') this.isEnded = true;
    else if (message.kind === 'healAck') this.acknowledge(message.sequence, message.differs);
    this.wake();
  }

  fail(error: HafsError): void {
    this.failure ??= error;
    this.wake();
  }

  /** @returns the keys that the brick itself may hold wrongly; `undefined` when only a full heal will do. */
  async begin(fields: Fields<HealBegin>): Promise<readonly Uint8Array[] | undefined> {
    this.ready = undefined;
    this.begun = { kind: 'healBegin', ...this.part, ...fields };
    this.send(this.begun);
    const { needsFull, taintedKeys } = await this.answered();
    return needsFull ? undefined : taintedKeys;
  }

  private async answered(): Promise<HealReady> {
    await this.until(() => this.ready !== undefined);
    return defined(this.ready);
  }

  /** Who was asked to compare everything does not ask for it: that is a late answer to what was begun before. */
  private noteReady(message: HealReady): void {
    if (!(message.needsFull && this.begun?.full === true)) this.ready = message;
  }

  /** Resolves once it is sent; `stored` is called when the brick has it. */
  async batch(
    fields: Omit<Fields<HealBatch>, 'sequence'>,
    stored: () => void = () => undefined,
  ): Promise<void> {
    await this.sendBatch(fields, stored);
  }

  /** Asks whether the brick has the same in this range, and goes on by its answer. */
  async compare(question: Question, answers: Answers): Promise<void> {
    await this.sendBatch({ ...question, edits: [], journal: [] }, (differs) => {
      if (differs) this.follow(answers.differs);
      else answers.same();
    });
  }

  private follow(replace: () => Promise<void>): void {
    this.replacements++;
    replace()
      .catch((error: unknown) => this.fail(asFailure(error)))
      .finally(() => {
        this.replacements--;
        this.wake();
      })
      .catch(() => undefined);
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }

  /** Every batch so far is answered. */
  async drained(): Promise<void> {
    await this.until(() => this.inFlight.size === 0 && this.replacements === 0);
  }

  async end(commitIndex: number): Promise<void> {
    this.send({ kind: 'healEnd', ...this.part, commitIndex });
    await this.until(() => this.isEnded);
  }

  /** One after the other: ranges that are sent again must not go out all at once beside what is new. */
  private sendBatch(
    fields: Omit<Fields<HealBatch>, 'sequence'>,
    onAnswer: (differs: boolean) => void,
  ): Promise<void> {
    const sent = this.lastSent.then(() => this.sendInTurn(fields, onAnswer));
    this.lastSent = sent.catch(() => undefined);
    return sent;
  }

  private async sendInTurn(
    fields: Omit<Fields<HealBatch>, 'sequence'>,
    onAnswer: (differs: boolean) => void,
  ): Promise<void> {
    await this.until(() => this.inFlight.size < this.pace.batchesInFlightMax);
    await this.pace.rest();
    const sequence = ++this.lastSequence;
    this.inFlight.set(sequence, onAnswer);
    this.send({ kind: 'healBatch', ...this.part, sequence, ...fields });
  }

  private acknowledge(sequence: number, differs: boolean): void {
    const onAnswer = this.inFlight.get(sequence);
    this.inFlight.delete(sequence);
    onAnswer?.(differs);
  }

  /** Waits for `isReached`; any answer starts the clock anew. */
  private async until(isReached: () => boolean): Promise<void> {
    for (;;) {
      if (this.failure !== undefined) throw this.failure;
      if (isReached()) return;
      await this.nextAnswer();
    }
  }

  private async nextAnswer(): Promise<void> {
    let timer: Timer | undefined;
    await new Promise<void>((resolve) => {
      this.waiting.add(resolve);
      timer = this.clock.after(ANSWER_TIMEOUT_MS, () =>
        this.fail(new UnreachableError('the healed brick is silent')),
      );
    });
    timer?.stop();
  }
}

const asFailure = (error: unknown): HafsError =>
  error instanceof HafsError ? error : new UnreachableError('the heal failed', { cause: error });
