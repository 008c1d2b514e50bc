/** What systemd is told of a service of `Type=notify` (sd_notify(3)). */
import { spawn } from 'node:child_process';
import { environmentVariable } from './config.js';
import type { Logger } from './logger.js';

/** Node speaks no datagrams over local sockets; systemd's own program does, and waits until it was heard. */
const PROGRAM = 'systemd-notify';
const TIMEOUT_MS = 5_000;

export type ServiceState = 'READY=1' | 'STOPPING=1';

/**
 * Says it, and waits until systemd has heard it. Does nothing where nobody listens. Never fails: a service that cannot
 * say that it is ready serves all the same.
 */
export function tellServiceManager(state: ServiceState, status: string, log: Logger): Promise<void> {
  if (environmentVariable('NOTIFY_SOCKET') === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const told = spawn(PROGRAM, [state, `STATUS=${status}`, `MAINPID=${process.pid}`], {
      stdio: 'ignore',
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    const end = (problem?: string): void => {
      if (problem !== undefined) log.warn('service_manager.not_told', { state, problem });
      resolve();
    };
    told.on('error', (err) => end(err.message));
    told.on('exit', (code, signal) => end(code === 0 ? undefined : `exit ${code ?? signal ?? 'unknown'}`));
  });
}
