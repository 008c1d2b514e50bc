import type { Call } from './call.js';

/** To the start of the line, and erase it (ECMA-48). */
const REWRITE = '\r\x1b[K';

/**
 * How far long work has come, on standard error: one line that changes on a terminal, else a line for each change; nothing
 * for who wants JSON.
 */
export class ProgressLines {
  private last = '';

  constructor(private readonly call: Call) {}

  say(line: string): void {
    if (line === this.last || this.call.options.json === true) return;
    const { terminal } = this.call.context;
    terminal.complain(terminal.isProgressWatched ? `${REWRITE}${line}` : `${line}\n`);
    this.last = line;
  }

  /** What is written next begins on a line of its own. */
  end(): void {
    if (this.last !== '' && this.call.context.terminal.isProgressWatched)
      this.call.context.terminal.complain(REWRITE);
    this.last = '';
  }
}
