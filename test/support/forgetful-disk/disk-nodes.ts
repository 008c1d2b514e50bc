import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  type BigIntStats,
} from 'node:fs';
import { FileError } from '../../../src/core/errors.js';
import { fileTypeOf, type Attr } from '../../../src/core/attr.js';
import { ino } from '../../../src/core/ids.js';
import { LookupCounts } from '../../../mount/lookup-counts.js';
import type { Forget } from '../../../mount/protocol/kernel-request.js';
import { kernelNodeId, ROOT_NODE_ID, type KernelNodeId } from '../../../mount/protocol/request-ids.js';
import { UnsyncedData } from './unsynced-data.js';

const O_PATH = 0o10000000;
const TYPE_SHIFT = 12;
const MODE_BITS = 0o7777;
const BLOCK_BYTES = 512;
const NANOSECONDS = 1_000_000_000n;

/** A file or directory that the kernel knows, or that has un-synced changes; named by its number on the real disk. */
export interface DiskNode {
  readonly id: KernelNodeId;
  readonly fd: number;
  unsynced: UnsyncedData | undefined;
  /** The listing that is being read, so that changes meanwhile make it skip nothing. */
  listing: readonly string[];
}

/** While a node is here its file is open, so that the real disk does not give its number to another. */
export class DiskNodes {
  readonly counts = new LookupCounts();
  private readonly nodes = new Map<KernelNodeId, DiskNode>();
  private readonly rootIno: number;

  constructor(root: string) {
    this.rootIno = lstatSync(root).ino;
    this.add(root);
  }

  get(id: KernelNodeId): DiskNode {
    const node = this.nodes.get(id);
    if (node === undefined) throw new FileError('ESTALE');
    return node;
  }

  /** @throws what lstat throws. */
  at(path: string): DiskNode {
    return this.nodes.get(this.idOf(lstatSync(path).ino)) ?? this.add(path);
  }

  path(id: KernelNodeId): string {
    return readlinkSync(`/proc/self/fd/${this.get(id).fd}`);
  }

  attr(node: DiskNode): Attr {
    return attrOf(fstatSync(node.fd, { bigint: true }), node.id);
  }

  changing(node: DiskNode): UnsyncedData {
    node.unsynced ??= new UnsyncedData(node.fd);
    return node.unsynced;
  }

  /** Its changes are on disk, or of no interest any more. */
  settled(node: DiskNode): void {
    node.unsynced = undefined;
    this.closeUnused(node);
  }

  forget({ nodeid, nlookup }: Forget): void {
    const node = this.nodes.get(nodeid);
    if (this.counts.forget(nodeid, nlookup) && node !== undefined) this.closeUnused(node);
  }

  all(): readonly DiskNode[] {
    return [...this.nodes.values()];
  }

  private closeUnused(node: DiskNode): void {
    const isOpen = this.nodes.get(node.id) === node;
    if (!isOpen || this.counts.isHeld(node.id) || node.unsynced !== undefined) return;
    this.nodes.delete(node.id);
    closeSync(node.fd);
  }

  private idOf(realIno: number): KernelNodeId {
    return realIno === this.rootIno ? ROOT_NODE_ID : kernelNodeId(realIno);
  }

  private add(path: string): DiskNode {
    const stat = lstatSync(path);
    const flags = stat.isFile()
      ? constants.O_RDWR
      : stat.isDirectory()
        ? constants.O_RDONLY
        : O_PATH | constants.O_NOFOLLOW;
    const id = this.idOf(stat.ino);
    const node = { id, fd: openSync(path, flags), unsynced: undefined, listing: [] };
    this.nodes.set(id, node);
    return node;
  }
}

function attrOf(stat: BigIntStats, id: KernelNodeId): Attr {
  const time = (ns: bigint) => ({ seconds: Number(ns / NANOSECONDS), nanoseconds: Number(ns % NANOSECONDS) });
  return {
    ino: ino(id),
    type: fileTypeOf(Number(stat.mode) >> TYPE_SHIFT) ?? 'regular',
    mode: Number(stat.mode) & MODE_BITS,
    linkCount: Number(stat.nlink),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    rdev: Number(stat.rdev),
    sizeBytes: Number(stat.size),
    storedBytes: Number(stat.blocks) * BLOCK_BYTES,
    atime: time(stat.atimeNs),
    mtime: time(stat.mtimeNs),
    ctime: time(stat.ctimeNs),
    version: 0,
  };
}
