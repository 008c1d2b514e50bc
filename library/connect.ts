import { homedir, hostname } from 'node:os';
import type { CachesBelow } from '../src/client/cache/caches-below.js';
import { FileCache } from '../src/client/cache/file-cache.js';
import { connectVolume } from '../src/client/connect.js';
import type { FileVolume } from '../src/client/file-volume.js';
import { VolumeTree } from '../src/client/tree/volume-tree.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { findCredential, standardPlaces } from '../src/rpc/identity/credential-place.js';
import { SystemClock } from '../src/runtime/clock.js';
import {
  CONFIG_FILE,
  credentialFrom,
  environmentVariable,
  serversFrom,
  type SettingSources,
} from '../src/runtime/config.js';
import { silentLogger } from '../src/runtime/logger.js';
import { SystemRandom } from '../src/runtime/random.js';
import { cachedVolume } from './cached-volume.js';
import { told } from './node-error.js';
import { OpenInodes } from './open-inodes.js';
import { ChangeBell } from './watch.js';
import { Volume } from './volume.js';

const CONNECT_TIMEOUT_MS = 10_000;
const OPERATION_TIMEOUT_MS = 30_000;
const UMASK = 0o022;

export interface ConnectOptions {
  readonly volume: string;
  /** HOST[:PORT] of nodes of the pool; one that answers is enough. Without them: HAFS_SERVER, /etc/hafs/hafs.toml, localhost. */
  readonly servers?: string | readonly string[];
  /** A file, for a pool with identities. Without it: HAFS_CREDENTIAL, and where docs/security.md says. */
  readonly credential?: string;
  /** To whom belongs what is made here, and for whom `access` answers. By default this process's own. */
  readonly uid?: number;
  readonly gid?: number;
  /** Taken from the modes of what is made; 0o022 by default. */
  readonly umask?: number;
  /** How long `connect` tries. */
  readonly connectTimeoutMs?: number;
  /** How long one call may take, failovers included, before it is refused. */
  readonly operationTimeoutMs?: number;
  /** For people: who this is. */
  readonly clientName?: string;
}

/**
 * Opens a volume: "www", "n1,n2:/www", or with options. It has to be closed.
 * @throws {Error} with `code` ENOTCONN when no node answers in time, EROFS without a majority of bricks, EPERM when there is no such
 * volume or it is not started.
 */
export async function connect(target: string | ConnectOptions): Promise<Volume> {
  const options = typeof target === 'string' ? optionsOf(target) : target;
  const clock = new SystemClock();
  const bell = new ChangeBell();
  const cache = new FileCache(clock, cachesBelow(bell));
  const servers = await serversOf(options);
  const credentialFile = await credentialFileOf(options, servers);
  const connection = {
    servers,
    ...(credentialFile !== undefined && { credentialFile }),
    volume: options.volume,
    connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    operationTimeoutMs: options.operationTimeoutMs ?? OPERATION_TIMEOUT_MS,
    clientName: options.clientName ?? `${hostname()}: Node library, pid ${process.pid}`,
    log: silentLogger,
    keeper: cache,
  };
  const random = new SystemRandom();
  const path = options.volume;
  const connected = await told({ syscall: 'connect', path }, () =>
    connectVolume(connection, { clock, random }),
  );
  return volumeOn(
    cachedVolume(connected, cache, () => bell.ring()),
    options,
    { bell, cache },
  );
}

/** The same on a volume that is open already. */
export function volumeOn(
  volume: FileVolume,
  { uid = process.geteuid?.() ?? 0, gid = process.getegid?.() ?? 0, umask = UMASK }: Partial<ConnectOptions>,
  { bell, cache }: { readonly bell: ChangeBell; readonly cache: FileCache },
): Volume {
  const clock = new SystemClock();
  const caller = { uid, gid };
  return new Volume({
    ...{ volume, caller, umask, bell, clock },
    tree: new VolumeTree(volume, caller),
    open: new OpenInodes(volume, clock, silentLogger),
    leasedAttr: (ino) => cache.attrOf(ino),
    random: new SystemRandom(),
  });
}

/** "www", "n1,n2:/www" */
function optionsOf(target: string): ConnectOptions {
  const [, servers, volume] = /^(?:(.+):)?\/?([^:/]+)$/.exec(target) ?? [];
  if (volume === undefined) throw new TypeError(`"${target}" is not [HOST[:PORT][,…]:/]VOLUME`);
  return servers === undefined ? { volume } : { volume, servers };
}

const sourcesOf = ({ servers, credential }: ConnectOptions): SettingSources => ({
  server: typeof servers === 'string' ? servers : servers?.join(','),
  credential,
  environment: environmentVariable,
  configFile: CONFIG_FILE,
});

async function credentialFileOf(
  options: ConnectOptions,
  servers: readonly string[],
): Promise<string | undefined> {
  return findCredential(await credentialFrom(sourcesOf(options)), servers, standardPlaces(homedir()));
}

const serversOf = async (options: ConnectOptions): Promise<readonly string[]> =>
  (await serversFrom(sourcesOf(options))).map(normalizeAddress);

/** Nothing is kept below the cache; whoever watches has to look again. */
export function cachesBelow(bell: ChangeBell): CachesBelow {
  return {
    changing: () => undefined,
    invalidate: () => {
      bell.ring();
      return Promise.resolve();
    },
    unleased: () => undefined,
    readUnleased: () => undefined,
    unleasedBut: () => bell.ring(),
    told: () => [],
  };
}
