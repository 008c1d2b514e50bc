import { UsageError } from './usage-error.js';

/** A place in a volume. */
export interface FileSpec {
  readonly volume: string;
  /** Absolute within the volume. */
  readonly path: string;
}

const FILE_SPEC = /^([A-Za-z0-9_-]+):(\/.*)$/s;

export const isFileSpec = (text: string): boolean => FILE_SPEC.test(text);

/** `VOL:/PATH`. @throws {UsageError} */
export function parseFileSpec(text: string): FileSpec {
  const match = FILE_SPEC.exec(text);
  const [, volume, path] = match ?? [];
  if (volume !== undefined && path !== undefined) return { volume, path };
  throw new UsageError(`"${text}" is not a place in a volume: write VOL:/PATH`);
}

export const specText = (spec: FileSpec): string => `${spec.volume}:${spec.path}`;
