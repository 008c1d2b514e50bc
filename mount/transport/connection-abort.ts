import { writeFile } from 'node:fs/promises';
import type { Logger } from '../../src/runtime/logger.js';

const CONNECTIONS_DIRECTORY = '/sys/fs/fuse/connections';

/**
 * Cuts a connection that unmounting did not end: another mount namespace still shows the mount. Whoever
 * uses it there gets ENOTCONN. Works where the fusectl file system is mounted, as systemd does.
 */
export async function abortConnection(device: string, log: Logger): Promise<void> {
  const connection = device.slice(device.indexOf(':') + 1);
  try {
    await writeFile(`${CONNECTIONS_DIRECTORY}/${connection}/abort`, '1');
    log.warn('mount.connection_aborted', { device });
  } catch (err) {
    log.error('mount.connection_does_not_end', { device, err });
  }
}
