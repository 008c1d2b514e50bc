/** The node that this machine is configured to run, whether it runs or not. */
import { access } from 'node:fs/promises';
import { connect } from 'node:net';
import { AdminClient } from '../../client/admin.js';
import { UnreachableError } from '../../core/errors.js';
import { DEFAULT_PORT, normalizeAddress } from '../../rpc/address.js';
import type { Trust } from '../../rpc/channel.js';
import { nodeTableOf } from '../../runtime/node-config.js';
import type { Call } from '../call.js';
import { placeFinding } from './brick-places.js';
import { ok, warning, type Finding } from './finding.js';

const CONNECT_TIMEOUT_MS = 2_000;

/** Nothing, where nobody has configured a node. */
export async function ownNodeChecks(
  { context }: Call,
  trust: Trust | undefined,
): Promise<readonly Finding[]> {
  const table = await nodeTableOf(context.configFile);
  const setting = (name: string): string | undefined => {
    const value = context.environment(`HAFS_NODE_${name.toUpperCase()}`) ?? table[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const data = setting('data');
  if (data === undefined) return [];
  const listen = localAddress(setting('listen') ?? `127.0.0.1:${DEFAULT_PORT}`);
  const http = setting('http');
  return [
    await dataFinding(data),
    await portFinding('port of the node', listen, () => speaksHafs(listen, trust)),
    ...(http === undefined
      ? []
      : [await portFinding('port of the page', localAddress(http), () => servesPage(localAddress(http)))]),
  ];
}

/** Where this machine itself finds what listens there; a port alone is on loopback. @throws {InvalidRequestError} it is no address. */
export function localAddress(text: string): string {
  const [, host = '127.0.0.1', port = ''] = /^(?:(.*):)?(\d+)$/.exec(text) ?? [];
  return normalizeAddress(`${host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host}:${port}`);
}

async function dataFinding(directory: string): Promise<Finding> {
  const check = `data ${directory}`;
  const isMissing = await access(directory).then(
    () => false,
    (err: unknown) => err instanceof Error && 'code' in err && err.code === 'ENOENT',
  );
  return isMissing ? ok(check, 'is not there: no node was started here') : placeFinding(check, directory);
}

type Answer = 'hafs' | 'unknown';

async function portFinding(check: string, address: string, ask: () => Promise<Answer>): Promise<Finding> {
  if (!(await isTaken(address))) return ok(check, `${address} is free: the node does not run`);
  if ((await ask()) === 'hafs') return ok(check, `hafs answers at ${address}`);
  const remedy =
    'see who it is: ss -ltnp; another port for the node: listen, advertise and http under [node]';
  return warning(
    check,
    `something else than hafs, or a node that does not know us, answers at ${address}`,
    remedy,
  );
}

function isTaken(address: string): Promise<boolean> {
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
  return new Promise((resolve) => {
    const socket = connect({
      host: host.replace(/^\[|\]$/g, ''),
      port: Number(port),
      timeout: CONNECT_TIMEOUT_MS,
    });
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => done(true));
    socket.on('error', () => done(false));
    socket.on('timeout', () => done(false));
  });
}

async function speaksHafs(address: string, trust: Trust | undefined): Promise<Answer> {
  const admin = new AdminClient([address], trust);
  try {
    await admin.identify();
    return 'hafs';
  } catch (err) {
    // Who refuses us in our own words is a node.
    return err instanceof UnreachableError ? 'unknown' : 'hafs';
  } finally {
    admin.close();
  }
}

async function servesPage(address: string): Promise<Answer> {
  try {
    const answer = await fetch(`http://${address}/metrics`, {
      signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS),
    });
    return (await answer.text()).includes('hafs_') ? 'hafs' : 'unknown';
  } catch {
    return 'unknown';
  }
}
