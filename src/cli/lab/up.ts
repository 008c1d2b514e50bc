import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RefusedError } from '../../core/errors.js';
import type { Call } from '../call.js';
import type { CliContext } from '../context.js';
import { show } from '../output.js';
import { UsageError } from '../usage-error.js';
import { ensureAuthority, ensureIdentity, offerCredential } from './lab-identity.js';
import { ensureMounted } from './lab-mount.js';
import { ensureVolume } from './lab-volume.js';
import {
  findLab,
  labOf,
  REPLICA_COUNT,
  saveLab,
  type Lab,
  type LabNode,
  type LabSettings,
} from './layout.js';
import { checkPortsFree, startNode, stopNode, waitForAnswer } from './node-process.js';
import { findProcess, signalProcess } from './process-record.js';
import { adviceText, labDocument, labText, viewOf } from './report.js';
import { makeDirectory } from '../../runtime/make-directory.js';

const BASE_PORT = 24_101;
/** Leaves room for the other nodes, and for their health pages one thousand above. */
const BASE_PORT_MAX = 64_500;
const NODE_COUNT_MAX = 9;

export interface UpOptions {
  readonly dir: string;
  readonly mount?: string;
  readonly nodes?: number;
  readonly basePort?: number;
}

/** Starts what does not run, makes what is missing, and says what there is. */
export async function up(call: Call<UpOptions>): Promise<void> {
  const { context, options } = call;
  const directory = resolve(options.dir);
  const existing = await findLab(directory);
  const lab = labOf(directory, await settingsFor(call, existing));
  await startNodes(lab, call);
  await ensureVolume(lab, context.clock);
  const mount = await ensureMounted(lab, context);
  const view = await viewOf(lab);
  const advice = adviceText(lab, mount, context.commandName);
  show(call, labDocument(view), () => `${labText(view)}\n\n${advice}`);
}

/** A lab keeps the nodes and ports it was made with; only its mount point may move. */
async function settingsFor(call: Call<UpOptions>, existing: Lab | undefined): Promise<LabSettings> {
  const { dir, nodes, basePort, mount } = call.options;
  const mountPoint = mount === undefined ? existing?.settings.mountPoint : await absolutePlace(mount);
  if (existing === undefined) {
    return {
      nodeCount: nodes ?? REPLICA_COUNT,
      basePort: basePort ?? portFromEnvironment(call) ?? BASE_PORT,
      mountPoint: mountPoint ?? (await absolutePlace(join(dir, 'www'))),
      hasIdentities: true,
    };
  }
  const { settings } = existing;
  const differs =
    (nodes ?? settings.nodeCount) !== settings.nodeCount ||
    (basePort ?? settings.basePort) !== settings.basePort;
  if (differs) {
    const has = `the lab in ${existing.directory} has ${settings.nodeCount} nodes from port ${settings.basePort} on`;
    throw new RefusedError(`${has}; "hafs lab down --purge" makes room for another`);
  }
  return { ...settings, mountPoint: mountPoint ?? settings.mountPoint };
}

function portFromEnvironment(call: Call): number | undefined {
  const text = call.context.environment('HAFS_LAB_PORT');
  return text === undefined || text === '' ? undefined : parsePort(text);
}

/** @throws {UsageError} */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= BASE_PORT_MAX) return port;
  throw new UsageError(`a lab begins at a port from 1 to ${BASE_PORT_MAX}, not "${text}"`);
}

/** @throws {UsageError} */
export function parseNodeCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= REPLICA_COUNT && count <= NODE_COUNT_MAX) return count;
  throw new UsageError(`a lab has ${REPLICA_COUNT} to ${NODE_COUNT_MAX} nodes, not "${text}"`);
}

/** As /proc/self/mountinfo will name it: the place itself may be a mount that no longer answers. */
async function absolutePlace(path: string): Promise<string> {
  const absolute = resolve(path);
  const parent = await realpath(dirname(absolute)).catch(() => dirname(absolute));
  return join(parent, basename(absolute));
}

/** When it fails, what it has started is stopped again; a port in use leaves nothing behind at all. */
async function startNodes(lab: Lab, call: Call): Promise<void> {
  const { clock } = call.context;
  const missing = await stoppedNodes(lab);
  await checkPortsFree(missing);
  makeDirectory(lab.directory);
  await saveLab(lab);
  try {
    for (const node of lab.nodes) await signalProcess(node.pidFile, 'SIGCONT');
    await startMissing(lab, missing, call.context);
    await Promise.all(lab.nodes.map((node) => waitForAnswer(node, lab, clock)));
    await offerCredential(lab, call.context);
  } catch (err) {
    await Promise.all(missing.map((node) => stopNode(node, clock)));
    throw err;
  }
}

async function startMissing(lab: Lab, missing: readonly LabNode[], context: CliContext): Promise<void> {
  await ensureAuthority(lab, context);
  for (const node of missing) {
    // The first one is up by then: whoever has no identity yet gets it there.
    await ensureIdentity(node, lab, context);
    await startNode(node, context);
    if (node.number === 1) await waitForAnswer(node, lab, context.clock);
  }
}

async function stoppedNodes(lab: Lab): Promise<LabNode[]> {
  const states = await Promise.all(lab.nodes.map((node) => findProcess(node.pidFile)));
  return lab.nodes.filter((_, index) => states[index]?.state === 'stopped');
}
