import type { Command } from 'commander';
import type { VolumeClient } from '../client/upkeep-records.js';
import { action, withUpkeep, type Call } from './call.js';
import { clientCalled } from './client-called.js';
import { confirm } from './confirm.js';
import type { CliContext } from './context.js';
import { show, tableText } from './output.js';
import { sessionText, timeText } from './units.js';
import { showAskedUpkeep, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

const MS_PER_SECOND = 1_000;

const COLUMNS = [
  { head: 'Client' },
  { head: 'Id' },
  { head: 'Credential' },
  { head: 'Version' },
  { head: 'Since' },
  { head: 'Heard', align: 'right' as const },
  { head: 'Leases', align: 'right' as const },
  { head: 'Owed', align: 'right' as const },
  { head: 'In flight', align: 'right' as const },
];

export function addVolumeClientCommands(volume: Command, context: CliContext): void {
  volume
    .command('clients')
    .description('who uses a volume: since when, what it may have in its caches, what it waits for')
    .argument('<volume>')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, clients));
  volume
    .command('evict')
    .description('end the session of a client: its mount fails every request until it is mounted anew')
    .argument('<volume>')
    .argument('<client>', 'its id or name, as "volume clients" shows them')
    .action(action(context, evict));
}

const clients = (call: Call<WatchOptions>, name: string): Promise<void> =>
  showAskedUpkeep(call, {
    ask: (upkeep) => upkeep.clients(name),
    document: (known) => ({ volume: name, clients: known.map(clientDocument) }),
    text: (known, paint) =>
      known.length === 0 ? `No client uses volume ${name}` : tableText(COLUMNS, known.map(clientRow), paint),
  });

async function evict(call: Call, name: string, who: string): Promise<void> {
  await withUpkeep(call, async (upkeep) => {
    const client = await clientCalled(upkeep, name, who);
    await confirm(
      call,
      `Programs that use ${client.name} will get errors until it is unmounted and mounted again.`,
    );
    await upkeep.evict(name, client.session);
    const document = { volume: name, evicted: client.name, id: idText(client) };
    show(call, document, () => `volume evict: ${name}: success: ${client.name} is out`);
  });
}

const idText = ({ session }: VolumeClient): string => sessionText(session);

const clientRow = (client: VolumeClient): (string | number)[] => [
  client.name,
  idText(client),
  client.credential ?? '-',
  client.version ?? '-',
  timeText(client.openedAtMs / MS_PER_SECOND),
  heardText(client),
  client.leaseCount,
  client.owedRecallCount,
  client.inFlightCount,
];

function heardText({ isConnected, silentMs }: VolumeClient): string {
  const ago = `${(silentMs / MS_PER_SECOND).toFixed(1)}s ago`;
  return isConnected ? ago : `${ago}, gone`;
}

const clientDocument = (client: VolumeClient) => ({
  client: client.name,
  id: idText(client),
  credential: client.credential ?? null,
  version: client.version ?? null,
  since: timeText(client.openedAtMs / MS_PER_SECOND),
  connected: client.isConnected,
  silentSeconds: Math.round(client.silentMs) / MS_PER_SECOND,
  leases: client.leaseCount,
  recallsOwed: client.owedRecallCount,
  inFlight: client.inFlightCount,
});
