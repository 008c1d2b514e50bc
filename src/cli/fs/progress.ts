import type { Clock } from '../../runtime/clock.js';
import type { Terminal } from '../terminal.js';
import { bytesText, rateText } from '../units.js';

const REDRAW_INTERVAL_MS = 200;
const LINE_INTERVAL_MS = 5_000;
const MS_PER_SECOND = 1_000;
/** Back to the line's start, then erase it (ECMA-48). */
const ERASE_LINE = '\r\x1b[K';

/** Counts what a transfer has moved: redrawn on a terminal, a line now and then elsewhere. */
export class Progress {
  files = 0;
  directories = 0;
  bytes = 0;
  private readonly startedAtMs: number;
  private shownAtMs: number;

  constructor(
    private readonly label: string,
    private readonly terminal: Terminal,
    private readonly clock: Clock,
  ) {
    this.startedAtMs = clock.monotonicMs();
    this.shownAtMs = this.startedAtMs;
  }

  moved(bytes: number): void {
    this.bytes += bytes;
    const now = this.clock.monotonicMs();
    const isWatched = this.terminal.isProgressWatched;
    if (now - this.shownAtMs < (isWatched ? REDRAW_INTERVAL_MS : LINE_INTERVAL_MS)) return;
    this.shownAtMs = now;
    this.terminal.complain(isWatched ? ERASE_LINE + this.text() : `${this.text()}\n`);
  }

  /** Leaves the terminal's line free for what comes next. */
  end(): void {
    if (this.terminal.isProgressWatched) this.terminal.complain(ERASE_LINE);
  }

  text(): string {
    const seconds = Math.max(1, this.clock.monotonicMs() - this.startedAtMs) / MS_PER_SECOND;
    return `${this.label}: ${this.files} files, ${bytesText(this.bytes)}, ${rateText(this.bytes / seconds)}`;
  }

  document() {
    return { files: this.files, directories: this.directories, bytes: this.bytes };
  }
}
