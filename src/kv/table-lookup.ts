/**
 * Compares what the records of a LevelDB table are found by with its checksums. LevelDB itself does not: with a bit of a filter
 * wrong it answers that a record is not there, or with an older one from another table, without a word.
 *
 * Source: LevelDB 1.20, table/table.cc (`Table::Open`, `ReadMeta`, `ReadFilter`, `InternalGet`).
 */
import { open, type FileHandle } from 'node:fs/promises';
import { StoreFailedError } from '../core/errors.js';
import {
  FOOTER_BYTES,
  footerFrom,
  isAsWritten,
  placesIn,
  TRAILER_BYTES,
  type Place,
} from './table-format.js';

/** Only what goes through all records of a table can do without the filter; nothing can without the index. */
export type LookupDamage = 'filter' | 'index';

export interface Lookup {
  readonly damage: LookupDamage | undefined;
  readonly readBytes: number;
}

/** @throws the system's error when the file cannot be read, ENOENT among others. */
export async function checkLookup(path: string): Promise<Lookup> {
  const file = await open(path);
  try {
    const blocks = new BlockReader(file, (await file.stat()).size);
    return { damage: await damageOf(blocks), readBytes: blocks.readBytes };
  } finally {
    await file.close();
  }
}

async function damageOf(blocks: BlockReader): Promise<LookupDamage | undefined> {
  const footer = await blocks.footer();
  if (footer === undefined || (await blocks.block(footer.index)) === undefined) return 'index';
  const metaindex = await blocks.block(footer.metaindex);
  if (metaindex === undefined) return 'filter';
  for (const place of placesIn(metaindex)) {
    if ((await blocks.block(place)) === undefined) return 'filter';
  }
  return undefined;
}

class BlockReader {
  readBytes = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly sizeBytes: number,
  ) {}

  async footer() {
    const bytes = await this.read({ offset: this.sizeBytes - FOOTER_BYTES, size: FOOTER_BYTES });
    try {
      return bytes === undefined ? undefined : footerFrom(bytes);
    } catch (error) {
      if (error instanceof StoreFailedError) return undefined;
      throw error;
    }
  }

  /** @returns `undefined` where it is not as it was written. */
  async block({ offset, size }: Place): Promise<Buffer | undefined> {
    const bytes = await this.read({ offset, size: size + TRAILER_BYTES });
    return bytes !== undefined && isAsWritten(bytes) ? bytes.subarray(0, size) : undefined;
  }

  private async read({ offset, size }: Place): Promise<Buffer | undefined> {
    if (offset < 0 || offset + size > this.sizeBytes) return undefined;
    const bytes = Buffer.allocUnsafe(size);
    const { bytesRead } = await this.file.read(bytes, 0, size, offset);
    this.readBytes += bytesRead;
    return bytesRead === size ? bytes : undefined;
  }
}
