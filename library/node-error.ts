/** Failures in the shape of Node's own: `code`, `errno`, `syscall`, `path`, `dest`. */
import { getSystemErrorMap } from 'node:util';
import { FileError, HafsError } from '../src/core/errors.js';
import { ERRNO, type Errno } from '../src/core/errno.js';

/** The call, as Node names it. */
export interface CallPlace {
  readonly syscall: string;
  readonly path?: string;
  readonly dest?: string;
}

/** What hafs itself cannot do, or has not done, is the `cause`. */
export function nodeError(code: Errno, place: CallPlace, cause?: HafsError): NodeJS.ErrnoException {
  const errno = -ERRNO[code];
  const reason = cause?.message ?? getSystemErrorMap().get(errno)?.[1] ?? code;
  const message = `${code}: ${reason}, ${place.syscall}${placeText(place)}`;
  const error: NodeJS.ErrnoException = new Error(message, cause === undefined ? {} : { cause });
  return Object.assign(error, { errno, code, ...place });
}

function placeText({ path, dest }: CallPlace): string {
  if (path === undefined) return '';
  return dest === undefined ? ` '${path}'` : ` '${path}' -> '${dest}'`;
}

/** The outcome of `work`, its failure told as Node tells it. */
export async function told<T>(place: CallPlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw nodeError(error.errno, place);
    if (error instanceof HafsError) throw nodeError(error.errno, place, error);
    throw error;
  }
}
