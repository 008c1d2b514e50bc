import type { Command } from 'commander';
import type { AdminClient } from '../client/admin.js';
import type { EventPlace, PoolEvent, PoolEvents } from '../client/monitor-records.js';
import { printable } from '../core/printable.js';
import { unknownVolume } from '../core/unknown-name.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { failureLine } from './failure-line.js';
import { show } from './output.js';
import { CommandError } from './usage-error.js';

const FOLLOW_INTERVAL_MS = 1_000;
/** What `--follow` begins with. */
const LATEST_COUNT = 10;

interface Options {
  readonly follow?: true;
}

export function addEventsCommand(program: Command, context: CliContext): void {
  program
    .command('events')
    .description('what has happened, as the nodes have noted it')
    .argument('[volume]')
    .option(
      '-f, --follow',
      'the latest, then each as it comes, until interrupted; with --json one document a line',
    )
    .action(action(context, events));
}

async function events(call: Call<Options>, volume?: string): Promise<void> {
  await withAdmin(call, async (admin) => {
    if (call.options.follow === true) return follow(call, admin, volume);
    const told = await askEvents(admin, volume);
    complainOfSilence(call, told.silentNodes, []);
    show(call, told.events.map(eventDocument), () => told.events.map(eventText).join('\n'));
  });
}

/** What a volume that is gone has left is told; of one that nobody has ever heard of there is nothing. @throws {RefusedError} */
async function askEvents(admin: AdminClient, volume?: string): Promise<PoolEvents> {
  const told = await admin.events(volume);
  if (volume === undefined || told.events.length > 0) return told;
  const names = (await admin.listVolumes()).map(({ name }) => name);
  if (!names.includes(volume)) throw unknownVolume(volume, names);
  return told;
}

async function follow(call: Call, admin: AdminClient, volume?: string): Promise<void> {
  const { terminal, clock } = call.context;
  const interrupted = terminal.interruption();
  let told = await askEvents(admin, volume);
  complainOfSilence(call, told.silentNodes, []);
  showEach(call, told.events.slice(-LATEST_COUNT));
  for (;;) {
    await clock.sleep(FOLLOW_INTERVAL_MS, interrupted).catch(() => undefined);
    if (interrupted.aborted) return;
    const news = await newsOrComplaint(call, admin, volume, told.place);
    if (news === undefined) continue;
    complainOfSilence(call, news.silentNodes, told.silentNodes);
    showEach(call, news.events);
    // A node that is silent now goes on where it was.
    told = { ...news, place: { ...told.place, ...news.place } };
  }
}

/** A node that goes away while we listen is news, not the end. */
async function newsOrComplaint(
  call: Call,
  admin: AdminClient,
  volume: string | undefined,
  after: EventPlace,
): Promise<PoolEvents | undefined> {
  try {
    return await admin.events(volume, after);
  } catch (err) {
    call.context.terminal.complain(`${failureLine(new CommandError(call.label, err))}\n`);
    return undefined;
  }
}

function complainOfSilence(call: Call, silent: readonly string[], before: readonly string[]): void {
  const fresh = silent.filter((node) => !before.includes(node));
  if (fresh.length === 0) return;
  call.context.terminal.complain(
    `hafs: ${printable(fresh.join(', '))}: no answer; what was noted there is missing\n`,
  );
}

function showEach(call: Call, events: readonly PoolEvent[]): void {
  for (const event of events) show(call, eventDocument(event), () => eventText(event));
}

/** One event as scripts see it. */
const eventDocument = (event: PoolEvent) => ({
  at: new Date(event.atMs).toISOString(),
  node: event.nodeName,
  sequence: event.sequence,
  kind: event.kind,
  severity: event.severity,
  volume: event.volume ?? null,
  message: event.message,
});

function eventText({ atMs, nodeName, kind, severity, volume, message }: PoolEvent): string {
  const about = volume === undefined ? '' : `${volume}: `;
  return `${new Date(atMs).toISOString()} ${severity.padEnd(7)} ${kind}: ${about}${message} (${nodeName})`;
}
