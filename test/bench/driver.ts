/** The small C program that repeats one file operation (driver.c). */
import { run } from './command.js';
import { DRIVER_SOURCE } from './places.js';

export type DriverOperation =
  'create' | 'overwrite' | 'read' | 'stat' | 'rename' | 'unlink' | 'mkdir' | 'list';

export interface DriverWork {
  readonly directory: string;
  readonly files: number;
  /** The number of the first of them; 0 unless said. */
  readonly first?: number;
  readonly threads?: number;
  readonly seconds?: number;
  readonly loop?: boolean;
  readonly bytes?: number;
  readonly fsync?: boolean;
  readonly rate?: number;
  readonly mirror?: string;
  /** How many the files are spread over; 10 unless said. */
  readonly directories?: number;
}

export interface DriverResult {
  readonly operations: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly worstUs: number;
  readonly errors: number;
  /** An errno's name, or empty. */
  readonly firstError: string;
  readonly stale: number;
}

export class Driver {
  private constructor(private readonly program: string) {}

  /** Compiled for this machine: threads and clock without anything between. */
  static async compile(program: string): Promise<Driver> {
    await run('gcc', '-O2', '-Wall', '-pthread', '-o', program, DRIVER_SOURCE);
    return new Driver(program);
  }

  async run(operation: DriverOperation, work: DriverWork): Promise<DriverResult> {
    return JSON.parse(await run(this.program, ...wordsOf(operation, work))) as DriverResult;
  }
}

function wordsOf(operation: DriverOperation, work: DriverWork): string[] {
  const options = Object.entries(work).flatMap(([name, value]: [string, string | number | boolean]) =>
    value === false ? [] : value === true ? [`--${name}`] : [`--${name}`, `${value}`],
  );
  return [operation, ...options];
}
