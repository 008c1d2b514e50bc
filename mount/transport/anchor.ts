/**
 * Mounts so that the kernel keeps what it knows of the ACLs at the top of the mount. It makes the inode of a superblock's
 * root before it has asked whether there are ACLs, and marks it as one whose ACLs are not kept (fs/fuse/inode.c,
 * `fuse_init_inode`); since Linux 6.6.148, 6.12.101 and 6.18.42 that stays so (fs/posix_acl.c, `__forget_cached_acl`), and
 * every look at any path below asks for the ACL of the root. So the superblock is mounted where nobody but root gets to, and what
 * people see is a directory in it, that the kernel learns of later: the same directory of the volume.
 * Source: docs/decisions/0008-anchored-mounts.md.
 */
import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Attr } from '../../src/core/attr.js';
import { RefusedError } from '../../src/core/errors.js';
import { ino } from '../../src/core/ids.js';
import type { Clock } from '../../src/runtime/clock.js';
import { NOT_VALID, type KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest } from '../protocol/kernel-request.js';
import { ANCHOR_NODE_ID, ROOT_NODE_ID } from '../protocol/request-ids.js';
import { clearDeadMounts } from '../mount-point.js';
import { HAFS_MOUNT_TYPE, readMountTable } from '../mount-table.js';
import { failureOf, hasSucceeded, runCommand } from '../run-command.js';

/** Where its directory of mode 0700 may lie, that keeps everybody else out: the mount covers its own mode. */
const PLACES = ['/run', '/tmp'];
const PREFIX = 'hafs-mount-';
const HIDDEN = new RegExp(`^(${PLACES.join('|')})/${PREFIX}\\w{6}/top$`);
/** Seen in the mount table, as the part of the source that is mounted. */
const ANCHOR_NAME = 'volume';
const TIMEOUT_MS = 10_000;
const NEVER = { seconds: 0, nanoseconds: 0 };
/** Not valid for any time: the kernel asks for the true ones. */
const ANY_DIRECTORY: Attr = {
  ino: ino(ROOT_NODE_ID),
  type: 'directory',
  mode: 0o755,
  linkCount: 2,
  uid: 0,
  gid: 0,
  rdev: 0,
  sizeBytes: 0,
  storedBytes: 0,
  atime: NEVER,
  mtime: NEVER,
  ctime: NEVER,
  version: 0,
};

export class Anchor {
  private isWanted = true;

  private constructor(
    /** Where to mount the superblock. */
    readonly hidden: string,
    private readonly clock: Clock,
  ) {}

  /** @returns `undefined` where a directory cannot be mounted at another place. */
  static async prepare(directory: string, clock: Clock): Promise<Anchor | undefined> {
    for (const place of PLACES.filter((one) => !isBelow(one, directory))) {
      const hidden = await hiddenPlace(place);
      if (hidden === undefined) continue;
      const anchor = new Anchor(hidden, clock);
      const isBound = (await anchor.run('mount', '--bind', '--', hidden, hidden)) === undefined;
      if (isBound && (await anchor.run('umount', '-i', '--', hidden)) === undefined) return anchor;
      await anchor.clear();
    }
    return undefined;
  }

  /**
   * @returns what to tell the kernel when it asks for the directory that is to be seen, or what is above it, while nobody else
   * can; `undefined` for all else.
   */
  answer({ header, body }: KernelRequest): KernelReply | undefined {
    if (!this.isWanted || header.nodeid !== ROOT_NODE_ID) return undefined;
    if (body.kind === 'getattr') return { kind: 'attr', attr: ANY_DIRECTORY, validMs: 0 };
    if (body.kind !== 'lookup' || Buffer.from(body.name).toString() !== ANCHOR_NAME) return undefined;
    return { kind: 'entry', attr: ANY_DIRECTORY, valid: NOT_VALID, nodeid: ANCHOR_NODE_ID };
  }

  /**
   * Shows the directory at its place; requests must be answered meanwhile.
   * @param options for mount(8) to write down. @throws {RefusedError} with mount(8)'s reason; it is shown nowhere then.
   */
  async drop(directory: string, options: readonly string[]): Promise<void> {
    const from = join(this.hidden, ANCHOR_NAME);
    const failure = await this.run(
      'mount',
      '-c',
      '-o',
      ['bind', ...options].join(','),
      '--',
      from,
      directory,
    );
    this.isWanted = false;
    const left = await this.clear();
    if (failure !== undefined) throw new RefusedError(`cannot mount: ${failure}`);
    if (left === undefined) return;
    await this.run('umount', '-i', '-l', '--', directory);
    throw new RefusedError(`cannot mount: cannot clear ${this.hidden}: ${left}`);
  }

  /** The superblock stays for as long as it is mounted elsewhere. @returns why it is still there, if it is. */
  async clear(): Promise<string | undefined> {
    const failure = await this.run('umount', '-i', '-l', '--', this.hidden);
    const isLeft = (await readMountTable()).some(({ mountPoint }) => mountPoint === this.hidden);
    if (isLeft) return failure ?? 'it is mounted more than once';
    await removeHidden(this.hidden);
    return undefined;
  }

  /** @returns why it failed, if it did. */
  private async run(command: string, ...args: string[]): Promise<string | undefined> {
    const outcome = await runCommand(command, args, { timeoutMs: TIMEOUT_MS, clock: this.clock });
    return hasSucceeded(outcome) ? undefined : failureOf(outcome);
  }
}

const isBelow = (place: string, directory: string): boolean =>
  place === directory || place.startsWith(`${directory}/`);

/** @returns a directory that only root gets to; `undefined` where there cannot be one. */
async function hiddenPlace(place: string): Promise<string | undefined> {
  try {
    const hidden = join(await mkdtemp(join(place, PREFIX)), 'top');
    await mkdir(hidden);
    return hidden;
  } catch {
    return undefined;
  }
}

/** What is not empty is not ours to empty, and an empty directory that stays does no harm. */
async function removeHidden(hidden: string): Promise<void> {
  for (const directory of [hidden, dirname(hidden)]) await rmdir(directory).catch(() => undefined);
}

/** Takes away what is left of mounts whose process was killed before they were shown. */
export async function clearDeadAnchors(clock: Clock): Promise<void> {
  const anchored = (await readMountTable()).filter(
    // Not what is bound to try whether that can be done: it is about to be used.
    ({ mountPoint, type }) => type === HAFS_MOUNT_TYPE && HIDDEN.test(mountPoint),
  );
  for (const { mountPoint } of anchored) {
    await clearDeadMounts(mountPoint, clock);
    await removeHidden(mountPoint);
  }
}
