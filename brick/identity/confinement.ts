/** A client that may see a part of a volume only: where it begins, and that it stays there. */
import { AccessDeniedError, FileError } from '../../src/core/errors.js';
import { ROOT_INO, type Ino, type SessionId } from '../../src/core/ids.js';
import { inosLedTo, inosOf } from '../../src/core/operation-inos.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import type { hafs } from '../../src/rpc/wire.js';
import { namesOf } from '../../src/volume/client-record.js';
import type { VolumeManager } from '../../src/volume/volume-manager.js';
import type { VolumeAccess } from './volume-access.js';

interface ToldRoot {
  readonly opened?: { readonly root: Ino; readonly rootPath: string };
  readonly passes?: hafs.v1.IPass[];
}

/** Names that lead out of a directory. */
const WAYS_OUT: readonly string[] = ['.', '..'];

/**
 * @returns what is told to whoever opens a session: nothing, if it may see the whole volume.
 * @throws {AccessDeniedError} there is no such directory; the session is closed again.
 */
export async function confinedRoot(
  manager: VolumeManager,
  session: SessionId,
  { confinement }: VolumeAccess,
): Promise<ToldRoot> {
  if (confinement === undefined) return {};
  const { directory, passes } = confinement;
  try {
    const root = await walk(manager, session, namesOf(directory));
    return { opened: { root, rootPath: directory }, passes: passes.passesFor([root]) };
  } catch (error) {
    await manager.closeSession(session);
    if (!(error instanceof FileError)) throw error;
    throw new AccessDeniedError(`the volume has no directory ${directory} now`, { cause: error });
  }
}

async function walk(manager: VolumeManager, session: SessionId, names: readonly string[]): Promise<Ino> {
  let here: Ino = ROOT_INO;
  for (const name of names) {
    const reply = await manager.query(session, { kind: 'lookup', parent: here, name: Buffer.from(name) });
    // A symbolic link could lead anywhere, and be changed by those who are confined to it.
    if (reply.kind !== 'entry' || reply.attr.type !== 'directory') throw new FileError('ENOTDIR', name);
    here = reply.attr.ino;
  }
  return here;
}

/** @throws {FileError} it works on what the client was not led to. */
export function refuseIfAstray(
  operation: FileOperation,
  passes: readonly hafs.v1.IPass[],
  { confinement }: VolumeAccess,
): void {
  if (confinement === undefined) return;
  confinement.passes.check(inosOf(operation), passes);
  const leadsOut =
    operation.kind === 'lookup' && WAYS_OUT.includes(Buffer.from(operation.name).toString('latin1'));
  if (leadsOut) throw new FileError('ENOENT', 'not a name in a directory');
}

/** Passes for what the reply leads to, if the client needs any. */
export const passesWith = (
  reply: FileReply,
  access: VolumeAccess | undefined,
): { readonly passes?: hafs.v1.IPass[] } =>
  access?.confinement === undefined ? {} : { passes: access.confinement.passes.passesFor(inosLedTo(reply)) };
