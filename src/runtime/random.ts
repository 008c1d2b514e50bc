import { randomBytes } from 'node:crypto';

/** The only source of chance. Simulations bring one with a seed. */
export interface Random {
  /** 0 <= value < 1 */
  unit(): number;
  /** Lower-case hexadecimal, unlikely ever to repeat. */
  id(): string;
}

const ID_BYTES = 8;

export class SystemRandom implements Random {
  unit(): number {
    return Math.random();
  }

  id(): string {
    return randomBytes(ID_BYTES).toString('hex');
  }
}

/** For keys and what they are made of: never from a seed. */
export const secretBytes = (count: number): Uint8Array => randomBytes(count);
