/** Damages a part of a LevelDB table by what the part is for. The database is closed, or has not read it yet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOOTER_BYTES, footerFrom, placesIn, type Place } from '../../src/kv/table-format.js';

/** A filter's block ends in the place of its list of filters, and how much of a table each is for. */
const FILTER_TAIL_BYTES = 5;
const UINT32_BYTES = 4;

export type Part = 'filter' | 'metaindex' | 'index' | 'footer';

export function placeOf(table: Buffer, part: Part): Place {
  const offset = table.length - FOOTER_BYTES;
  const footer = footerFrom(table.subarray(offset))!;
  if (part === 'footer') return { offset: table.length - 8, size: 8 };
  if (part !== 'filter') return footer[part];
  const { metaindex } = footer;
  return placesIn(table.subarray(metaindex.offset, metaindex.offset + metaindex.size))[0]!;
}

/** Of a filter all is cleared but how many bits a key has, which comes last: so no key is found. */
export function damageTable(directory: string, number: number, part: Part): void {
  const path = tablePath(directory, number);
  const table = readFileSync(path);
  const { offset, size } = placeOf(table, part);
  if (part === 'filter') clearFilters(table.subarray(offset, offset + size));
  else table[offset + Math.floor(size / 2)]! ^= 0x10;
  writeFileSync(path, table);
}

/** Flips one bit of the first byte of `text` in a record. */
export function damageText(directory: string, number: number, text: string): void {
  const path = tablePath(directory, number);
  const table = readFileSync(path);
  table[table.indexOf(text)]! ^= 0x10;
  writeFileSync(path, table);
}

const tablePath = (directory: string, number: number): string =>
  join(directory, `${String(number).padStart(6, '0')}.ldb`);

function clearFilters(block: Buffer): void {
  const end = block.readUInt32LE(block.length - FILTER_TAIL_BYTES);
  for (let at = end; at + FILTER_TAIL_BYTES < block.length; at += UINT32_BYTES) {
    const next = block.readUInt32LE(at + UINT32_BYTES);
    block.fill(0, block.readUInt32LE(at), Math.max(block.readUInt32LE(at), next - 1));
  }
}
