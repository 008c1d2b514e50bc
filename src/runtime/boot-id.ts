import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Another text after each start of the machine (random(4)). */
const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';

/** Where the machine does not tell, each process counts as a boot of its own: bricks then doubt too often, never too rarely. */
export function readBootId(): string {
  try {
    return readFileSync(BOOT_ID_FILE, 'utf8').trim();
  } catch {
    return randomUUID();
  }
}
