import { setTimeout as pause } from 'node:timers/promises';
import { page } from './compose.js';

const PAUSE_MS = 50;

/** Asks the site for one page again and again, as people do, and takes down how it is answered. */
export class SteadyVisitor {
  readonly failures: string[] = [];
  count = 0;
  slowestMs = 0;
  private isOver = false;
  private readonly visits: Promise<void>;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.visits = this.visit();
  }

  /** Resolves once the last answer has come. */
  async leave(): Promise<void> {
    this.isOver = true;
    await this.visits;
  }

  private async visit(): Promise<void> {
    while (!this.isOver) {
      const beganAtMs = performance.now();
      const answer = await page(this.path).catch(String);
      this.count++;
      this.slowestMs = Math.max(this.slowestMs, performance.now() - beganAtMs);
      if (answer !== this.text) this.failures.push(answer);
      await pause(PAUSE_MS);
    }
  }
}
