import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { messageOf, RefusedError } from '../../core/errors.js';
import { isOpenToOthers, OWNER_FILE_MODE } from '../../runtime/file-mode.js';
import { secretBytes } from '../../runtime/random.js';
import { credentialText, parseCredential, type Credential } from './credential.js';

const DRAFT_NAME_BYTES = 8;

/** @throws {RefusedError} it cannot be read, or others can read it too. @throws {InvalidRequestError} it is none. */
export async function readCredential(path: string): Promise<Credential> {
  await refuseIfOpenToOthers(path);
  return parseCredential(await readFile(path, 'utf8'), path);
}

/** Whole or not at all, and for its owner only. */
export const writeCredential = (path: string, credential: Credential): Promise<void> =>
  writePrivate(path, credentialText(credential));

/** @throws {RefusedError} there is no writing there. */
export async function writePrivate(place: string, text: string): Promise<void> {
  // Where it is a link, the file behind it is meant.
  const path = await realpath(place).catch(() => place);
  // A name that nobody can know before: in a directory that others may write, a link could wait under it.
  const draft = `${path}.${Buffer.from(secretBytes(DRAFT_NAME_BYTES)).toString('hex')}.new`;
  try {
    const file = await open(draft, 'wx', OWNER_FILE_MODE);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new RefusedError(`cannot write ${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** A key that others may read is no secret: better to hear of it now than afterwards. */
export async function refuseIfOpenToOthers(path: string): Promise<void> {
  const { mode } = await stat(path).catch((error: unknown) => {
    throw new RefusedError(`cannot read ${path}: ${messageOf(error)}`, { cause: error });
  });
  if (isOpenToOthers(mode)) {
    throw new RefusedError(`others can read ${path}, which holds a key; say "chmod 600 ${path}"`);
  }
}
