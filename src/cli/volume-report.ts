/** What `volume info` and `volume status` show, in GlusterFS's layouts. */
import type { BrickHealth, BrickRecord, VolumeHealth, VolumeRecord } from '../client/admin-records.js';
import { tableText } from './output.js';
import { paintState, PLAIN, type Paint } from './paint.js';
import { bytesText, timeText } from './units.js';

const REPLICA_COUNT = 3;
const MS_PER_SECOND = 1_000;

const STATUS_COLUMNS = [
  { head: 'Brick' },
  { head: 'Node' },
  { head: 'Online' },
  { head: 'Pid', align: 'right' as const },
  { head: 'State' },
  { head: 'Free', align: 'right' as const },
  { head: 'Size', align: 'right' as const },
];

export const brickText = (brick: BrickRecord): string => `${brick.address}:${brick.directory}`;

/** What follows the rest of a headline. */
export const insecureText = ({ isInsecure }: VolumeHealth, paint: Paint): string =>
  isInsecure ? `, ${paint.bad('INSECURE')} (--insecure)` : '';

export const isOnline = (brick: BrickHealth): boolean => brick.state !== 'offline';

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const volumeDocument = (volume: VolumeRecord) => ({
  name: volume.name,
  type: 'replicate',
  id: volume.id,
  status: volume.status,
  replicaCount: REPLICA_COUNT,
  createdAt: timeText(volume.createdAtMs / MS_PER_SECOND),
  bricks: volume.bricks.map((brick) => ({
    brick: brickText(brick),
    node: brick.nodeName,
    address: brick.address,
    directory: brick.directory,
  })),
  options: volume.options,
  encryption: volume.encryption ?? null,
});

export function infoText(volumes: readonly VolumeRecord[]): string {
  return volumes.length === 0 ? 'No volumes present' : volumes.map(volumeInfoText).join('\n');
}

function volumeInfoText(volume: VolumeRecord): string {
  const { encryption } = volume;
  const brickCount = volume.bricks.length;
  const options = Object.entries(volume.options).sort();
  return [
    '',
    `Volume Name: ${volume.name}`,
    'Type: Replicate',
    `Volume ID: ${volume.id}`,
    `Status: ${capitalized(volume.status)}`,
    `Number of Bricks: ${brickCount / REPLICA_COUNT} x ${REPLICA_COUNT} = ${brickCount}`,
    'Transport-type: tcp',
    ...(encryption === undefined ? [] : [`Encryption: ${encryption.cipher}, pool key ${encryption.poolKey}`]),
    'Bricks:',
    ...volume.bricks.map((brick, index) => `Brick${index + 1}: ${brickText(brick)}`),
    ...(options.length > 0 ? ['Options Reconfigured:'] : []),
    ...options.map(([key, value]) => `${key}: ${value}`),
  ].join('\n');
}

export const statusDocument = (health: VolumeHealth) => ({
  volume: health.volume,
  status: health.status,
  quorum: health.hasQuorum,
  insecure: health.isInsecure,
  manager: health.manager ?? null,
  bricks: health.bricks.map((brick) => ({
    brick: brick.brick,
    node: brick.nodeName,
    online: isOnline(brick),
    pid: brick.processId ?? null,
    state: brick.state,
    drained: brick.isDrained,
    problem: brick.problem ?? null,
    availableBytes: brick.availableBytes,
    totalBytes: brick.totalBytes,
  })),
});

export function statusText(volumes: readonly VolumeHealth[], paint: Paint = PLAIN): string {
  if (volumes.length === 0) return 'No volumes present';
  return volumes.map((health) => volumeStatusText(health, paint)).join('\n\n');
}

function volumeStatusText(health: VolumeHealth, paint: Paint): string {
  const rows = health.bricks.map((brick) => statusRow(brick, paint));
  const line = `Status of volume: ${health.volume} (${health.status})${insecureText(health, paint)}`;
  return `${line}\n${tableText(STATUS_COLUMNS, rows, paint)}`;
}

function stateText({ state, problem, isDrained }: BrickHealth, paint: Paint): string {
  const painted = paintState(state, paint);
  const known = isDrained ? `${painted}, node drained` : painted;
  return problem === undefined ? known : `${known}: ${problem}`;
}

const statusRow = (brick: BrickHealth, paint: Paint): (string | number)[] => [
  brick.brick,
  brick.nodeName,
  isOnline(brick) ? 'Y' : paint.bad('N'),
  brick.processId ?? 'N/A',
  stateText(brick, paint),
  isOnline(brick) ? bytesText(brick.availableBytes) : 'N/A',
  isOnline(brick) ? bytesText(brick.totalBytes) : 'N/A',
];
