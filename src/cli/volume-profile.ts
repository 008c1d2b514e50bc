import { InvalidArgumentError, type Command } from 'commander';
import type { BrickProfile, Durations, HotFile, VolumeProfile } from '../client/profile-records.js';
import type { UpkeepClient } from '../client/upkeep.js';
import { RefusedError } from '../core/errors.js';
import { suggestion } from '../core/unknown-name.js';
import { action, withUpkeep, type Call } from './call.js';
import { clientCalled } from './client-called.js';
import type { CliContext } from './context.js';
import { show, tableText } from './output.js';
import type { Paint } from './paint.js';
import { bytesText, durationText, sessionText } from './units.js';
import { UsageError } from './usage-error.js';
import { showAskedUpkeep, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

const TOP_COUNT_DEFAULT = 10;
/** As many as a brick tells. */
const TOP_COUNT_MAX = 100;
const CLIENT_FLAGS = '--client <client>';
const CLIENT_DESCRIPTION = 'what this one has asked for; its id or name, as "volume clients" shows them';
const MS_PER_SECOND = 1_000;
/** Names that GlusterFS has for what is called otherwise here. */
const OTHER_NAMES: Readonly<Record<string, string>> = { open: 'lookup', opendir: 'readdir' };

const right = (head: string) => ({ head, align: 'right' as const });
const DURATION_HEADS = ['Calls', '%-latency', 'Average ms', '50 % ms', '99 % ms', 'Longest ms'];
const OPERATION_COLUMNS = [{ head: 'Operation' }, ...DURATION_HEADS.map(right)];
const CLIENT_COLUMNS = [{ head: 'Client' }, ...[...DURATION_HEADS, 'Read', 'Written'].map(right)];
const FILE_COLUMNS = [right('Calls'), right('Inode'), { head: 'Path' }];

export function addVolumeProfileCommands(volume: Command, context: CliContext): void {
  volume
    .command('profile')
    .description('what clients have asked for, and how long it took, by brick and client')
    .argument('<volume>')
    .argument('[info]')
    .option(CLIENT_FLAGS, CLIENT_DESCRIPTION)
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, profile));
  volume
    .command('top')
    .description('the files that are asked for most often')
    .argument('<volume>')
    .argument('[operation]', 'read, write, lookup, readdir, getattr, …', 'read')
    .option('--count <n>', `how many, at most ${TOP_COUNT_MAX}`, wholeNumber, TOP_COUNT_DEFAULT)
    .option(CLIENT_FLAGS, CLIENT_DESCRIPTION)
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, top));
  volume
    .command('statedump')
    .description("all that is live inside a volume's bricks, as JSON, for bug reports")
    .argument('<volume>')
    .argument('[node]', "the node's name or HOST[:PORT]; without it, all")
    .action(action(context, statedump));
}

function wholeNumber(text: string): number {
  const count = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  if (count === 0 || count > TOP_COUNT_MAX)
    throw new InvalidArgumentError(`a whole number, from 1 to ${TOP_COUNT_MAX}.`);
  return count;
}

interface ClientOptions extends WatchOptions {
  readonly client?: string;
}

/** @throws {RefusedError} there is no such client. */
async function askProfile(
  upkeep: UpkeepClient,
  name: string,
  client: string | undefined,
): Promise<VolumeProfile> {
  if (client === undefined) return upkeep.profile(name);
  const { session } = await clientCalled(upkeep, name, client);
  const { bricks, latencyBoundsMs } = await upkeep.profile(name, session);
  const ofClient = bricks.map((brick) => ({
    ...brick,
    clients: brick.clients.filter((one) => one.session === session),
  }));
  return { bricks: ofClient, latencyBoundsMs };
}

async function profile(call: Call<ClientOptions>, name: string, info?: string): Promise<void> {
  if (info !== undefined && info !== 'info') throw new UsageError('write: volume profile VOL [info]');
  await showAskedUpkeep(call, {
    ask: (upkeep) => askProfile(upkeep, name, call.options.client),
    document: (found) => profileDocument(name, found),
    text: (found, paint) => found.bricks.map((brick) => brickText(brick, found, paint)).join('\n\n'),
  });
}

const profileDocument = (name: string, { bricks, latencyBoundsMs }: VolumeProfile) => ({
  volume: name,
  latencyBoundsMs,
  bricks: bricks.map(({ brick, nodeName, sinceMs, operations, clients }) => ({
    brick,
    node: nodeName,
    openSeconds: Math.round(sinceMs) / MS_PER_SECOND,
    operations,
    clients: clients.map(({ name: client, session, ...usage }) => ({
      client,
      id: sessionText(session),
      ...usage,
    })),
  })),
});

function brickText(brick: BrickProfile, { latencyBoundsMs }: VolumeProfile, paint: Paint): string {
  const open =
    brick.sinceMs === 0 ? 'it does not answer' : `for ${durationText(brick.sinceMs / MS_PER_SECOND)}`;
  const totalMs = brick.operations.reduce((sum, { totalMs: ms }) => sum + ms, 0);
  const operations = brick.operations.map((one) => [
    one.operation,
    ...durationCells(one, totalMs, latencyBoundsMs),
  ]);
  const clientsMs = brick.clients.reduce((sum, { totalMs: ms }) => sum + ms, 0);
  const clients = brick.clients.map((client) => [
    client.name,
    ...durationCells(client, clientsMs, latencyBoundsMs),
    bytesText(client.readBytes),
    bytesText(client.writtenBytes),
  ]);
  return [
    `Brick: ${brick.brick} (${brick.nodeName}, ${open})`,
    ...(operations.length > 0 ? [tableText(OPERATION_COLUMNS, operations, paint)] : []),
    ...(clients.length > 0 ? [tableText(CLIENT_COLUMNS, clients, paint)] : []),
  ].join('\n');
}

const durationCells = (
  { count, totalMs, maxMs, latencyCounts }: Durations,
  allMs: number,
  boundsMs: readonly number[],
): (string | number)[] => [
  count,
  allMs === 0 ? '-' : ((100 * totalMs) / allMs).toFixed(1),
  (totalMs / Math.max(1, count)).toFixed(2),
  quantileText(latencyCounts, boundsMs, 0.5),
  quantileText(latencyCounts, boundsMs, 0.99),
  maxMs.toFixed(2),
];

/** The upper bound of the class that it falls into. */
function quantileText(counts: readonly number[], boundsMs: readonly number[], share: number): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [place, count] of counts.entries()) {
    seen += count;
    if (seen < share * total) continue;
    const bound = boundsMs[place];
    return bound === undefined ? `> ${boundsMs.at(-1) ?? 0}` : `≤ ${bound}`;
  }
  return '-';
}

interface TopOptions extends ClientOptions {
  readonly count: number;
}

async function top(call: Call<TopOptions>, name: string, kind: string): Promise<void> {
  const operation = OTHER_NAMES[kind] ?? kind;
  await showAskedUpkeep(call, {
    ask: (upkeep) => askTop(upkeep, name, { kind, operation, ...call.options }),
    document: (bricks) => ({ volume: name, operation, bricks }),
    text: (bricks, paint) => bricks.map((brick) => topText(brick, paint)).join('\n\n'),
  });
}

interface NamedFile extends HotFile {
  readonly path: string | null;
}
interface BrickTop {
  readonly brick: string;
  readonly files: readonly NamedFile[];
}

/** @throws {RefusedError} nobody has asked for that. */
async function askTop(
  upkeep: UpkeepClient,
  name: string,
  { kind, operation, count, client }: TopOptions & { readonly kind: string; readonly operation: string },
): Promise<readonly BrickTop[]> {
  const { bricks } = await askProfile(upkeep, name, client);
  const known = new Set(bricks.flatMap(({ operations }) => operations.map((one) => one.operation)));
  if (!known.has(operation) && known.size > 0 && kind !== 'read')
    throw new RefusedError(
      `nobody has asked for ${kind} so far${suggestion(kind, new Set(['read', ...known]))}; there were: ${[...known].join(', ')}`,
    );
  const hot = bricks.map(({ brick, operations }) => ({
    brick,
    files: (operations.find((one) => one.operation === operation)?.files ?? []).slice(0, count),
  }));
  const paths = await pathsOf(
    upkeep,
    name,
    hot.flatMap(({ files }) => files),
  );
  return hot.map(({ brick, files }) => ({
    brick,
    files: files.map((file) => ({ ...file, path: paths.get(file.ino) ?? null })),
  }));
}

/** Where they are found in time; the counts are worth telling without. */
async function pathsOf(
  upkeep: UpkeepClient,
  name: string,
  files: readonly HotFile[],
): Promise<ReadonlyMap<number, string>> {
  const inos = [...new Set(files.map(({ ino }) => ino))];
  if (inos.length === 0) return new Map();
  return upkeep.paths(name, inos).catch(() => new Map<number, string>());
}

const topText = ({ brick, files }: BrickTop, paint: Paint): string =>
  [`Brick: ${brick}`, ...(files.length > 0 ? [tableText(FILE_COLUMNS, files.map(fileRow), paint)] : [])].join(
    '\n',
  );

const fileRow = ({ ino, count, excessMax, path }: NamedFile): string[] => [
  excessMax === 0 ? String(count) : `${count - excessMax}…${count}`,
  String(ino),
  path ?? '-',
];

async function statedump(call: Call, name: string, node?: string): Promise<void> {
  const dumps = await withUpkeep(call, (upkeep) => upkeep.stateDump(name, node));
  const document = dumps.map(({ brick, nodeName, state, problem }) => ({
    brick,
    node: nodeName,
    problem: problem ?? null,
    state: state ?? null,
  }));
  show(call, document, () => JSON.stringify(document, undefined, 2));
}
