/** What callers may hand in, as hafs wants it. */
import type { Timestamp } from '../src/core/attr.js';
import type { ObjectEncodingOptions, PathLike } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MS_PER_SECOND = 1_000;
const NANOSECONDS_PER_MS = 1_000_000;

export type Data = string | NodeJS.ArrayBufferView;
export type Encoded = ObjectEncodingOptions | BufferEncoding | null | undefined;

/** Absolute within the volume: what is relative begins at its root. */
export function pathOf(path: PathLike): string {
  const text = path instanceof URL ? fileURLToPath(path) : path.toString();
  if (text.includes('\0')) {
    const message = "The argument 'path' must be a string, Uint8Array, or URL without null bytes";
    throw Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_VALUE' });
  }
  return text;
}

export const encodingOf = (options: Encoded): BufferEncoding | undefined =>
  (typeof options === 'string' ? options : options?.encoding) ?? undefined;

export const bytesOf = (data: Data, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data, encoding)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** Everything that `writeFile` takes, piece by piece. */
export async function* piecesOf(
  data: Data | Iterable<Data> | AsyncIterable<Data>,
  encoding: BufferEncoding | undefined,
): AsyncGenerator<Uint8Array> {
  if (typeof data === 'string' || ArrayBuffer.isView(data)) yield bytesOf(data, encoding);
  else for await (const piece of data) yield bytesOf(piece, encoding);
}

/** 0o644, "644". */
export const modeNumber = (mode: string | number | null | undefined, otherwise: number): number =>
  typeof mode === 'string' ? parseInt(mode, 8) : (mode ?? otherwise);

/** Seconds since 1970, text of such a number, or a date. */
export function timeOf(time: string | number | Date): Timestamp {
  const ms = time instanceof Date ? time.getTime() : Number(time) * MS_PER_SECOND;
  const seconds = Math.floor(ms / MS_PER_SECOND);
  return { seconds, nanoseconds: Math.round((ms - seconds * MS_PER_SECOND) * NANOSECONDS_PER_MS) };
}
