/** The pool, as this machine sees it. */
import { AdminClient } from '../../client/admin.js';
import type {
  BrickHealth,
  PoolMember,
  PoolView,
  VolumeHealth,
  VolumeRecord,
} from '../../client/admin-records.js';
import { AccessDeniedError, messageOf } from '../../core/errors.js';
import type { Trust } from '../../rpc/channel.js';
import { wallMs, type Clock } from '../../runtime/clock.js';
import { DEFAULT_SERVER } from '../../runtime/config.js';
import { clientFinding } from './client-standing.js';
import { broken, ok, warning, type Finding } from './finding.js';

/** Above this, times in logs and on files begin to lie. */
const CLOCK_SKEW_MAX_MS = 1_000;

export interface PoolAsked {
  readonly findings: readonly Finding[];
  readonly volumes: readonly VolumeRecord[];
}

export async function poolChecks(
  servers: readonly string[],
  clock: Clock,
  version: string,
  trust: Trust | undefined,
): Promise<PoolAsked> {
  const admin = new AdminClient(servers, trust);
  try {
    return await askPool(admin, { clock, version, trust });
  } catch (err) {
    const finding =
      err instanceof AccessDeniedError
        ? await clientFinding(servers, trust)
        : broken('pool', messageOf(err), poolRemedy(servers, messageOf(err)));
    return { findings: [finding], volumes: [] };
  } finally {
    admin.close();
  }
}

async function askPool(admin: AdminClient, asker: Asker): Promise<PoolAsked> {
  const pool = await admin.listNodes();
  const volumes = await admin.listVolumes();
  const healths = await admin.healStatus();
  // Whose it is does not matter: the answer bears the node's time.
  const volume = volumes[0]?.name;
  const asked = await Promise.all(pool.members.map((member) => nodeChecks(member, volume, asker)));
  const findings = [poolQuorum(pool.hasQuorum), ...asked.flat(), ...healths.flatMap(volumeChecks)];
  return { findings, volumes };
}

/** @param reason why nobody answers. */
export function poolRemedy(servers: readonly string[], reason: string): string {
  if (/credential|certificate/.test(reason))
    return 'name the credential of that pool: --credential FILE, HAFS_CREDENTIAL, or credential = "FILE" in /etc/hafs/hafs.toml';
  if (servers.join(',') === DEFAULT_SERVER)
    return `${DEFAULT_SERVER} is asked where nothing names a server: name a node with --server HOST, HAFS_SERVER=HOST, or server = ["HOST"] in /etc/hafs/hafs.toml; on a node, start hafs server`;
  return 'start hafs server there, or name another node: --server, HAFS_SERVER, /etc/hafs/hafs.toml';
}

interface Asker {
  readonly clock: Clock;
  readonly version: string;
  readonly trust: Trust | undefined;
}

const poolQuorum = (hasQuorum: boolean): Finding =>
  hasQuorum
    ? ok('pool', 'has a majority of its nodes')
    : broken(
        'pool',
        'fewer than half of its nodes are up: nothing can be changed',
        'start the missing nodes',
      );

async function nodeChecks(
  { name, address }: PoolMember,
  volume: string | undefined,
  { clock, version, trust }: Asker,
): Promise<readonly Finding[]> {
  const check = `node ${name}`;
  const admin = new AdminClient([address], trust);
  try {
    const identity = await admin.identify();
    return [
      nodeVersionFinding(check, address, identity.version, version),
      linksFinding(check, await admin.listNodes()),
      ...(volume === undefined ? [] : [clockFinding(check, await clockSkewMs(admin, volume, clock))]),
    ];
  } catch (err) {
    const remedy = 'is it up? does a firewall let its port through?';
    return [broken(check, `${address} does not answer: ${messageOf(err)}`, remedy)];
  } finally {
    admin.close();
  }
}

const nodeVersionFinding = (check: string, address: string, version: string, own: string): Finding =>
  version === own
    ? ok(check, `${address} answers, hafs ${version}`)
    : warning(check, `${address} runs hafs ${version}, this is ${own}`, 'finish the upgrade');

/** Whom the node that answers reaches. */
export function linksFinding(check: string, { members }: Pick<PoolView, 'members'>): Finding {
  const lost = members.filter(({ isConnected, isLocal }) => !isConnected && !isLocal);
  if (lost.length === 0) return ok(`${check}, links`, 'reaches all other nodes');
  const names = lost.map(({ name, address }) => `${name} (${address})`).join(', ');
  const remedy =
    'are they up? does a firewall between them let the port through? is the address right from there?';
  return broken(`${check}, links`, `does not reach ${names}`, remedy);
}

/** How far the node's clock is ahead of ours; the answer is taken to come from the middle of the call. */
async function clockSkewMs(admin: AdminClient, volume: string, clock: Clock): Promise<number> {
  const askedAtMs = wallMs(clock);
  const { untilMs } = await admin.availability(volume);
  return untilMs - (askedAtMs + wallMs(clock)) / 2;
}

export function clockFinding(check: string, skewMs: number): Finding {
  const seconds = (Math.abs(skewMs) / 1_000).toFixed(1);
  if (Math.abs(skewMs) <= CLOCK_SKEW_MAX_MS) return ok(`${check}, clock`, `${seconds} s from ours at most`);
  const remedy = 'let chrony or systemd-timesyncd set the clocks on both';
  return warning(`${check}, clock`, `${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} ours`, remedy);
}

export function volumeChecks(health: VolumeHealth): readonly Finding[] {
  const check = `volume ${health.volume}`;
  if (health.status !== 'started') return [ok(check, health.status)];
  const remedy = `start the missing nodes; "hafs heal-status ${health.volume}" says more`;
  if (!health.hasQuorum) return [broken(check, 'cannot be written: no majority of its bricks', remedy)];
  const bricksThatAre = (wanted: string): BrickHealth[] =>
    health.bricks.filter(({ state }) => state === wanted);
  const [offline, isolated] = [bricksThatAre('offline'), bricksThatAre('isolated')];
  const mended = `look at its machine (memory, disk, version), then "hafs volume heal ${health.volume} full" or "hafs volume replace-brick"`;
  if (offline.length + isolated.length > 0)
    return [
      ...(offline.length > 0 ? [broken(check, `offline: ${withReasons(offline)}`, remedy)] : []),
      ...(isolated.length > 0 ? [broken(check, `isolated: ${withReasons(isolated)}`, mended)] : []),
    ];
  const behind = health.bricks.filter(({ state }) => state !== 'in-sync');
  if (behind.length === 0) return [ok(check, 'all bricks are in sync')];
  const states = behind.map(({ brick, state }) => `${brick} is ${state}`).join(', ');
  return [warning(check, states, `wait: "hafs heal-status ${health.volume} --watch" shows how far it is`)];
}

const withReasons = (bricks: readonly BrickHealth[]): string =>
  bricks.map(({ brick, problem }) => (problem === undefined ? brick : `${brick} (${problem})`)).join(', ');
