/**
 * Mounts so that the kernel keeps what it knows of the ACLs at the top of the mount. It makes the inode of a superblock's
 * root before it has asked whether there are ACLs, and marks it as one whose ACLs are not kept (fs/fuse/inode.c,
 * `fuse_init_inode`); since Linux 6.6.148, 6.12.101 and 6.18.42 that stays so (fs/posix_acl.c, `__forget_cached_acl`), and
 * every look at any path below asks for the ACL of the root. So the superblock is mounted where nobody sees it, and what
 * people see is a directory in it, that the kernel learns of later: the same directory of the volume.
 */
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attr } from '../../src/core/attr.js';
import { RefusedError } from '../../src/core/errors.js';
import { ino } from '../../src/core/ids.js';
import type { Clock } from '../../src/runtime/clock.js';
import { NOT_VALID, type KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest } from '../protocol/kernel-request.js';
import { ANCHOR_NODE_ID, ROOT_NODE_ID } from '../protocol/request-ids.js';
import { failureOf, hasSucceeded, runCommand } from '../run-command.js';

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
  static async prepare(clock: Clock): Promise<Anchor | undefined> {
    const anchor = new Anchor(await mkdtemp(join(tmpdir(), 'hafs-mount-')), clock);
    const { hidden } = anchor;
    if ((await anchor.run('mount', '--bind', '--', hidden, hidden)) === undefined) {
      if ((await anchor.run('umount', '-i', '--', hidden)) === undefined) return anchor;
    }
    await rmdir(hidden);
    return undefined;
  }

  /** @returns what to tell the kernel when it asks for the directory that is to be seen; `undefined` for all else. */
  answer({ header, body }: KernelRequest): KernelReply | undefined {
    const isAsked = this.isWanted && body.kind === 'lookup' && header.nodeid === ROOT_NODE_ID;
    if (!isAsked || Buffer.from(body.name).toString() !== ANCHOR_NAME) return undefined;
    return { kind: 'entry', attr: ANY_DIRECTORY, valid: NOT_VALID, nodeid: ANCHOR_NODE_ID };
  }

  /** Shows the directory at its place; requests must be answered meanwhile. @throws {RefusedError} with mount(8)'s reason. */
  async drop(directory: string): Promise<void> {
    try {
      const from = join(this.hidden, ANCHOR_NAME);
      const failure = await this.run('mount', '-c', '--bind', '--', from, directory);
      if (failure !== undefined) throw new RefusedError(`cannot mount: ${failure}`);
    } finally {
      this.isWanted = false;
      await this.clear();
    }
  }

  /** The superblock stays for as long as it is mounted elsewhere. */
  async clear(): Promise<void> {
    await this.run('umount', '-i', '-l', '--', this.hidden);
    // An empty directory that stays does no harm.
    await rmdir(this.hidden).catch(() => undefined);
  }

  /** @returns why it failed, if it did. */
  private async run(command: string, ...args: string[]): Promise<string | undefined> {
    const outcome = await runCommand(command, args, { timeoutMs: TIMEOUT_MS, clock: this.clock });
    return hasSucceeded(outcome) ? undefined : failureOf(outcome);
  }
}
