import type { Clock } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';
import type { Random } from '../runtime/random.js';
import type { LeaseKeeper } from './cache/lease-keeper.js';
import type { FileVolume } from './file-volume.js';
import { Nodes } from './nodes.js';
import { OwnIdentity } from './own-identity.js';
import { Passes } from './passes.js';
import { RemoteVolume } from './remote-volume.js';

export interface ConnectOptions {
  /** HOST:PORT of nodes of the pool; one that answers is enough. */
  readonly servers: readonly string[];
  readonly volume: string;
  /** How long `connectVolume` tries before it gives up. */
  readonly connectTimeoutMs: number;
  /** How long one operation may take, failovers included, before it is refused. */
  readonly operationTimeoutMs: number;
  /** For people: who this is. */
  readonly clientName: string;
  /** Who this is, for a pool that asks. */
  readonly credentialFile?: string;
  readonly log: Logger;
  /** Without it nothing is cached. */
  readonly keeper?: LeaseKeeper;
}

/** Time and chance, of which a process has one each. */
export interface ConnectDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Of this program, for people. */
  readonly version?: string;
}

/**
 * Opens a session with a volume.
 * @throws {UnreachableError} none of the servers answered in time.
 * @throws {QuorumLostError} servers answered, but no volume manager was elected in time.
 * @throws {RefusedError} there is no such volume, or it is not started; or the credential cannot be read.
 * @throws {AccessDeniedError} the credential is not for this volume.
 */
export async function connectVolume(options: ConnectOptions, deps: ConnectDeps): Promise<FileVolume> {
  const { servers, connectTimeoutMs, credentialFile, ...rest } = options;
  const addresses = new Set(servers);
  const { clock } = deps;
  const identity = await OwnIdentity.load(credentialFile, {
    clock,
    log: options.log,
    servers: () => addresses,
  });
  const nodes = new Nodes(options.volume, () => identity.current);
  const volume = new RemoteVolume({ ...rest, ...deps, addresses, nodes, identity, passes: new Passes() });
  await volume.open(connectTimeoutMs);
  return volume;
}
