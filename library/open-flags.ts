import { constants } from 'node:fs';

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_SYNC, O_DSYNC } = constants;
const { O_DIRECTORY, O_NOFOLLOW } = constants;
const ACCESS_MASK = 3;

/** As `fs.open` has them. */
const BY_NAME: Readonly<Record<string, number>> = {
  r: O_RDONLY,
  rs: O_RDONLY | O_SYNC,
  sr: O_RDONLY | O_SYNC,
  'r+': O_RDWR,
  'rs+': O_RDWR | O_SYNC,
  'sr+': O_RDWR | O_SYNC,
  w: O_WRONLY | O_CREAT | O_TRUNC,
  wx: O_WRONLY | O_CREAT | O_TRUNC | O_EXCL,
  xw: O_WRONLY | O_CREAT | O_TRUNC | O_EXCL,
  'w+': O_RDWR | O_CREAT | O_TRUNC,
  'wx+': O_RDWR | O_CREAT | O_TRUNC | O_EXCL,
  'xw+': O_RDWR | O_CREAT | O_TRUNC | O_EXCL,
  a: O_WRONLY | O_CREAT | O_APPEND,
  ax: O_WRONLY | O_CREAT | O_APPEND | O_EXCL,
  xa: O_WRONLY | O_CREAT | O_APPEND | O_EXCL,
  as: O_WRONLY | O_CREAT | O_APPEND | O_SYNC,
  sa: O_WRONLY | O_CREAT | O_APPEND | O_SYNC,
  'a+': O_RDWR | O_CREAT | O_APPEND,
  'ax+': O_RDWR | O_CREAT | O_APPEND | O_EXCL,
  'xa+': O_RDWR | O_CREAT | O_APPEND | O_EXCL,
  'as+': O_RDWR | O_CREAT | O_APPEND | O_SYNC,
  'sa+': O_RDWR | O_CREAT | O_APPEND | O_SYNC,
};

export interface OpenMode {
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly creates: boolean;
  readonly isExclusive: boolean;
  readonly truncates: boolean;
  readonly appends: boolean;
  readonly isSync: boolean;
  readonly wantsDirectory: boolean;
  readonly followsLink: boolean;
}

/** @throws {TypeError} as Node does, when there are no such flags. */
export function openMode(flags: string | number): OpenMode {
  const bits = typeof flags === 'number' ? flags : BY_NAME[flags];
  if (bits === undefined) {
    const error = new TypeError(`The argument 'flags' is invalid. Received '${flags}'`);
    throw Object.assign(error, { code: 'ERR_INVALID_ARG_VALUE' });
  }
  const has = (bit: number): boolean => (bits & bit) === bit;
  const access = bits & ACCESS_MASK;
  return {
    canRead: access !== O_WRONLY,
    canWrite: access !== O_RDONLY,
    creates: has(O_CREAT),
    isExclusive: has(O_EXCL),
    truncates: has(O_TRUNC),
    appends: has(O_APPEND),
    isSync: has(O_SYNC) || has(O_DSYNC),
    wantsDirectory: has(O_DIRECTORY),
    followsLink: !has(O_NOFOLLOW) && !(has(O_CREAT) && has(O_EXCL)),
  };
}
