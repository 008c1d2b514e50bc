/** The `[node]` table of the configuration file: what `hafs server` is told unless its command line or environment says otherwise. */
import { readFile } from 'node:fs/promises';
import { parse } from 'smol-toml';
import { InvalidRequestError } from '../core/errors.js';
import { suggestion } from '../core/unknown-name.js';
import { loadSettings } from './config.js';

/** By option, without the dashes: texts, numbers as text, or `true`. */
export type NodeSettings = Readonly<Record<string, string | true>>;

/** @param known the options that there are. @throws {InvalidRequestError} naming the file and what is wrong in it. */
export async function loadNodeSettings(path: string, known: readonly string[]): Promise<NodeSettings> {
  await loadSettings(path); // Says what is wrong with the file as a whole.
  const text = await readFile(path, 'utf8').catch(() => '');
  return nodeSettings(parse(text)['node'], path, known);
}

export function nodeSettings(table: unknown, path: string, known: readonly string[]): NodeSettings {
  if (table === undefined) return {};
  if (typeof table !== 'object' || table === null)
    throw new InvalidRequestError(`${path}: "node" must be a table`);
  const entries = Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    if (!known.includes(key)) {
      throw new InvalidRequestError(
        `${path}: [node] knows no "${key}"${suggestion(key, known)}; it knows ${known.join(', ')}`,
      );
    }
    if (value === false) return [];
    if (value === true || typeof value === 'string') return [[key, value] as const];
    if (typeof value === 'number') return [[key, String(value)] as const];
    throw new InvalidRequestError(`${path}: [node] "${key}" must be text, a number, or true`);
  });
  return Object.fromEntries(entries);
}

/** The table as it stands there, whatever is in it; empty when there is none. @throws {InvalidRequestError} the file is wrong. */
export async function nodeTableOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  await loadSettings(path);
  const table = parse(await readFile(path, 'utf8').catch(() => ''))['node'];
  return typeof table === 'object' && !Array.isArray(table) && !(table instanceof Date) ? table : {};
}
