import { writeFile } from 'node:fs/promises';
import type { Logger } from '../../src/runtime/logger.js';

const CONNECTIONS_DIRECTORY = '/sys/fs/fuse/connections';

/** @param device `major:minor` of a mount; the minor is the connection's number. */
export const abortFile = (device: string): string =>
  `${CONNECTIONS_DIRECTORY}/${device.slice(device.indexOf(':') + 1)}/abort`;

/**
 * Cuts a connection that unmounting did not end: another mount namespace still shows the mount. Whoever
 * uses it there gets ENOTCONN. Works where the fusectl file system is mounted, as systemd does.
 */
export async function abortConnection(device: string, log: Logger): Promise<void> {
  try {
    await writeFile(abortFile(device), '1');
    log.warn('mount.connection_aborted', { device });
  } catch (err) {
    log.error('mount.connection_does_not_end', { device, err });
  }
}
