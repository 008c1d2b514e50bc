import { POOL_METHODS } from '../rpc/services.js';
import { AdminClient } from './admin.js';
import { drainFromWire, type DrainReport } from './upkeep-records.js';

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
}
