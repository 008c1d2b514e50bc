import { hostname } from 'node:os';
import { RefusedError } from '../src/core/errors.js';
import { REPLICA_METHODS } from '../src/rpc/services.js';
import { RpcServer } from '../src/rpc/server.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { readBootId } from '../src/runtime/boot-id.js';
import { SystemClock } from '../src/runtime/clock.js';
import { stopSignal } from '../src/runtime/lifecycle.js';
import { systemLogger, type LogFormat } from '../src/runtime/logger.js';
import { SystemRandom } from '../src/runtime/random.js';
import { BrickService } from './brick-service.js';
import { HttpHealth } from './http-health.js';
import { FileService } from './file-service.js';
import { NodeFile } from './node-file.js';
import { PoolService } from './pool-service.js';
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
  const clock = new SystemClock();
  const random = new SystemRandom();
  const log = systemLogger(options.logFormat);
  const listen = normalizeAddress(options.listen);
  const server = new RpcServer(log);
  const directory = options.dataDirectory;
  const id = random.id();
  const file = await NodeFile.open(directory, () => ({ id, pool: random.id(), nodes: [] }));
  const address = normalizeAddress(options.advertise ?? advertisedFor(listen));
  const self = { id: file.record.id, name: options.name ?? hostname(), address };
  const stopped = stopSignal();
  const onFailed = (error: unknown): void => stopped.fail(error);
  const node = new StorageNode({
    directory,
    file,
    self,
    clock,
    random,
    bootId: readBootId(),
    log,
    onFailed,
  });
  const http = new HttpHealth(node);
  try {
    await node.start();
    addServices(server, node, { clock, random, log, version: options.version });
    await server.listen(listen);
    if (options.http !== undefined) await http.listen(normalizeAddress(options.http));
    log.info('server.started', { name: self.name, listen, advertise: address, data: directory });
    const signal = await stopped.wait();
    log.info('server.stopping', { signal });
  } finally {
    http.close();
    await node.close();
    server.close();
  }
  log.info('server.stopped');
}

interface Services {
  readonly clock: SystemClock;
  readonly random: SystemRandom;
  readonly log: ReturnType<typeof systemLogger>;
  readonly version: string;
}

function addServices(server: RpcServer, node: StorageNode, { clock, random, log, version }: Services): void {
  new PoolService(node, clock, version).addTo(server);
  new VolumeService({ node, clock, random }).addTo(server);
  new BrickService(node, clock, process.pid, log).addTo(server);
  new FileService(node, log).addTo(server);
  server.stream(REPLICA_METHODS.Link, (call) => node.links.accept(call));
}

function advertisedFor(listen: string): string {
  const [, host, port] = /^(.*):(\d+)$/.exec(listen) ?? [];
  if (host === undefined || port === undefined) throw new RefusedError(`cannot listen on ${listen}`);
  return WILDCARD_HOSTS.has(host) ? `${hostname()}:${port}` : listen;
}
