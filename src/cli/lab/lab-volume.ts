/** Makes the lab's servers one pool with one volume. */
import { AdminClient } from '../../client/admin.js';
import type { VolumeHealth } from '../../client/admin-records.js';
import { HafsError, RefusedError } from '../../core/errors.js';
import type { Clock } from '../../runtime/clock.js';
import { labTrust } from './lab-identity.js';
import { LAB_VOLUME, REPLICA_COUNT, type Lab } from './layout.js';
import { waitUntil } from './wait-until.js';

const QUORUM_WITHIN_MS = 30_000;

/** Does what is missing; doing it again changes nothing. @throws {RefusedError} there is no quorum in time. */
export async function ensureVolume(lab: Lab, clock: Clock): Promise<VolumeHealth> {
  const admin = new AdminClient(
    lab.nodes.map((node) => node.address),
    await labTrust(lab),
  );
  try {
    await ensurePool(admin, lab, clock);
    await ensureStarted(admin, lab);
    const health = await waitUntil(clock, QUORUM_WITHIN_MS, () => managedHealth(admin));
    if (health === undefined)
      throw new RefusedError(`volume ${LAB_VOLUME} finds no volume manager; see the logs`);
    return health;
  } finally {
    admin.close();
  }
}

async function ensurePool(admin: AdminClient, lab: Lab, clock: Clock): Promise<void> {
  const pool = await waitUntil(clock, QUORUM_WITHIN_MS, async () => {
    const view = await unlessRefused(admin.listNodes());
    return view?.hasQuorum === true ? view : undefined;
  });
  if (pool === undefined) throw new RefusedError('the pool finds no quorum; see the logs');
  const members = new Set(pool.members.map((member) => member.address));
  for (const { address } of lab.nodes) if (!members.has(address)) await admin.probe(address);
}

async function ensureStarted(admin: AdminClient, lab: Lab): Promise<void> {
  const bricks = lab.nodes
    .slice(0, REPLICA_COUNT)
    .map(({ address, brickDirectory }) => ({ address, directory: brickDirectory }));
  const existing = (await admin.listVolumes()).find((volume) => volume.name === LAB_VOLUME);
  const volume =
    existing ??
    (await admin.createVolume({
      name: LAB_VOLUME,
      replicaCount: REPLICA_COUNT,
      bricks,
      force: false,
      encrypted: false,
    }));
  if (volume.status !== 'started') await admin.startVolume(LAB_VOLUME);
}

async function managedHealth(admin: AdminClient): Promise<VolumeHealth | undefined> {
  const [health] = (await unlessRefused(admin.healStatus(LAB_VOLUME))) ?? [];
  return health?.hasQuorum === true && health.manager !== undefined ? health : undefined;
}

/** @returns `undefined` when no server can tell. */
export async function labHealth(lab: Lab, addresses: readonly string[]): Promise<VolumeHealth | undefined> {
  const admin = new AdminClient(addresses, await labTrust(lab));
  try {
    return (await unlessRefused(admin.healStatus(LAB_VOLUME)))?.[0];
  } finally {
    admin.close();
  }
}

/** While servers start and elect, "no" only means "not yet". */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (err) {
    if (err instanceof HafsError) return undefined;
    throw err;
  }
}
