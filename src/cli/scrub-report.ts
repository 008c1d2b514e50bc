/** What is shown of the scrubs of a volume's bricks. */
import type { BrickHealth, VolumeHealth } from '../client/admin-records.js';
import { tableText } from './output.js';
import { PLAIN, type Paint } from './paint.js';
import { timeText } from './units.js';

const MS_PER_SECOND = 1_000;
const COLUMNS = [
  { head: 'Brick' },
  { head: 'Node' },
  { head: 'Scrub' },
  { head: 'Last ended' },
  { head: 'Damaged', align: 'right' as const },
  { head: 'Repaired', align: 'right' as const },
];

/** As scripts see it; the contract fixes every name here. `null` when the brick does not answer. */
export const scrubDocument = ({ scrub }: BrickHealth) =>
  scrub === undefined
    ? null
    : {
        running: scrub.isRunning,
        lastEnded: scrub.endedAtMs === undefined ? null : endedText(scrub.endedAtMs),
        damaged: scrub.damagedCount,
        repaired: scrub.repairedCount,
      };

/** In one cell: when it was scrubbed last, and what was found unless that is nothing. */
export function scrubText({ scrub }: BrickHealth): string {
  if (scrub === undefined) return '-';
  const when = scrub.isRunning ? 'running' : lastEndedText(scrub.endedAtMs);
  const { damagedCount, repairedCount } = scrub;
  return damagedCount === 0 ? when : `${when}: ${damagedCount} damaged, ${repairedCount} repaired`;
}

export function scrubStatusText(health: VolumeHealth, paint: Paint = PLAIN): string {
  const rows = health.bricks.map(({ brick, nodeName, scrub }) => [
    brick,
    nodeName,
    scrub === undefined ? 'unknown' : scrub.isRunning ? 'running' : 'idle',
    lastEndedText(scrub?.endedAtMs),
    scrub === undefined ? '-' : (scrub.damagedCount > 0 ? paint.bad : paint.good)(`${scrub.damagedCount}`),
    scrub?.repairedCount ?? '-',
  ]);
  return tableText(COLUMNS, rows, paint);
}

const lastEndedText = (endedAtMs: number | undefined): string =>
  endedAtMs === undefined ? 'never' : endedText(endedAtMs);

const endedText = (endedAtMs: number): string => timeText(endedAtMs / MS_PER_SECOND);
