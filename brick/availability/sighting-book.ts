import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../src/core/errors.js';
import { MIB } from '../../src/core/limits.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import { BoundedLines } from '../bounded-lines.js';
import { sightingAfter, type Look, type Sighting } from './sighting.js';

/** What is still going on is written this often: a crash of the node costs so much of its testimony. */
const PRESENT_INTERVAL_MS = 2_000;
const FILE_BYTES_MAX = MIB;
/** Of one volume, the newest. */
export const SIGHTINGS_MAX = 1_000;

interface Entry {
  /** Replica set. */
  readonly group: string;
  readonly sighting: Sighting;
}

export interface SightingBookDeps {
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What this node has seen of the service of each volume, across its restarts. */
export class SightingBook {
  private readonly past = new Map<string, Sighting[]>();
  private readonly present = new Map<string, Sighting>();
  private presentWrittenAtMs = -Infinity;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly lines: BoundedLines<Entry>,
    private readonly deps: SightingBookDeps,
  ) {}

  static async open(deps: SightingBookDeps): Promise<SightingBook> {
    const path = join(deps.directory, 'sightings.jsonl');
    const options = { path, fileBytesMax: FILE_BYTES_MAX, log: deps.log };
    const { lines, records } = await BoundedLines.open(options, isEntry);
    const book = new SightingBook(lines, deps);
    for (const { group, sighting } of records) book.remember(group, sighting);
    // The process before this one did not live to see how these went on.
    for (const entry of await presentOf(deps.directory)) book.complete(entry);
    return book;
  }

  note(group: string, look: Look): void {
    const last = this.present.get(group);
    const sighting = sightingAfter(last, look);
    const isGoingOn = last === undefined || last.fromMs === sighting.fromMs;
    if (!isGoingOn) this.complete({ group, sighting: last });
    this.present.set(group, sighting);
    this.keepPresent();
  }

  /** Oldest first, what is still going on at the end. */
  sightings(group: string): Sighting[] {
    const present = this.present.get(group);
    return [...(this.past.get(group) ?? []), ...(present === undefined ? [] : [present])];
  }

  /** A volume that is gone from the pool. */
  forget(isKnown: (group: string) => boolean): void {
    for (const group of [...this.past.keys(), ...this.present.keys()]) {
      if (isKnown(group)) continue;
      this.past.delete(group);
      this.present.delete(group);
    }
  }

  async close(): Promise<void> {
    // A process that never got to see anything must not wipe out what another one is seeing.
    if (this.present.size > 0) this.writePresent();
    await this.writing;
    await this.lines.close();
  }

  private complete(entry: Entry): void {
    this.remember(entry.group, entry.sighting);
    this.lines.append(entry);
  }

  private remember(group: string, sighting: Sighting): void {
    const past = this.past.get(group) ?? [];
    past.push(sighting);
    if (past.length > SIGHTINGS_MAX) past.shift();
    this.past.set(group, past);
  }

  private keepPresent(): void {
    const nowMs = this.deps.clock.monotonicMs();
    if (nowMs - this.presentWrittenAtMs < PRESENT_INTERVAL_MS) return;
    this.presentWrittenAtMs = nowMs;
    this.writePresent();
  }

  private writePresent(): void {
    const text = JSON.stringify([...this.present].map(([group, sighting]) => ({ group, sighting })));
    const path = presentPath(this.deps.directory);
    this.writing = this.writing
      .then(() => writeFile(`${path}.new`, text))
      .then(() => rename(`${path}.new`, path))
      .catch((error: unknown) =>
        this.deps.log.warn('node.sightings_not_written', { reason: messageOf(error) }),
      );
  }
}

const presentPath = (directory: string): string => join(directory, 'sightings-present.json');

async function presentOf(directory: string): Promise<Entry[]> {
  try {
    const value: unknown = JSON.parse(await readFile(presentPath(directory), 'utf8'));
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    // It is not there yet, or was cut short: some seconds of testimony are missing.
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  const { group, sighting } = (value ?? {}) as Partial<Entry>;
  const { service, fromMs, toMs } = (sighting ?? {}) as Partial<Sighting>;
  return typeof group === 'string' && typeof service === 'string' && isTime(fromMs) && isTime(toMs);
}

const isTime = (value: unknown): boolean => Number.isSafeInteger(value);
