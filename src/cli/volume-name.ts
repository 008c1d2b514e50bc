import { RefusedError } from '../core/errors.js';

const VOLUME_NAME = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}$/;

/** @throws {RefusedError} saying what a name may be. */
export function checkVolumeName(name: string): string {
  if (VOLUME_NAME.test(name)) return name;
  throw new RefusedError(
    `"${name}" cannot be a volume's name: use 1 to 63 letters, digits, "_" and "-", no "-" first`,
  );
}
