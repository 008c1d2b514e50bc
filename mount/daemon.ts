import { fork, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { RefusedError, UnreachableError, type HafsError } from '../src/core/errors.js';
import type { Clock } from '../src/runtime/clock.js';
import { openDaemonLog } from './daemon-log.js';
import type { MountDeps } from './mount-deps.js';
import type { MountPlan, MountRequest } from './mount-plan.js';
import { isAutomounted } from './mount-point.js';
import { parseDaemonMessage, type DaemonMessage } from './parent-channel.js';
import { failureOf, hasSucceeded, runCommand } from './run-command.js';

/** The descriptor under which the daemon gets an open FUSE device (`/dev/fd/N`); 3 is its channel to us. */
const DAEMON_DEVICE_FD = 4;

/**
 * Starts a process that serves the mount, and waits until the mount answers.
 * @throws {UnreachableError} no node has answered.
 * @throws {RefusedError} with the daemon's own reason, or when it takes longer than `mount-timeout`; no
 * daemon is left behind then.
 */
export async function startDaemon(request: MountRequest, plan: MountPlan, deps: MountDeps): Promise<void> {
  const deadlineMs = deps.clock.monotonicMs() + plan.settings.mountTimeoutMs;
  const isAutomount = plan.target.kind === 'directory' && (await isAutomounted(plan.target.path));
  const daemon = forkDaemon(request, plan, deps, { detached: !isAutomount });
  try {
    const message = await firstWord(daemon, plan.settings.mountTimeoutMs, deps.clock);
    if (message.kind === 'failed') throw failureIn(message);
    await probe(plan, Math.max(1, deadlineMs - deps.clock.monotonicMs()), deps.clock);
  } catch (err) {
    daemon.kill('SIGTERM'); // It unmounts what it may have mounted.
    throw err;
  } finally {
    if (daemon.connected) daemon.disconnect();
    daemon.unref();
  }
}

const failureIn = ({ message, isUnreachable }: DaemonMessage & { readonly kind: 'failed' }): HafsError =>
  isUnreachable ? new UnreachableError(message) : new RefusedError(message);

function forkDaemon(
  request: MountRequest,
  plan: MountPlan,
  { entryFile }: MountDeps,
  { detached }: { readonly detached: boolean },
): ChildProcess {
  const log = openDaemonLog(plan.settings.logFile, plan.target);
  const device = plan.target.kind === 'descriptor' ? [plan.target.fd] : [];
  try {
    return fork(entryFile, daemonArguments(request, plan), {
      // Of this process group while it mounts where the others must wait until it has.
      detached,
      cwd: '/',
      stdio: ['ignore', log, log, 'ipc', ...device],
    });
  } finally {
    closeSync(log);
  }
}

/** The same command, to be served by that process itself. */
function daemonArguments(request: MountRequest, { target, servers, credentialFile }: MountPlan): string[] {
  const directory = target.kind === 'directory' ? target.path : `/dev/fd/${DAEMON_DEVICE_FD}`;
  const named = servers.length === 0 ? [] : ['--server', servers.join(',')];
  const options = request.options === '' ? [] : ['-o', request.options];
  const sloppy = request.sloppy === true ? ['-s'] : [];
  const credential = credentialFile === undefined ? [] : ['--credential', credentialFile];
  return [
    'mount',
    '--foreground',
    ...named,
    ...credential,
    ...sloppy,
    ...options,
    '--',
    request.source,
    directory,
  ];
}

/** What the daemon says first, or what its silence means. */
function firstWord(daemon: ChildProcess, timeoutMs: number, clock: Clock): Promise<DaemonMessage> {
  const failed = (message: string): DaemonMessage => ({ kind: 'failed', message, isUnreachable: false });
  return new Promise((resolve) => {
    const timer = clock.after(timeoutMs, () =>
      resolve(
        failed(
          `not mounted after ${timeoutMs / 1_000} s; -o mount-timeout= gives it longer, its log may say why`,
        ),
      ),
    );
    const finish = (message: DaemonMessage): void => {
      timer.stop();
      resolve(message);
    };
    daemon.on('message', (value) =>
      finish(parseDaemonMessage(value) ?? failed('the daemon speaks in riddles')),
    );
    daemon.on('error', (err) => finish(failed(`cannot start the daemon: ${err.message}`)));
    daemon.on('exit', () => finish(failed('the daemon ended before it had mounted; see its log')));
  });
}

async function probe({ target }: MountPlan, timeoutMs: number, clock: Clock): Promise<void> {
  if (target.kind === 'descriptor') return; // Only mount.fuse3 knows where that is.
  const outcome = await runCommand('stat', ['--', target.path], { timeoutMs, clock });
  if (!hasSucceeded(outcome))
    throw new RefusedError(`mounted, but it does not answer: ${failureOf(outcome)}`);
}
