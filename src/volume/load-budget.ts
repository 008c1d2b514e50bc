import { CHUNK_SIZE_BYTES, IO_SIZE_BYTES_MAX, MIB } from '../core/limits.js';

/**
 * Stored chunks that the changes under way may have in memory, all together: 128 MiB. What a change needs is not told by
 * its request: to cut off a file with holes means to look at 8 MiB of it, one without at nothing.
 */
export const LOADED_CHUNKS_MAX = (128 * MIB) / CHUNK_SIZE_BYTES;
/** A copy of a mebibyte, which begins and ends within chunks. */
const SMALL_CHUNKS_MAX = 2 * (IO_SIZE_BYTES_MAX / CHUNK_SIZE_BYTES + 1);

interface Waiting {
  readonly chunkCount: number;
  readonly go: () => void;
}

export class LoadBudget {
  private heldCount = 0;
  private readonly waiting: Waiting[] = [];

  /**
   * In the order they came, but for those that want little, who need not wait for somebody who wants much; what is more than
   * all there is goes alone. @returns what gives it back.
   */
  async take(chunkCount: number): Promise<() => void> {
    const isInTurn = this.waiting.length === 0 || chunkCount <= SMALL_CHUNKS_MAX;
    if (isInTurn && this.fits(chunkCount)) this.heldCount += chunkCount;
    else await new Promise<void>((go) => this.waiting.push({ chunkCount, go }));
    return () => this.giveBack(chunkCount);
  }

  private fits(chunkCount: number): boolean {
    return this.heldCount === 0 || this.heldCount + chunkCount <= LOADED_CHUNKS_MAX;
  }

  private giveBack(chunkCount: number): void {
    this.heldCount -= chunkCount;
    for (let [next] = this.waiting; next !== undefined && this.fits(next.chunkCount); [next] = this.waiting) {
      this.waiting.shift();
      // Before it goes on: nobody else may come in between.
      this.heldCount += next.chunkCount;
      next.go();
    }
  }
}
