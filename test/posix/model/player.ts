import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Order } from './orders.js';

const SCRIPT = fileURLToPath(new URL('player.py', import.meta.url));
/** Longer than a mount waits for its volume, so that its answer is seen. */
const ANSWER_TIMEOUT_MS = 60_000;

/** One side of the model test: a process that makes system calls in a directory, one order at a time. */
export class Player {
  private readonly child: ChildProcessWithoutNullStreams;
  private waiting: { readonly take: (line: string) => void; readonly fail: (why: Error) => void } | undefined;
  private complaints = '';

  /** @param directories the same one, through each mount. */
  constructor(...directories: string[]) {
    this.child = spawn('python3', [SCRIPT, ...directories]);
    this.child.stderr.on('data', (text: Buffer) => (this.complaints += text.toString()));
    this.child.on('close', () => this.waiting?.fail(new Error(`the player has ended: ${this.complaints}`)));
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting?.take(line));
  }

  /** @returns what the player saw, to be compared with what another one saw. */
  async play(order: Order): Promise<unknown> {
    const line = await new Promise<string>((take, fail) => {
      this.waiting = { take, fail };
      const tooLong = setTimeout(
        () => fail(new Error(`no answer to ${JSON.stringify(order)}`)),
        ANSWER_TIMEOUT_MS,
      );
      this.child.stdin.write(`${JSON.stringify(order)}\n`, () => undefined);
      this.child.stdout.once('data', () => clearTimeout(tooLong));
    });
    this.waiting = undefined;
    return JSON.parse(line) as unknown;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
