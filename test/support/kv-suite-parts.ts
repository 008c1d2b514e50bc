/** What the suites of `KvStore` write their cases with. */
import type { Edit } from '../../src/core/edit.js';
import type { KvEntry, KvRange, KvReader, KvStore } from '../../src/kv/kv-store.js';

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const put = (key: string, value: string): Edit => ({ key: bytes(key), value: bytes(value) });
export const remove = (key: string): Edit => ({ key: bytes(key), value: undefined });
export const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : Buffer.from(value).toString('latin1');

/** Above every key that these tests use. */
export const END = bytes('\xff\xff\xff\xff');
export const ALL: KvRange = { from: bytes('\x00'), to: END };

export async function collect(entries: AsyncIterable<KvEntry>): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, value } of entries) found.push(`${text(key)}=${text(value)}`);
  return found;
}

export const keysIn = async (reader: KvReader, range: KvRange): Promise<string[]> =>
  (await collect(reader.scan(range))).map((entry) => entry.slice(0, entry.indexOf('=')));

export type StoreWith = (...edits: Edit[]) => Promise<KvStore>;
