import { hostname } from 'node:os';
import { RefusedError } from '../src/core/errors.js';
import { REPLICA_METHODS } from '../src/rpc/services.js';
import { RpcServer } from '../src/rpc/server.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { readBootId } from '../src/runtime/boot-id.js';
import { SystemClock } from '../src/runtime/clock.js';
import { stopSignal } from '../src/runtime/lifecycle.js';
import { systemLogger, type LogFormat, type Logger } from '../src/runtime/logger.js';
import { systemMetrics } from '../src/runtime/metrics.js';
import { SystemRandom } from '../src/runtime/random.js';
import { tellServiceManager } from '../src/runtime/service-manager.js';
import { BrickService } from './brick-service.js';
import { ClientService } from './clients/client-service.js';
import { DrainService } from './drain/drain-service.js';
import { DrainWatch } from './drain/drain-watch.js';
import { FileService } from './file-service.js';
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
  /** HOST:PORT */
  readonly listen: string;
  /** HOST:PORT that the others and the clients use. */
  readonly advertise?: string;
  readonly name?: string;
  readonly http?: string;
  readonly logFormat: LogFormat;
  readonly version: string;
}

const WILDCARD_HOSTS: ReadonlySet<string> = new Set(['0.0.0.0', '[::]']);

/**
 * Runs a storage node until it is told to stop by SIGTERM or SIGINT.
 * @throws {RefusedError} it cannot start: the port is taken, the directory cannot be used.
 */
export async function runServer(options: ServerOptions): Promise<void> {
  const log = systemLogger(options.logFormat);
  const listen = normalizeAddress(options.listen);
  const server = new RpcServer(log);
  const stopped = stopSignal();
  const parts = await makeParts(options, listen, log, (error) => stopped.fail(error));
  const { node, monitor, clock } = parts;
  const watches = [DrainWatch, ReplacementWatch].map((Watch) => new Watch({ node, clock, log }));
  try {
    await node.start();
    addServices(server, parts, options.version);
    await server.listen(listen);
    if (options.http !== undefined) await monitor.serve(options.http);
    const { name, address } = node.self;
    log.info('server.started', { name, listen, advertise: address, data: options.dataDirectory });
    monitor.start();
    for (const watch of watches) watch.start();
    await tellServiceManager('READY=1', `serving on ${address}`, log);
    const signal = await stopped.wait();
    log.info('server.stopping', { signal });
    await tellServiceManager('STOPPING=1', 'handing over', log);
  } finally {
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
}

async function makeParts(
  options: ServerOptions,
  listen: string,
  log: Logger,
  onFailed: (error: unknown) => void,
): Promise<Parts> {
  const clock = new SystemClock();
  const random = new SystemRandom();
  const directory = options.dataDirectory;
  const id = random.id();
  const file = await NodeFile.open(directory, () => ({ id, pool: random.id(), nodes: [] }));
  const address = normalizeAddress(options.advertise ?? advertisedFor(listen));
  const self = { id: file.record.id, name: options.name ?? hostname(), address };
  const metrics = systemMetrics();
  const records = await NodeRecords.open({ directory, clock, log });
  const node = new StorageNode({
    ...{ directory, file, self, clock, random, log, metrics, onFailed },
    bootId: readBootId(),
    tell: records.events.tell,
  });
  const monitor = new NodeMonitor({ node, clock, log, metrics, records, version: options.version });
  return { clock, random, log, node, monitor };
}

function addServices(server: RpcServer, { clock, random, log, node, monitor }: Parts, version: string): void {
  new PoolService(node, clock, version).addTo(server);
  new PoolOptionsService(node, clock).addTo(server);
  new DrainService(node, clock).addTo(server);
  new VolumeService({ node, clock, random }).addTo(server);
  new ReplacementService({ node, clock, random }).addTo(server);
  new ClientService(node).addTo(server);
  new ProfileService(node, clock).addTo(server);
  new BrickService(node, clock, process.pid, log).addTo(server);
  new FileService(node, log).addTo(server);
  monitor.addTo(server);
  server.stream(REPLICA_METHODS.Link, (call) => node.links.accept(call));
}

function advertisedFor(listen: string): string {
  const [, host, port] = /^(.*):(\d+)$/.exec(listen) ?? [];
  if (host === undefined || port === undefined) throw new RefusedError(`cannot listen on ${listen}`);
  return WILDCARD_HOSTS.has(host) ? `${hostname()}:${port}` : listen;
}
