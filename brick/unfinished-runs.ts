import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, StoreFailedError } from '../src/core/errors.js';
import { checkTables, type TableCheck } from '../src/kv/table-check.js';
import type { Clock, Timer } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { DATABASE_FILE } from './brick-directory.js';

/** In a brick's directory while it is open, and has not been for long. */
const RUNS_FILE = 'UNFINISHED-RUNS.json';
/** As many runs in succession that ended without a word, and soon, are no accident. */
const SUSPICIOUS_RUNS = 3;
/** So long the tables are looked through before a run, and twice as long before each one that follows it. */
const FIRST_LOOK_MS = 300;
/** A run that has lasted so long says nothing against the brick, however it ends. */
const RUN_HOLDS_UP_MS = 600_000;

interface Runs {
  readonly count: number;
  /** The number of the last table that was found sound. */
  readonly soundTable?: number;
  /** What was found wrong with the brick, which is not opened any more. */
  readonly damage?: string;
}

const NONE: Runs = { count: 0 };

export interface RunDeps {
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Counts the runs of a brick that its process did not survive: LevelDB ends it by an assertion where a table's
 * structure is damaged (docs/replication.md, "Damage"). After some in succession the tables are compared with their
 * checksums before LevelDB sees them again, so that one bad table does not keep a node from serving its other bricks:
 * a few at a time, since most often it was somebody who killed the process, and the brick is to be back soon.
 *
 * A count that is lost with the power, or finds no room on the disk, only comes to that later.
 */
export class UnfinishedRuns {
  private holdsUp: Timer | undefined;

  private constructor(
    private readonly file: string,
    private readonly before: Runs,
    private readonly deps: RunDeps,
  ) {}

  /**
   * Before the brick is opened.
   * @throws {StoreFailedError} with the table that is damaged: not to be opened.
   */
  static async begin(directory: string, deps: RunDeps): Promise<UnfinishedRuns> {
    const file = join(directory, RUNS_FILE);
    const runs = new UnfinishedRuns(file, await readRuns(file), deps);
    if (!(await isThere(join(directory, DATABASE_FILE)))) return runs;
    await runs.write(await runs.nextRun(directory));
    runs.holdsUp = deps.clock.after(RUN_HOLDS_UP_MS, () => void runs.write(NONE));
    return runs;
  }

  /** The brick was closed in order. */
  async end(): Promise<void> {
    this.holdsUp?.stop();
    await this.write(NONE);
  }

  /** The brick was not opened after all: that is no run. */
  async takeBack(): Promise<void> {
    this.holdsUp?.stop();
    await this.write(this.before);
  }

  /** @returns what is known once this run has begun. */
  private async nextRun(directory: string): Promise<Runs> {
    const { count, damage, soundTable } = this.before;
    if (damage !== undefined) throw damaged(directory, damage);
    if (count < SUSPICIOUS_RUNS) return { count: count + 1 };
    const check = await this.check(directory, count, soundTable ?? 0);
    if (check.kind === 'unfinished') return { count: count + 1, soundTable: check.after };
    if (check.kind === 'sound') return { count: 1 };
    await this.write({ count, damage: check.what });
    throw damaged(directory, check.what);
  }

  private async check(directory: string, count: number, after: number): Promise<TableCheck> {
    const { clock, log } = this.deps;
    const endsAtMs = clock.monotonicMs() + FIRST_LOOK_MS * 2 ** (count - SUSPICIOUS_RUNS);
    const isTimeUp = (): boolean => clock.monotonicMs() >= endsAtMs;
    const check = await checkTables(directory, after, isTimeUp).catch(unlessStoreFailed);
    log.warn('brick.tables_checked', { directory, runs: count, result: check.kind });
    return check;
  }

  private async write(runs: Runs): Promise<void> {
    try {
      if (runs.count === 0) await rm(this.file, { force: true });
      else await writeFile(this.file, JSON.stringify(runs));
    } catch (error) {
      this.deps.log.warn('brick.run_not_counted', { file: this.file, reason: messageOf(error) });
    }
  }
}

async function readRuns(file: string): Promise<Runs> {
  try {
    const { count, soundTable, damage } = JSON.parse(await readFile(file, 'utf8')) as Partial<
      Record<keyof Runs, unknown>
    >;
    return {
      count: isCount(count) ? count : 0,
      ...(isCount(soundTable) ? { soundTable } : {}),
      ...(typeof damage === 'string' ? { damage } : {}),
    };
  } catch {
    return NONE; // None before, or one that was being written when the process ended.
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** What cannot be read at all the opening says, as it does at other times. */
function unlessStoreFailed(error: unknown): TableCheck {
  if (!(error instanceof StoreFailedError)) throw error;
  return { kind: 'sound' };
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const damaged = (directory: string, what: string): StoreFailedError =>
  new StoreFailedError(`${directory} is damaged: ${what}, and LevelDB has ended the process there`);
