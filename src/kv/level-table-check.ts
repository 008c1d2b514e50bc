import { join } from 'node:path';
import { roomNeeded, type TableLimits } from './compaction-plan.js';
import type { TableCheckOrder, TableCheckOutcome } from './kv-store.js';
import { readManifest, type Table } from './leveldb-manifest.js';
import { tableNames } from './log-files.js';
import { damageOf } from './table-check.js';
import { checkLookup, type Lookup } from './table-lookup.js';

/** Its records cannot be found any more as they should be, and LevelDB cannot mend that. For people. */
interface Broken {
  readonly kind: 'broken';
  readonly what: string;
}

/** Looks at the tables of an open LevelDB, the oldest first, and has LevelDB write those anew whose filter is damaged. */
export class LevelTableCheck {
  /** To be looked at, the oldest first: what the manifest named when it was last read. */
  private pending: readonly number[] = [];

  /** @param mergeAt has LevelDB merge all tables whose keys include this one, and others with them. */
  constructor(
    private readonly directory: string,
    private readonly limits: TableLimits,
    private readonly mergeAt: (key: Uint8Array) => Promise<void>,
  ) {}

  async step(order: TableCheckOrder): Promise<TableCheckOutcome | Broken> {
    const table = await this.nextAfter(order.after);
    if (table === undefined) return { kind: 'done' };
    const found = await this.lookupOf(table);
    if (found === undefined) {
      if (await this.isNamed(table)) return { kind: 'broken', what: `table ${table} is missing` };
      // It was merged meanwhile, and what became of it has a higher number.
      return { kind: 'sound', table, readBytes: 0 };
    }
    if (found.damage === 'index') return { kind: 'broken', what: notAsWritten(table, 'index') };
    if (found.damage === 'filter') return this.renew(table, notAsWritten(table, 'filter'), order.roomBytes);
    return order.withRecords
      ? this.checkRecords(table, order.roomBytes)
      : { kind: 'sound', table, readBytes: found.readBytes };
  }

  private async nextAfter(after: number): Promise<number | undefined> {
    const later = (tables: Iterable<number>): number[] => [...tables].filter((table) => table > after);
    const known = after === 0 ? [] : later(this.pending);
    this.pending = known.length > 0 ? known : later((await this.tables()).keys()).sort((a, b) => a - b);
    return this.pending[0];
  }

  private async lookupOf(table: number): Promise<Lookup | undefined> {
    for (const name of tableNames(table)) {
      const lookup = await checkLookup(join(this.directory, name)).catch(unlessMissing);
      if (lookup !== undefined) return lookup;
    }
    return undefined;
  }

  private async checkRecords(table: number, roomBytes: number): Promise<TableCheckOutcome> {
    const readBytes = (await this.tables()).get(table)?.sizeBytes ?? 0;
    const what = await damageOf(this.directory, table);
    if (what === undefined || !(await this.isNamed(table))) return { kind: 'sound', table, readBytes };
    const outcome = await this.renew(table, what, roomBytes);
    return outcome.kind === 'renewed' ? { ...outcome, kind: 'cleaned', readBytes } : outcome;
  }

  /** Merging goes through all records of a table in their order, so it needs no filter, and makes a new one. */
  private async renew(table: number, what: string, roomBytes: number): Promise<TableCheckOutcome> {
    const tables = await this.tables();
    const smallest = tables.get(table)?.smallest;
    if (smallest === undefined) return { kind: 'renewed', table, what }; // It was merged just now.
    const neededBytes = roomNeeded([...tables.values()], smallest, {
      ...this.limits,
      isMemtableEmpty: false,
    });
    if (neededBytes > roomBytes) {
      return { kind: 'left', table, what, why: `writing it anew may need ${neededBytes} bytes on the disk` };
    }
    await this.mergeAt(smallest);
    if (!(await this.isNamed(table))) return { kind: 'renewed', table, what };
    return { kind: 'left', table, what, why: 'LevelDB has not merged it' };
  }

  private async isNamed(table: number): Promise<boolean> {
    return (await this.tables()).has(table);
  }

  private async tables(): Promise<ReadonlyMap<number, Table>> {
    return (await readManifest(this.directory))?.tables ?? new Map<number, Table>();
  }
}

const notAsWritten = (table: number, part: string): string =>
  `the ${part} of table ${table} is not as it was written`;

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}
