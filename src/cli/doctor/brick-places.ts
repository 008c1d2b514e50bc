/** Where the bricks of this machine lie. */
import { lookup } from 'node:dns/promises';
import { statfs } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import type { VolumeRecord } from '../../client/admin-records.js';
import { messageOf } from '../../core/errors.js';
import { bytesText } from '../units.js';
import { brickText } from '../volume-report.js';
import { broken, ok, warning, type Finding } from './finding.js';

const FREE_SHARE_LOW = 0.1;
const FREE_SHARE_MIN = 0.02;

/** statfs(2), `f_type`: file systems on which a brick is not well kept. */
const UNFIT: Readonly<Record<number, { readonly name: string; readonly why: string }>> = {
  0x01021994: { name: 'tmpfs', why: 'is gone after a restart' },
  0x858458f6: { name: 'ramfs', why: 'is gone after a restart' },
  0x6969: { name: 'NFS', why: 'does not lock and sync as a local disk does' },
  0xff534d42: { name: 'CIFS', why: 'does not lock and sync as a local disk does' },
  0x65735546: { name: 'FUSE', why: 'may depend on hafs itself' },
  0x794c7630: { name: 'overlayfs', why: 'is slow, and goes with its container' },
};

export interface PlaceFacts {
  readonly type: number;
  readonly totalBytes: number;
  readonly availableBytes: number;
}

export async function brickPlaceChecks(volumes: readonly VolumeRecord[]): Promise<readonly Finding[]> {
  const findings = volumes
    .flatMap((volume) => volume.bricks)
    .map(async (brick) =>
      (await isHere(brick.address)) ? [await placeFinding(`brick ${brickText(brick)}`, brick.directory)] : [],
    );
  return (await Promise.all(findings)).flat();
}

/** How a directory lies that data is kept in. */
export async function placeFinding(check: string, directory: string): Promise<Finding> {
  try {
    return judgePlace(check, await factsOf(directory));
  } catch (err) {
    return placeFailure(check, directory, err);
  }
}

/** What this user may not see is no fault of the place. */
export function placeFailure(check: string, directory: string, err: unknown): Finding {
  const code = err instanceof Error && 'code' in err ? err.code : undefined;
  if (code === 'EACCES' || code === 'EPERM')
    return warning(check, `this user may not look at ${directory}`, 'run hafs doctor as root');
  return broken(check, `its directory cannot be used: ${messageOf(err)}`, 'see the log of the node');
}

async function factsOf(directory: string): Promise<PlaceFacts> {
  const { type, bsize, blocks, bavail } = await statfs(directory);
  return { type, totalBytes: bsize * blocks, availableBytes: bsize * bavail };
}

export function judgePlace(check: string, { type, totalBytes, availableBytes }: PlaceFacts): Finding {
  const free = `${bytesText(availableBytes)} of ${bytesText(totalBytes)} free`;
  const share = availableBytes / totalBytes;
  if (share < FREE_SHARE_MIN)
    return broken(check, `the disk is full: ${free}`, 'delete files, or give it a larger disk');
  const unfit = UNFIT[type];
  if (unfit !== undefined)
    return warning(
      check,
      `lies on ${unfit.name}, which ${unfit.why}`,
      'give it a disk of its own (ext4, XFS)',
    );
  return share < FREE_SHARE_LOW
    ? warning(check, `the disk is nearly full: ${free}`, 'make room')
    : ok(check, free);
}

const hostOf = (address: string): string => address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');

/** Whether an address is this machine's, by whatever name: /etc/hosts and the domain are asked. */
export async function isHere(address: string): Promise<boolean> {
  const host = hostOf(address);
  if (host === hostname()) return true;
  const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map((one) => one.address));
  // Debian has the machine's own name at 127.0.1.1, which no interface shows.
  const isOwn = (found: string): boolean =>
    found === '::1' || found.startsWith('127.') || own.includes(found);
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some((one) => isOwn(one.address));
}
