import type { Command } from 'commander';
import type { PoolMember, PoolView } from '../client/admin-records.js';
import { normalizeAddress } from '../rpc/address.js';
import { action, withAdmin, type Call } from './call.js';
import { confirm } from './confirm.js';
import type { CliContext } from './context.js';
import { show, tableText } from './output.js';
import { PLAIN, type Paint } from './paint.js';
import { showAsked, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

const COLUMNS = [{ head: 'UUID' }, { head: 'Name' }, { head: 'Hostname' }, { head: 'State' }];

/** @returns the `pool` command, for those who have more to add. */
export function addPoolCommands(program: Command, context: CliContext): Command {
  const peer = program.command('peer').description('bring nodes into the pool and out of it');
  peer
    .command('probe')
    .description('bring a node into the pool')
    .argument('<host>', 'HOST[:PORT]')
    .action(action(context, probe));
  peer
    .command('status')
    .description('the other nodes of the pool')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, peerStatus));
  peer
    .command('detach')
    .description('take a node out of the pool')
    .argument('<host>', "HOST[:PORT] or the node's name")
    .action(action(context, detach));
  const pool = program.command('pool').description('the pool as a whole');
  pool
    .command('list')
    .description('all nodes of the pool')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, list));
  return pool;
}

async function probe(call: Call, host: string): Promise<void> {
  const { node, wasMember } = await withAdmin(call, (admin) => admin.probe(normalizeAddress(host)));
  const already = `: Host ${node.address} already in peer list`;
  show(call, { node, alreadyMember: wasMember }, () => `peer probe: success${wasMember ? already : ''}`);
}

async function detach(call: Call, host: string): Promise<void> {
  await confirm(call, `Clients that know only ${host} will have to name another node.`);
  await withAdmin(call, (admin) => admin.detach(host));
  show(call, { detached: host }, () => 'peer detach: success');
}

const peerStatus = (call: Call<WatchOptions>): Promise<void> => showPool(call, peerStatusText);

const list = (call: Call<WatchOptions>): Promise<void> =>
  showPool(call, (pool, paint) =>
    tableText(
      COLUMNS,
      pool.members.map((member) => memberRow(member, paint)),
      paint,
    ),
  );

const showPool = (call: Call<WatchOptions>, text: (pool: PoolView, paint: Paint) => string): Promise<void> =>
  showAsked(call, { ask: (admin) => admin.listNodes(), document: poolDocument, text });

export function peerStatusText(pool: PoolView, paint: Paint = PLAIN): string {
  const peers = pool.members.filter((member) => !member.isLocal);
  const blocks = peers.map(
    (peer) =>
      `\nHostname: ${peer.address}\nUuid: ${peer.id}\nName: ${peer.name}\nState: Peer in Cluster (${linkState(peer, paint)})`,
  );
  return [`Number of Peers: ${peers.length}`, ...blocks].join('\n');
}

const memberRow = (member: PoolMember, paint: Paint): string[] => [
  member.id,
  member.name,
  member.isLocal ? `${member.address} (this node)` : member.address,
  member.isDrained ? `${linkState(member, paint)}, drained` : linkState(member, paint),
];

const linkState = (member: PoolMember, paint: Paint): string =>
  member.isConnected || member.isLocal ? paint.good('Connected') : paint.bad('Disconnected');

const poolDocument = (pool: PoolView) => ({
  quorum: pool.hasQuorum,
  insecure: pool.isInsecure,
  term: pool.term,
  manager: pool.manager ?? null,
  nodes: pool.members.map(({ id, name, address, isConnected, isLocal, isDrained }) => ({
    id,
    name,
    address,
    connected: isConnected || isLocal,
    local: isLocal,
    drained: isDrained,
  })),
});
