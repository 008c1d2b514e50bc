import { appendFile, readFile, rename } from 'node:fs/promises';
import { messageOf } from '../src/core/errors.js';
import type { Logger } from '../src/runtime/logger.js';

/** Lines that wait for a slow disk; newer ones are dropped: what is kept here must never hold up anything. */
const WAITING_LINES_MAX = 1_000;

export interface BoundedLinesOptions {
  readonly path: string;
  /** Of one file; there are two, so between one and two times as much is kept. */
  readonly fileBytesMax: number;
  readonly log: Logger;
}

/**
 * The newest of many small records, as JSON lines that outlive the process. What was written in the last moments
 * before a loss of power may be missing; a line that was cut short is left out.
 */
export class BoundedLines<T> {
  private readonly waiting: string[] = [];
  private writing: Promise<void> | undefined;

  private constructor(
    private readonly options: BoundedLinesOptions,
    private fileBytes: number,
  ) {}

  /** @returns what is there already, oldest first. */
  static async open<T>(
    options: BoundedLinesOptions,
    isValid: (value: unknown) => value is T,
  ): Promise<{ readonly lines: BoundedLines<T>; readonly records: T[] }> {
    const older = await textOf(olderPath(options.path));
    const newer = await textOf(options.path);
    const records = `${older}\n${newer}`.split('\n').flatMap((line) => parsed(line, isValid));
    const lines = new BoundedLines<T>(options, Buffer.byteLength(newer));
    // A line that was cut short must not swallow the next one.
    if (newer !== '' && !newer.endsWith('\n')) lines.write('\n');
    return { lines, records };
  }

  append(record: T): void {
    this.write(`${JSON.stringify(record)}\n`);
  }

  /** Everything that was appended is written when this resolves. */
  async close(): Promise<void> {
    await this.writing;
  }

  private write(line: string): void {
    if (this.waiting.length < WAITING_LINES_MAX) this.waiting.push(line);
    this.writing ??= this.writeWaiting().finally(() => (this.writing = undefined));
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      try {
        await this.writeOnce(this.waiting.splice(0).join(''));
      } catch (error) {
        this.options.log.warn('node.lines_not_written', {
          path: this.options.path,
          reason: messageOf(error),
        });
      }
    }
  }

  private async writeOnce(text: string): Promise<void> {
    const { path, fileBytesMax } = this.options;
    if (this.fileBytes > fileBytesMax) {
      await rename(path, olderPath(path));
      this.fileBytes = 0;
    }
    await appendFile(path, text);
    this.fileBytes += Buffer.byteLength(text);
  }
}

const olderPath = (path: string): string => `${path}.1`;

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parsed<T>(line: string, isValid: (value: unknown) => value is T): T[] {
  try {
    const value: unknown = JSON.parse(line);
    return isValid(value) ? [value] : [];
  } catch {
    return [];
  }
}
