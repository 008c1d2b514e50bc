/** The only place of `cli` that touches the process's own streams. */
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { UsageError } from './usage-error.js';

/** Tokens are the longest that is read. */
const INPUT_LENGTH_MAX = 65_536;

export interface Terminal {
  /** A person watches standard output: it may be redrawn. */
  readonly isWatched: boolean;
  /** Standard output shows colours, and nobody has asked for none (NO_COLOR). */
  readonly isColoured: boolean;
  /** A person watches standard error: progress may be redrawn there. */
  readonly isProgressWatched: boolean;
  /** A person can be asked. */
  readonly canAsk: boolean;
  /** To standard output, as it is. */
  write(text: string): void;
  /** To standard output; waits while the reader is behind. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /** To standard error, as it is. */
  complain(text: string): void;
  /** Asks on standard error, so that standard output stays free for what the command prints. */
  ask(question: string): Promise<string>;
  /** All of standard input. @throws {UsageError} it is longer than anything that is asked for. */
  readInput(): Promise<string>;
  /** Fires when the user interrupts; from the first call on that no longer ends the process. */
  interruption(): AbortSignal;
}

export class SystemTerminal implements Terminal {
  readonly isWatched = process.stdout.isTTY;
  readonly isColoured = process.stdout.isTTY && process.stdout.hasColors();
  readonly isProgressWatched = process.stderr.isTTY;
  readonly canAsk = process.stdin.isTTY && process.stderr.isTTY;

  constructor() {
    // `hafs … | head` closes our output: there is nobody left to tell anything.
    process.stdout.on('error', (err: NodeJS.ErrnoException) => process.exit(err.code === 'EPIPE' ? 0 : 1));
  }

  write(text: string): void {
    process.stdout.write(text);
  }

  async writeBytes(bytes: Uint8Array): Promise<void> {
    if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
  }

  complain(text: string): void {
    process.stderr.write(text);
  }

  async ask(question: string): Promise<string> {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  }

  async readInput(): Promise<string> {
    let text = '';
    for await (const part of process.stdin.setEncoding('utf8')) {
      text += String(part);
      if (text.length > INPUT_LENGTH_MAX) throw new UsageError('standard input is too long');
    }
    return text;
  }

  interruption(): AbortSignal {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
    return controller.signal;
  }
}
