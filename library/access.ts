import { constants } from 'node:fs';
import type { Attr } from '../src/core/attr.js';
import type { Caller } from '../src/core/operation.js';

const ROOT_UID = 0;
const EXECUTE_ANY = 0o111;

/** access(2), by the permission bits alone. @param wanted R_OK, W_OK, X_OK, or 0 for "is there". */
export function isAllowed({ mode, uid, gid, type }: Attr, wanted: number, caller: Caller): boolean {
  if (caller.uid === ROOT_UID) {
    const mayExecute = type === 'directory' || (mode & EXECUTE_ANY) !== 0;
    return (wanted & constants.X_OK) === 0 || mayExecute;
  }
  const shift = caller.uid === uid ? 6 : caller.gid === gid ? 3 : 0;
  return ((mode >> shift) & 7 & wanted) === wanted;
}
