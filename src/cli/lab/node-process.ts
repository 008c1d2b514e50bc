import { createServer } from 'node:net';
import { AdminClient } from '../../client/admin.js';
import { defined } from '../../core/assert.js';
import { RefusedError } from '../../core/errors.js';
import type { Trust } from '../../rpc/channel.js';
import type { Clock } from '../../runtime/clock.js';
import { OWNER_DIRECTORY_MODE } from '../../runtime/file-mode.js';
import type { CliContext } from '../context.js';
import { labTrust } from './lab-identity.js';
import type { Lab, LabNode } from './layout.js';
import { lastLine, startOwnProgram } from './own-program.js';
import { findProcess, forgetProcess, recordProcess, signalProcess } from './process-record.js';
import { waitUntil } from './wait-until.js';
import { makeDirectory } from '../../runtime/make-directory.js';

const ANSWER_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 20_000;
const DIE_WITHIN_MS = 5_000;

/** @throws {RefusedError} naming the port that someone else uses. */
export async function checkPortsFree(nodes: readonly LabNode[]): Promise<void> {
  for (const port of nodes.flatMap((node) => [node.port, node.httpPort])) {
    if (await isPortFree(port)) continue;
    const advice = 'end it, or choose other ports with --base-port';
    throw new RefusedError(`port ${port} is in use by another program; ${advice}`);
  }
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Starts a node's server; it stays when this process ends. */
export async function startNode(node: LabNode, context: CliContext): Promise<void> {
  makeDirectory(node.dataDirectory, OWNER_DIRECTORY_MODE);
  const words = ['server', '--data', node.dataDirectory, '--name', node.name];
  const places = ['--listen', node.address, '--advertise', node.address, '--http', node.http];
  const child = await startOwnProgram(context.entryFile, [...words, ...places], node.logFile);
  await recordProcess(node.pidFile, defined(child.pid));
  child.unref();
}

/** @throws {RefusedError} the server ended, or does not answer in time. */
export async function waitForAnswer(node: LabNode, lab: Lab, clock: Clock): Promise<void> {
  const trust = await labTrust(lab);
  const outcome = await waitUntil(clock, ANSWER_WITHIN_MS, async () => {
    if ((await findProcess(node.pidFile)).state === 'stopped') return 'ended' as const;
    return (await answers(node, trust)) ? ('answers' as const) : undefined;
  });
  if (outcome === 'answers') return;
  const what = outcome === 'ended' ? 'ended at once' : 'does not answer';
  throw new RefusedError(`${node.name} ${what}: ${await lastLine(node.logFile)} (see ${node.logFile})`);
}

async function answers(node: LabNode, trust: Trust | undefined): Promise<boolean> {
  const admin = new AdminClient([node.address], trust);
  try {
    await admin.identify();
    return true;
  } catch {
    return false;
  } finally {
    admin.close();
  }
}

/** Stops a node in good order. @returns whether it had to be killed because it did not end in time. */
export async function stopNode(node: LabNode, clock: Clock): Promise<boolean> {
  await signalProcess(node.pidFile, 'SIGCONT'); // A frozen process does not hear anything else.
  await signalProcess(node.pidFile, 'SIGTERM');
  if (await waitUntilStopped(node, clock, STOP_WITHIN_MS)) return false;
  await killNode(node, clock);
  return true;
}

/** @throws {RefusedError} when even that does not end it. */
export async function killNode(node: LabNode, clock: Clock): Promise<void> {
  await signalProcess(node.pidFile, 'SIGKILL');
  if (!(await waitUntilStopped(node, clock, DIE_WITHIN_MS)))
    throw new RefusedError(`${node.name} does not end`);
}

async function waitUntilStopped(node: LabNode, clock: Clock, boundMs: number): Promise<boolean> {
  const stopped = await waitUntil(clock, boundMs, async () =>
    (await findProcess(node.pidFile)).state === 'stopped' ? true : undefined,
  );
  if (stopped === undefined) return false;
  await forgetProcess(node.pidFile);
  return true;
}
