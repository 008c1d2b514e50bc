import { FileError } from '../../src/core/errors.js';
import type { Mutation } from '../../src/core/operation.js';

/** They change nothing of the files: what was unlinked is given back, disks are waited for, locks come and go. */
const HARMLESS: ReadonlySet<Mutation['kind']> = new Set(['release', 'fsync', 'lock', 'dropLocks']);

/** @throws {FileError} EROFS where the client, or everybody, may only read. */
export function refuseIfReadOnly(
  { kind }: Mutation,
  {
    isClientReadOnly,
    isVolumeReadOnly,
  }: { readonly isClientReadOnly: boolean; readonly isVolumeReadOnly: boolean },
): void {
  if (HARMLESS.has(kind)) return;
  if (isClientReadOnly) throw new FileError('EROFS', 'this client may only read');
  if (isVolumeReadOnly) throw new FileError('EROFS', 'the volume is read-only');
}
