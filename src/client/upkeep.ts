import { POOL_METHODS, VOLUME_METHODS } from '../rpc/services.js';
import { AdminClient, type BrickPlace } from './admin.js';
import { volumeFromWire, type VolumeRecord } from './admin-records.js';
import { dumpFromWire, profileFromWire, type StateDump, type VolumeProfile } from './profile-records.js';
import { clientFromWire, drainFromWire, type DrainReport, type VolumeClient } from './upkeep-records.js';

/** What is done to a pool while it works: for those who keep it up. Throws as `AdminClient` does. */
export class UpkeepClient extends AdminClient {
  /** @param node its name or HOST:PORT. */
  async drainStatus(node: string): Promise<DrainReport> {
    return drainFromWire(await this.read(POOL_METHODS.DrainStatus, { node }));
  }

  /** Marks the node as drained; what it manages is handed over from now on. */
  async drain(node: string): Promise<void> {
    await this.change(POOL_METHODS.Drain, { node, undo: false });
  }

  async undoDrain(node: string): Promise<void> {
    await this.change(POOL_METHODS.Drain, { node, undo: true });
  }

  /** The new brick is empty and known when this resolves; it takes the old one's place once it has everything. */
  async replaceBrick(name: string, oldBrick: BrickPlace, newBrick: BrickPlace): Promise<void> {
    const request = { name, oldBrick: { ...oldBrick }, newBrick: { ...newBrick } };
    await this.change(VOLUME_METHODS.ReplaceBrick, request);
  }

  /** The bricks become again what they were. */
  async abortReplacement(name: string): Promise<void> {
    await this.change(VOLUME_METHODS.AbortReplacement, { name });
  }

  /** @param state `closed` leaves its directory alone, until it is `open` again. */
  async setBrickState(name: string, brick: BrickPlace, state: 'closed' | 'open'): Promise<void> {
    await this.change(VOLUME_METHODS.RestBrick, { name, brick: { ...brick }, rest: state === 'closed' });
  }

  /** An encrypted volume's key is wrapped by the first of the pool's keys; nothing that is stored changes. */
  async rotateKey(name: string): Promise<VolumeRecord> {
    return volumeFromWire((await this.change(VOLUME_METHODS.RotateKey, { name })).volume ?? {});
  }

  async clients(name: string): Promise<VolumeClient[]> {
    return (await this.read(VOLUME_METHODS.Clients, { name })).clients.map(clientFromWire);
  }

  /** Resolves once nothing of the session is left, a few seconds later. */
  async evict(name: string, session: number): Promise<void> {
    await this.change(VOLUME_METHODS.Evict, { name, session });
  }

  /** @param session of one client, whose operations are told instead of all. */
  async profile(name: string, session = 0): Promise<VolumeProfile> {
    return profileFromWire(await this.read(VOLUME_METHODS.Profile, { name, session }));
  }

  /** One path of each inode that was found, as text. */
  async paths(name: string, inos: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const { paths } = await this.read(VOLUME_METHODS.Paths, { name, inos: [...inos] });
    return new Map(paths.map(({ ino, path }) => [ino ?? 0, Buffer.from(path ?? []).toString()]));
  }

  /** @param node its name or HOST:PORT; without it, all. */
  async stateDump(name: string, node = ''): Promise<StateDump[]> {
    return (await this.read(VOLUME_METHODS.StateDump, { name, node })).bricks.map(dumpFromWire);
  }
}
