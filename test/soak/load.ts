/**
 * Works on one directory of a mount until it is told to stop, always with the same number of files:
 * `load.js DIRECTORY SEED`. At the end it prints what it did, as JSON.
 */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KIB } from '../../src/core/limits.js';
import { Dice } from '../fuzz/support/dice.js';

const WORKERS = 4;
const FILES = 40;
const SIZES = [0, 100, 4 * KIB, 64 * KIB, 300 * KIB];
const APPENDED = Buffer.from('one more line\n');

const [directory = '', seed = '1'] = process.argv.slice(2);
const counts = { operations: 0, failures: 0, wrong: 0, firstFailure: '' };
let isOver = false;
process.on('SIGTERM', () => (isOver = true));

/** Its content stands in memory as a checksum; after a failure it is not known any more. */
class File {
  private sum: string | undefined;
  private version = 0;

  constructor(
    private readonly home: string,
    private readonly place: number,
  ) {}

  private get path(): string {
    return join(this.home, `file${this.place}.${this.version}`);
  }

  async write(dice: Dice): Promise<void> {
    const data = dice.bytes(dice.pick(SIZES));
    this.sum = undefined;
    await writeFile(`${this.path}.new`, data);
    await rename(`${this.path}.new`, this.path);
    this.sum = sumOf(data);
  }

  async append(): Promise<void> {
    const before = this.sum === undefined ? undefined : await readFile(this.path);
    this.sum = undefined;
    await appendFile(this.path, APPENDED);
    if (before !== undefined) this.sum = sumOf(Buffer.concat([before, APPENDED]));
  }

  async read(): Promise<void> {
    if (this.sum !== undefined && sumOf(await readFile(this.path)) !== this.sum) counts.wrong++;
  }

  async move(): Promise<void> {
    const from = this.path;
    const { sum } = this;
    this.sum = undefined;
    if (sum === undefined) return;
    this.version = (this.version + 1) % 3;
    await rename(from, this.path);
    this.sum = sum;
  }

  async remove(): Promise<void> {
    this.sum = undefined;
    await rm(this.path, { force: true });
  }
}

const sumOf = (data: Uint8Array): string => createHash('sha1').update(data).digest('hex');

async function work(worker: number): Promise<void> {
  const home = join(directory, `worker${worker}`);
  await mkdir(home, { recursive: true });
  const dice = new Dice(Number(seed) + worker);
  const files = Array.from({ length: FILES }, (_, place) => new File(home, place));
  while (!isOver) await step(home, dice, dice.pick(files));
}

async function step(home: string, dice: Dice, file: File): Promise<void> {
  const steps = [
    () => file.write(dice),
    () => file.append(),
    () => file.read(),
    () => file.read(),
    () => file.move(),
    () => file.remove(),
    () => readdir(home),
    () => stat(home),
  ];
  try {
    counts.operations++;
    await dice.pick(steps)();
  } catch (error) {
    counts.failures++;
    counts.firstFailure ||= String(error);
  }
}

await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
process.stdout.write(`${JSON.stringify(counts)}\n`);
