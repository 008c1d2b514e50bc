/** Calls of `node:fs/promises`, and their outcomes in a form that can be compared between two file systems. */
import type nodeFs from 'node:fs/promises';

/** What the library has of it. */
export type FilePromises = Pick<
  typeof nodeFs,
  | 'access'
  | 'appendFile'
  | 'chmod'
  | 'chown'
  | 'copyFile'
  | 'lchown'
  | 'link'
  | 'lstat'
  | 'lutimes'
  | 'mkdir'
  | 'mkdtemp'
  | 'open'
  | 'opendir'
  | 'readFile'
  | 'readdir'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'rmdir'
  | 'stat'
  | 'statfs'
  | 'symlink'
  | 'truncate'
  | 'unlink'
  | 'utimes'
  | 'writeFile'
>;

export interface FilesUnderTest {
  readonly files: FilePromises;
  /** Where the test's files lie; without a final slash. */
  readonly root: string;
}

/** Paths are written from the root: "@/a". */
export type FileCall = readonly [method: keyof FilePromises, ...args: unknown[]];

export async function outcomeOf(
  { files, root }: FilesUnderTest,
  [method, ...args]: FileCall,
): Promise<unknown> {
  const places = args.map((arg) => (typeof arg === 'string' ? arg.replace(/^@/, root) : arg));
  const shown = (text: string): string =>
    text.replaceAll(root, '@').replace(/t-[A-Za-z0-9]{6}$|t-[A-Za-z0-9]{6}(?=')/, 't-XXXXXX');
  try {
    const call = files[method] as (...all: unknown[]) => Promise<unknown>;
    return comparable(await call.apply(files, places), shown);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code, errno, syscall, path, dest, message } = error as NodeJS.ErrnoException & { dest?: string };
    return {
      code,
      errno,
      syscall,
      path: path && shown(path),
      dest: dest && shown(dest),
      message: shown(message),
    };
  }
}

/** The outcomes of calls that are made one after the other. */
export async function groupOutcomes(where: FilesUnderTest, calls: readonly FileCall[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const call of calls) all.push({ call, outcome: await outcomeOf(where, call) });
  return all;
}

/** Without what no two file systems have in common: inode numbers, times of now, sizes of directories. */
function comparable(value: unknown, shown: (text: string) => string): unknown {
  if (typeof value === 'string') return shown(value);
  if (Array.isArray(value)) return value.map((item) => comparable(item, shown)).sort();
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (typeof value !== 'object' || value === null) return value;
  if ('isFile' in value && 'size' in value) return comparableStats(value as never);
  if ('isFile' in value && 'name' in value) return comparableEntry(value as never, shown);
  return typeof value;
}

interface Typed {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const typesOf = (value: Typed) => [value.isFile(), value.isDirectory(), value.isSymbolicLink()];

/** Of a stat, or of one in bigints. */
type N = number | bigint;

const comparableStats = (
  stats: Typed & { readonly mode: N; readonly size: N; readonly nlink: N; readonly uid: N; readonly gid: N },
) => ({
  types: typesOf(stats),
  mode: stats.mode.toString(8),
  size: stats.isDirectory() ? 0 : Number(stats.size),
  nlink: Number(stats.nlink),
  owner: [Number(stats.uid), Number(stats.gid)],
});

const comparableEntry = (
  entry: Typed & { name: string; parentPath: string },
  shown: (text: string) => string,
): string => `${shown(entry.parentPath)} ${entry.name} ${typesOf(entry).join()}`;
