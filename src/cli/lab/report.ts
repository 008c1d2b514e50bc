/** What the lab says about itself, and what to try next. */
import type { VolumeHealth } from '../../client/admin-records.js';
import { healStatusText, healthDocument } from '../heal-report.js';
import { tableText } from '../output.js';
import { PLAIN, type Paint } from '../paint.js';
import { LAB_VOLUME, serverList, type Lab, type LabNode } from './layout.js';
import { findProcess, type FoundProcess } from './process-record.js';
import { isMounted, type MountState } from './lab-mount.js';
import { labHealth } from './lab-volume.js';

const NODE_COLUMNS = [
  { head: 'Node' },
  { head: 'Address' },
  { head: 'State' },
  { head: 'Pid', align: 'right' as const },
  { head: 'Health' },
];

export interface LabView {
  readonly lab: Lab;
  readonly nodes: readonly { readonly node: LabNode; readonly process: FoundProcess }[];
  readonly isMounted: boolean;
  readonly health: VolumeHealth | undefined;
}

export async function viewOf(lab: Lab): Promise<LabView> {
  const nodes = await Promise.all(
    lab.nodes.map(async (node) => ({ node, process: await findProcess(node.pidFile) })),
  );
  const running = nodes.filter(({ process }) => process.state === 'running').map(({ node }) => node.address);
  const health = running.length === 0 ? undefined : await labHealth(lab, running);
  return { lab, nodes, isMounted: await isMounted(lab.settings.mountPoint), health };
}

export const labDocument = (view: LabView) => ({
  directory: view.lab.directory,
  volume: LAB_VOLUME,
  mount: view.lab.settings.mountPoint,
  mounted: view.isMounted,
  nodes: view.nodes.map(({ node, process }) => ({
    node: node.name,
    address: node.address,
    http: node.http,
    state: process.state,
    pid: process.pid ?? null,
    log: node.logFile,
  })),
  health: view.health === undefined ? null : healthDocument(view.health),
});

export function labText(view: LabView, paint: Paint = PLAIN): string {
  const rows = view.nodes.map(({ node, process }) => [
    node.name,
    node.address,
    (process.state === 'running' ? paint.good : paint.bad)(process.state),
    process.pid ?? '-',
    process.state === 'running' ? `http://${node.http}/healthz` : '-',
  ]);
  const { mountPoint } = view.lab.settings;
  return [
    `Lab in ${view.lab.directory}`,
    tableText(NODE_COLUMNS, rows, paint),
    '',
    view.health === undefined
      ? `Volume ${LAB_VOLUME}: no server can tell`
      : healStatusText([view.health], paint),
    '',
    view.isMounted ? `Mounted on ${mountPoint}` : `Not mounted (${mountPoint})`,
  ].join('\n');
}

/** Commands to copy: the lab is there to be tried, and to be broken. */
export function adviceText(lab: Lab, mount: MountState, commandName: string): string {
  const { directory, settings } = lab;
  const hafs = commandName;
  const second = lab.nodes[1]?.address ?? '';
  const use =
    mount.kind === 'mounted'
      ? [
          `  echo hello > ${settings.mountPoint}/index.html`,
          `  ${hafs} mount ${second}:/${LAB_VOLUME} /tmp/www2`,
        ]
      : [`  ${hafs} fs put /etc/hostname ${LAB_VOLUME}:/hello`, `  ${hafs} fs cat ${LAB_VOLUME}:/hello`];
  return [
    ...(mount.kind === 'impossible'
      ? [`Not mounted: ${mount.reason}. "${hafs} fs" does without a mount.`, '']
      : []),
    'Try:',
    `  export HAFS_SERVER=${serverList(lab)}`,
    ...use,
    `  ${hafs} lab kill 1 --dir ${directory}`,
    `  ${hafs} heal-status ${LAB_VOLUME}`,
    `  ${hafs} lab start 1 --dir ${directory}`,
    `  ${hafs} lab down --dir ${directory}`,
  ].join('\n');
}
