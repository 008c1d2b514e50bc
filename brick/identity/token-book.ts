import { createHash, timingSafeEqual } from 'node:crypto';
import { AccessDeniedError, InvalidRequestError, RefusedError } from '../../src/core/errors.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Random } from '../../src/runtime/random.js';

export const TOKEN_TTL_MS_MIN = 1_000;
export const TOKEN_TTL_MS_MAX = 86_400_000;
const TOKENS_MAX = 64;

/**
 * The tokens that this node has made and nobody has redeemed yet. They live in memory: a node that is started
 * again knows none of them, so none is ever redeemed twice.
 */
export class TokenBook {
  /** By the hash of the secret; when each is void, on the monotonic clock. */
  private readonly endsAtMs = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** @returns the secret. @throws {InvalidRequestError} | {RefusedError} */
  make(ttlMs: number): string {
    if (ttlMs < TOKEN_TTL_MS_MIN || ttlMs > TOKEN_TTL_MS_MAX)
      throw new InvalidRequestError('a token lives for 1s to 1d');
    this.dropVoid();
    if (this.endsAtMs.size >= TOKENS_MAX)
      throw new RefusedError(`${TOKENS_MAX} tokens wait to be redeemed; let some of them run out`);
    const secret = this.random.id() + this.random.id();
    this.endsAtMs.set(hashOf(secret), this.clock.monotonicMs() + ttlMs);
    return secret;
  }

  /** @throws {AccessDeniedError} there is no such token any more, or there never was. */
  redeem(secret: string): void {
    this.dropVoid();
    const hash = hashOf(secret);
    const found = [...this.endsAtMs.keys()].filter((known) =>
      timingSafeEqual(Buffer.from(known, 'hex'), Buffer.from(hash, 'hex')),
    );
    if (found.length === 0)
      throw new AccessDeniedError('this token is used up, too old, or of another node; make another');
    this.endsAtMs.delete(hash);
  }

  private dropVoid(): void {
    const nowMs = this.clock.monotonicMs();
    for (const [hash, endsAtMs] of this.endsAtMs) if (endsAtMs <= nowMs) this.endsAtMs.delete(hash);
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
