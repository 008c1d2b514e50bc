import { HafsError, QuorumLostError, UnreachableError } from '../core/errors.js';
import type { Clock } from '../runtime/clock.js';
import type { Random } from '../runtime/random.js';
import { backoffMs } from './backoff.js';

/** What a node says about the volume. */
export interface Location {
  /** HOST:PORT of the nodes that hold its bricks. */
  readonly addresses: readonly string[];
  /** HOST:PORT, where one is known. */
  readonly manager: string | undefined;
}

export interface Locator {
  /**
   * Answers or throws within a bounded time.
   * @throws {UnreachableError} the node does not answer.
   * @throws {HafsError} anything else is a refusal: it answers, and knows no such volume.
   */
  locate(address: string): Promise<Location>;
}

/** The last word of one node; `undefined` while it owes the first. */
export type NodeWord = Location | HafsError | undefined;

/**
 * The manager is who says so itself: what the others say may be old, and a node that is dead or frozen says
 * nothing. @returns `undefined` as long as it must be asked on.
 * @throws {HafsError} every node has had its say, and those that answer refuse.
 */
export function judgeWords(words: ReadonlyMap<string, NodeWord>): string | undefined {
  for (const [address, word] of words) {
    if (isLocation(word) && word.manager === address) return address;
  }
  const said = [...words.values()];
  if (said.includes(undefined) || said.some(isLocation)) return undefined;
  const refusal = said.find((word) => !(word instanceof UnreachableError));
  if (refusal instanceof HafsError) throw refusal;
  return undefined;
}

/** Why no manager has been found so far. */
export function problemOf(words: ReadonlyMap<string, NodeWord>): HafsError {
  const said = [...words.values()];
  if (said.some(isLocation)) return new QuorumLostError('the servers answer, but the volume has no manager');
  const failures = said.map((word) => (word instanceof HafsError ? word.message : 'no answer in time'));
  return new UnreachableError(`no server answers (${failures.join('; ')})`);
}

const isLocation = (word: NodeWord): word is Location => word !== undefined && !(word instanceof HafsError);

export interface SearchDeps {
  readonly locator: Locator;
  readonly clock: Clock;
  readonly random: Random;
  /** HOST:PORT each. Grows by what the nodes say. */
  readonly addresses: Set<string>;
}

/** Far more than a volume has bricks: an end to what an ill-behaved node can make us ask. */
const ADDRESSES_MAX = 64;

/** Asks all known nodes at once, each again and again, until the manager has answered: a dead one holds up nobody. */
export class ManagerSearch {
  private readonly words = new Map<string, NodeWord>();
  private readonly over = new AbortController();
  private resolve: (manager: string) => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  constructor(private readonly deps: SearchDeps) {}

  /**
   * @returns HOST:PORT of the manager, which has just answered.
   * @throws {HafsError} it is refused everywhere, or, when `signal` fires, what stood in the way.
   */
  async run(signal: AbortSignal): Promise<string> {
    const found = new Promise<string>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    const giveUp = (): void => this.reject(problemOf(this.words));
    signal.addEventListener('abort', giveUp, { signal: this.over.signal });
    if (signal.aborted) giveUp();
    this.watchAll();
    try {
      return await found;
    } finally {
      this.over.abort();
    }
  }

  private watchAll(): void {
    for (const address of this.deps.addresses) {
      if (this.words.has(address)) continue;
      this.words.set(address, undefined);
      this.watch(address).catch((error: unknown) => this.reject(error));
    }
  }

  private async watch(address: string): Promise<void> {
    for (let attempt = 1; !this.over.signal.aborted; attempt++) {
      const word = await this.ask(address);
      this.words.set(address, word);
      if (isLocation(word)) this.learn(word);
      const manager = judgeWords(this.words);
      if (manager !== undefined) this.resolve(manager);
      await this.pause(attempt);
    }
  }

  private async ask(address: string): Promise<NodeWord> {
    try {
      return await this.deps.locator.locate(address);
    } catch (error) {
      if (error instanceof HafsError) return error;
      throw error;
    }
  }

  private learn({ addresses, manager }: Location): void {
    for (const address of manager === undefined ? addresses : [manager, ...addresses]) {
      if (this.deps.addresses.size < ADDRESSES_MAX) this.deps.addresses.add(address);
    }
    this.watchAll();
  }

  private async pause(attempt: number): Promise<void> {
    const { clock, random } = this.deps;
    await clock.sleep(backoffMs(attempt, random.unit()), this.over.signal).catch(() => undefined);
  }
}
