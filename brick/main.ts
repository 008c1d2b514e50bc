import { hostname } from 'node:os';
import { RefusedError } from '../src/core/errors.js';
import { REPLICA_METHODS } from '../src/rpc/services.js';
import type { Named } from '../src/rpc/identity/caller.js';
import { RpcServer, type Standing } from '../src/rpc/server.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { readBootId } from '../src/runtime/boot-id.js';
import { SystemClock } from '../src/runtime/clock.js';
import { keepFilesPrivate } from '../src/runtime/file-mode.js';
import { stopSignal } from '../src/runtime/lifecycle.js';
import { jsonLogger } from '../src/runtime/json-logger.js';
import { textLogger, type LogFormat, type Logger } from '../src/runtime/logger.js';
import { systemMetrics } from '../src/runtime/metrics.js';
import { SystemRandom } from '../src/runtime/random.js';
import { tellServiceManager } from '../src/runtime/service-manager.js';
import { BrickService } from './brick-service.js';
import { ClientService } from './clients/client-service.js';
import { DrainService } from './drain/drain-service.js';
import { DrainWatch } from './drain/drain-watch.js';
import { keySourceOf } from './encryption/key-source.js';
import { PoolKeys } from './encryption/pool-keys.js';
import { FileService } from './file-service.js';
import { IdentityService } from './identity/identity-service.js';
import { listeningFor, type Listening } from './identity/listening.js';
import { NodeIdentity } from './identity/node-identity.js';
import { passKeyOf } from './identity/volume-access.js';
import { Rotation } from './identity/rotation.js';
import { IsolationWatch } from './isolation/isolation-watch.js';
import { NodeFile } from './node-file.js';
import { NodeMonitor } from './node-monitor.js';
import { NodeRecords } from './node-records.js';
import { PoolOptionsService } from './pool-options-service.js';
import { PoolService } from './pool-service.js';
import { ProfileService } from './profile/profile-service.js';
import { ReplacementService } from './replacement/replacement-service.js';
import { ReplacementWatch } from './replacement/replacement-watch.js';
import { StorageNode } from './storage-node.js';
import { VolumeService } from './volume-service.js';

export interface ServerOptions {
  readonly dataDirectory: string;
  /** HOST:PORT; without it everywhere, if the node has an identity, and else on loopback. */
  readonly listen?: string;
  /** Without an identity, listen elsewhere than on loopback all the same. */
  readonly insecure?: boolean;
  /** HOST:PORT that the others and the clients use. */
  readonly advertise?: string;
  readonly name?: string;
  readonly http?: string;
  /** Of the pool's keys, for volumes that are encrypted. */
  readonly keyFile?: string;
  /** A line for the shell that prints what a key file would hold. */
  readonly keyCommand?: string;
  readonly logFormat: LogFormat;
  readonly version: string;
}

const WILDCARD_HOSTS: ReadonlySet<string> = new Set(['0.0.0.0', '[::]']);

/**
 * Runs a storage node until it is told to stop by SIGTERM or SIGINT.
 * @throws {RefusedError} it cannot start: the port is taken, the directory cannot be used.
 */
export async function runServer(options: ServerOptions): Promise<void> {
  keepFilesPrivate();
  const log = options.logFormat === 'json' ? jsonLogger() : textLogger();
  const identity = await NodeIdentity.load(options.dataDirectory);
  const listening = listeningFor(options.listen, {
    hasIdentity: identity !== undefined,
    isInsecure: options.insecure === true,
  });
  const stopped = stopSignal();
  const parts = await makeParts(options, { listening, identity, log }, (error) => stopped.fail(error));
  const { node, monitor, clock } = parts;
  const server = serverFor(parts, listening);
  const rotation = identity && new Rotation({ ...parts, identity, server });
  const watches = [DrainWatch, ReplacementWatch, IsolationWatch].map(
    (Watch) => new Watch({ node, clock, log }),
  );
  try {
    await node.start();
    addServices(server, parts, options.version);
    await server.listen(listening.address);
    rotation?.start();
    tellHowOpen(listening, identity, log);
    if (options.http !== undefined) await monitor.serve(options.http);
    const { name, address } = node.self;
    const listen = listening.address;
    log.info('server.started', { name, listen, advertise: address, data: options.dataDirectory });
    monitor.start();
    for (const watch of watches) watch.start();
    await tellServiceManager('READY=1', `serving on ${address}`, log);
    const signal = await stopped.wait();
    log.info('server.stopping', { signal });
    await tellServiceManager('STOPPING=1', 'handing over', log);
  } finally {
    rotation?.stop();
    for (const watch of watches) watch.stop();
    await monitor.stop();
    await node.close();
    await monitor.close();
    server.close();
  }
  log.info('server.stopped');
}

interface Parts {
  readonly clock: SystemClock;
  readonly random: SystemRandom;
  readonly log: Logger;
  readonly node: StorageNode;
  readonly monitor: NodeMonitor;
  readonly identity: NodeIdentity | undefined;
}

function serverFor({ identity, node, clock, log }: Parts, { isInsecure }: Listening): RpcServer {
  if (identity === undefined) return new RpcServer(log, undefined, isInsecure);
  const standing = (caller: Named): Standing => node.standingOf(caller);
  return new RpcServer(log, { credential: identity.credential, clock, standing });
}

function tellHowOpen(listening: Listening, identity: NodeIdentity | undefined, log: Logger): void {
  const { address, isInsecure } = listening;
  if (isInsecure) log.warn('server.insecure', { address, why: 'anybody who can reach it may do anything' });
  else if (identity === undefined)
    log.warn('server.loopback_only', { address, why: 'it has no identity; see "hafs pool init"' });
}

interface Circumstances {
  readonly listening: Listening;
  readonly identity: NodeIdentity | undefined;
  readonly log: Logger;
}

async function makeParts(
  options: ServerOptions,
  { listening, identity, log }: Circumstances,
  onFailed: (error: unknown) => void,
): Promise<Parts> {
  const clock = new SystemClock();
  const random = new SystemRandom();
  const directory = options.dataDirectory;
  const id = random.id();
  const file = await NodeFile.open(directory, () => ({ id, pool: random.id(), nodes: [] }));
  refuseForeign(identity, file);
  const address = normalizeAddress(options.advertise ?? advertisedFor(listening.address));
  const self = { id: file.record.id, name: options.name ?? hostname(), address };
  const metrics = systemMetrics();
  const records = await NodeRecords.open({ directory, clock, log });
  const node = new StorageNode({
    ...{ directory, file, self, clock, random, log, metrics, onFailed },
    isInsecure: listening.isInsecure,
    trust: () => identity?.credential,
    keys: new PoolKeys(keySourceOf(options.keyFile, options.keyCommand)),
    passKey: identity && passKeyOf(identity.authority.keyPem),
    bootId: readBootId(),
    tell: records.events.tell,
  });
  const monitor = new NodeMonitor({ node, clock, log, metrics, records, version: options.version });
  return { clock, random, log, node, monitor, identity };
}

function refuseForeign(identity: NodeIdentity | undefined, { record }: NodeFile): void {
  if (identity === undefined || identity.holder.id === record.id) return;
  throw new RefusedError('the identity in the data directory is that of another node; do not copy it');
}

function addServices(server: RpcServer, parts: Parts, version: string): void {
  const { clock, random, log, node, monitor } = parts;
  new IdentityService(parts).addTo(server);
  new PoolService(node, clock, version).addTo(server);
  new PoolOptionsService(node, clock).addTo(server);
  new DrainService(node, clock).addTo(server);
  new VolumeService({ node, clock, random }).addTo(server);
  new ReplacementService({ node, clock, random }).addTo(server);
  new ClientService(node).addTo(server);
  new ProfileService(node, clock).addTo(server);
  new BrickService(node, clock, process.pid, log).addTo(server);
  new FileService(node, clock, log).addTo(server);
  monitor.addTo(server);
  server.stream(REPLICA_METHODS.Link, (call, caller) => node.links.accept(call, caller));
}

function advertisedFor(listen: string): string {
  const [, host, port] = /^(.*):(\d+)$/.exec(listen) ?? [];
  if (host === undefined || port === undefined) throw new RefusedError(`cannot listen on ${listen}`);
  return WILDCARD_HOSTS.has(host) ? `${hostname()}:${port}` : listen;
}
