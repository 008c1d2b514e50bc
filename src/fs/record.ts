/** What all records but chunks have in common: a format byte, then fields in a fixed order, then nothing. */
import { FILE_TYPE, fileTypeOf, type FileType } from '../core/attr.js';
import { ByteReader, ByteWriter } from '../core/bytes.js';
import { CorruptionError } from '../core/errors.js';
import { ino, type Ino } from '../core/ids.js';
import { NAME_BYTES_MAX } from '../core/limits.js';
import { describeKey } from './keys.js';

const RECORD_FORMAT = 1;

export const startRecord = (capacityBytes: number): ByteWriter =>
  new ByteWriter(capacityBytes).u8(RECORD_FORMAT);

/**
 * Decodes a whole record. `readFields` throws RangeError for what cannot have been written.
 *
 * @throws {CorruptionError} that names the record, when it is malformed.
 */
export function decodeRecord<T>(
  key: Uint8Array,
  value: Uint8Array,
  readFields: (reader: ByteReader) => T,
): T {
  try {
    const reader = new ByteReader(value);
    check(reader.u8() === RECORD_FORMAT, 'unknown record format');
    const record = readFields(reader);
    check(reader.remaining === 0, 'record too long');
    return record;
  } catch (err) {
    if (!(err instanceof RangeError)) throw err;
    throw new CorruptionError(`${describeKey(key)}: ${err.message}`, { cause: err });
  }
}

/** @throws {RangeError} unless the claim holds of the field just read. */
export function check(claim: boolean, complaint: string): void {
  if (!claim) throw new RangeError(complaint);
}

export function readIno(reader: ByteReader): Ino {
  const value = reader.u64();
  check(value >= 1, 'ino below the root');
  return ino(value);
}

export const writeType = (writer: ByteWriter, type: FileType): ByteWriter => writer.u8(FILE_TYPE[type]);

export function readType(reader: ByteReader): FileType {
  const type = fileTypeOf(reader.u8());
  if (type === undefined) throw new RangeError('unknown file type');
  return type;
}

/** Takes the rest of the record as a name. */
export function readName(reader: ByteReader): Uint8Array {
  check(reader.remaining >= 1 && reader.remaining <= NAME_BYTES_MAX, 'bad length of a name');
  return reader.raw(reader.remaining);
}
