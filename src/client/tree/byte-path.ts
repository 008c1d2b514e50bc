/** Paths as bytes: names on Linux are not always UTF-8, and a copy must not change them. */
const SLASH = 0x2f;

/** The names of a path, without the empty ones that `//` and a final `/` make. */
export function splitPath(path: Uint8Array): Uint8Array[] {
  const names: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at <= path.length; at++) {
    if (at < path.length && path[at] !== SLASH) continue;
    if (at > start) names.push(path.subarray(start, at));
    start = at + 1;
  }
  return names;
}

export const isAbsolute = (path: Uint8Array): boolean => path[0] === SLASH;

export const joinPath = (directory: Uint8Array, name: Uint8Array): Buffer =>
  Buffer.concat([directory, Uint8Array.of(SLASH), name]);

/** As dirname(1). */
export function directoryOf(path: Uint8Array): Uint8Array {
  const end = path.lastIndexOf(SLASH);
  return end === -1 ? utf8('.') : path.subarray(0, Math.max(end, 1));
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const nameText = (name: Uint8Array): string => Buffer.from(name).toString('utf8');

/** `.` and `..` lead somewhere else; they name nothing. */
export const isDots = (name: Uint8Array): boolean => /^\.\.?$/.test(nameText(name));
