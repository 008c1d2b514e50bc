/** The lab's own certificate authority, made and found without a word from the user. */
import { access, readlink, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AdminClient } from '../../client/admin.js';
import { defined } from '../../core/assert.js';
import type { Trust } from '../../rpc/channel.js';
import { readCredential } from '../../rpc/identity/credential-file.js';
import { credentialFileFor } from '../../rpc/identity/credential-place.js';
import { parseToken } from '../../rpc/identity/token.js';
import { OWNER_DIRECTORY_MODE } from '../../runtime/file-mode.js';
import type { CliContext } from '../context.js';
import type { Lab, LabNode } from './layout.js';
import { makeDirectory } from '../../runtime/make-directory.js';

/** Much longer than it takes, and no longer than needed. */
const TOKEN_TTL_MS = 60_000;

const credentialFileIn = (node: LabNode): string => join(node.dataDirectory, 'identity', 'admin.pem');
const firstNode = ({ nodes }: Lab): LabNode => defined(nodes[0]);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Who asks the lab's nodes; labs that were made before there were identities ask nobody who they are. */
export async function labTrust(lab: Lab): Promise<Trust | undefined> {
  return lab.settings.hasIdentities === true ? readCredential(credentialFileIn(firstNode(lab))) : undefined;
}

/** The first node begins the pool, before it is started. */
export async function ensureAuthority(lab: Lab, { programs }: CliContext): Promise<void> {
  const node = firstNode(lab);
  if (lab.settings.hasIdentities !== true || (await exists(credentialFileIn(node)))) return;
  await programs.initPool(node.dataDirectory);
}

/** A node that is to be started joins with a token of the first one, which answers already. */
export async function ensureIdentity(node: LabNode, lab: Lab, { programs }: CliContext): Promise<void> {
  if (lab.settings.hasIdentities !== true || (await exists(credentialFileIn(node)))) return;
  const admin = new AdminClient([firstNode(lab).address], await labTrust(lab));
  try {
    await programs.joinPool(node.dataDirectory, parseToken(await admin.createToken(TOKEN_TTL_MS)));
  } finally {
    admin.close();
  }
}

/** From now on whoever speaks with the lab's nodes finds the credential by their addresses. */
export async function offerCredential(lab: Lab, { credentialPlaces }: CliContext): Promise<void> {
  if (lab.settings.hasIdentities !== true) return;
  makeDirectory(credentialPlaces.directory, OWNER_DIRECTORY_MODE);
  for (const { address } of lab.nodes) {
    const link = credentialFileFor(credentialPlaces, address);
    // That of an earlier lab here; a file is somebody's own, and says what he wants.
    if ((await readlink(link).catch(() => undefined)) !== undefined) await rm(link, { force: true });
    if (await exists(link)) continue;
    await symlink(credentialFileIn(firstNode(lab)), link);
  }
}

/** Takes back what `offerCredential` has put there; what others have put there stays. */
export async function withdrawCredential(lab: Lab, { credentialPlaces }: CliContext): Promise<void> {
  for (const { address } of lab.nodes) {
    const link = credentialFileFor(credentialPlaces, address);
    const target = await readlink(link).catch(() => undefined);
    if (target === credentialFileIn(firstNode(lab))) await rm(link, { force: true });
  }
}
