/** What `heal-status` and `volume heal VOL info` show. */
import type { BrickHealth, VolumeHealth } from '../client/admin-records.js';
import { tableText } from './output.js';
import { paintState, PLAIN, type Paint } from './paint.js';
import { scrubDocument, scrubText } from './scrub-report.js';
import { bytesText, durationText, rateText } from './units.js';
import { insecureText, isOnline } from './volume-report.js';

const COLUMNS = [
  { head: 'Brick' },
  { head: 'Node' },
  { head: 'State' },
  { head: 'Behind', align: 'right' as const },
  { head: 'Pending', align: 'right' as const },
  { head: 'Healed', align: 'right' as const },
  { head: 'Rate', align: 'right' as const },
  { head: 'Time left', align: 'right' as const },
  { head: 'Scrubbed' },
];

/** One volume as scripts see it; the contract fixes every name here. */
export const healthDocument = (health: VolumeHealth) => ({
  volume: health.volume,
  status: health.status,
  quorum: health.hasQuorum,
  insecure: health.isInsecure,
  term: health.term,
  manager: health.manager ?? null,
  index: health.index,
  bricks: health.bricks.map((brick) => ({
    brick: brick.brick,
    node: brick.nodeName,
    state: brick.state,
    problem: brick.problem ?? null,
    replaces: brick.replaces ?? null,
    index: brick.index,
    pending: { entries: brick.pendingEntries, bytes: brick.pendingBytes },
    healed: { entries: brick.healedEntries, bytes: brick.healedBytes },
    bytesPerSecond: brick.bytesPerSecond,
    etaSeconds: brick.etaSeconds ?? null,
    scrub: scrubDocument(brick),
  })),
});

export function healStatusText(volumes: readonly VolumeHealth[], paint: Paint = PLAIN): string {
  if (volumes.length === 0) return 'No volumes present';
  return volumes.map((health) => volumeHealthText(health, paint)).join('\n\n');
}

function volumeHealthText(health: VolumeHealth, paint: Paint): string {
  const rows = health.bricks.map((brick) => healRow(brick, health, paint));
  return `${headline(health, paint)}\n${tableText(COLUMNS, rows, paint)}`;
}

function headline(health: VolumeHealth, paint: Paint): string {
  const quorum = health.hasQuorum ? 'quorum yes' : paint.bad('quorum NO (writes are refused)');
  const manager = health.manager === undefined ? 'no volume manager' : `volume manager ${health.manager}`;
  return `Volume ${health.volume}: ${health.status}, ${quorum}, ${manager}, term ${health.term}, index ${health.index}${insecureText(health, paint)}`;
}

const healRow = (brick: BrickHealth, health: VolumeHealth, paint: Paint): (string | number)[] => [
  brick.brick,
  brick.nodeName,
  stateText(brick, paint),
  indexBehind(brick, health),
  amountText(brick.pendingEntries, brick.pendingBytes),
  amountText(brick.healedEntries, brick.healedBytes),
  brick.bytesPerSecond > 0 ? rateText(brick.bytesPerSecond) : '-',
  brick.etaSeconds === undefined ? '-' : durationText(brick.etaSeconds),
  scrubText(brick),
];

function stateText(brick: BrickHealth, paint: Paint): string {
  const painted = paintState(brick.state, paint);
  const state = brick.replaces === undefined ? painted : `${painted}, to replace ${brick.replaces}`;
  if (brick.problem !== undefined) return `${state}: ${brick.problem}`;
  const { healedBytes, healedEntries, pendingBytes, pendingEntries } = brick;
  const [healed, all] =
    pendingBytes > 0
      ? [healedBytes, healedBytes + pendingBytes]
      : [healedEntries, healedEntries + pendingEntries];
  return brick.state === 'healing' && all > 0 ? state + paint.bar(healed / all) : state;
}

const indexBehind = (brick: BrickHealth, health: VolumeHealth): number =>
  Math.max(0, health.index - brick.index);

const amountText = (entries: number, bytes: number): string =>
  entries === 0 && bytes === 0 ? '0' : `${entries} (${bytesText(bytes)})`;

/** One line a brick, for logs. */
export function healStatusLines(volumes: readonly VolumeHealth[]): string {
  const lines = volumes.flatMap((health) => health.bricks.map((brick) => healLine(brick, health)));
  return lines.join('\n');
}

function healLine(brick: BrickHealth, health: VolumeHealth): string {
  const [place, , state, behind, pending, healed, rate, timeLeft, scrubbed] = healRow(brick, health, PLAIN);
  return `${health.volume} ${place} ${state}: behind ${behind}, pending ${pending}, healed ${healed}, rate ${rate}, time left ${timeLeft}, scrubbed ${scrubbed}`;
}

/** GlusterFS's `volume heal VOL info`. */
export const healInfoText = (health: VolumeHealth): string => health.bricks.map(brickInfoText).join('\n\n');

const brickInfoText = (brick: BrickHealth): string =>
  [
    `Brick ${brick.brick}`,
    `Status: ${connectionText(brick)}`,
    ...brick.pendingNames,
    `Number of entries: ${entriesText(brick)}`,
  ].join('\n');

/** GlusterFS's `volume heal VOL info summary`. */
export const healSummaryText = (health: VolumeHealth): string =>
  health.bricks.map(brickSummaryText).join('\n\n');

function brickSummaryText(brick: BrickHealth): string {
  const entries = entriesText(brick);
  const isHealing = brick.state === 'healing';
  return [
    `Brick ${brick.brick}`,
    `Status: ${connectionText(brick)}`,
    `Total Number of entries: ${entries}`,
    `Number of entries in heal pending: ${isHealing ? 0 : entries}`,
    'Number of entries in split-brain: 0',
    `Number of entries possibly healing: ${isHealing ? entries : 0}`,
  ].join('\n');
}

function connectionText(brick: BrickHealth): string {
  if (brick.state === 'isolated') return `Isolated: ${brick.problem ?? ''}`;
  return isOnline(brick) ? 'Connected' : 'Transport endpoint is not connected';
}

/** A brick that nobody hears may miss anything: unknown is not zero. */
const entriesText = (brick: BrickHealth): string =>
  isOnline(brick) || brick.pendingEntries > 0 ? String(brick.pendingEntries) : '-';
