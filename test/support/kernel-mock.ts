import { accessTimesKept } from '../../mount/access-times.js';
import { kernelOperations, type KernelOperations } from '../../mount/operations/kernel-operations.js';
import { RequestServer } from '../../mount/operations/request-server.js';
import { OpenFileTable } from '../../mount/open-files/open-file-table.js';
import { NodeMap } from '../../mount/node-map.js';
import type { KernelReply } from '../../mount/protocol/kernel-reply.js';
import type { RequestBody } from '../../mount/protocol/kernel-request.js';
import { kernelNodeId, unique } from '../../mount/protocol/request-ids.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import type { Attr } from '../../src/core/attr.js';
import { assert, defined } from '../../src/core/assert.js';
import type { Clock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { uncached } from './uncached.js';

export const CALLER = { uid: 33, gid: 34 };

/** The kernel's side of a mount: asks, and keeps the replies. */
export class KernelMock {
  readonly operations: KernelOperations;
  /** What a reader thread would have opened by itself. */
  readonly openFiles = new OpenFileTable();
  /** Set to false: the kernel has given up waiting. */
  isWaiting = true;
  private readonly server: RequestServer;
  private readonly replies = new Map<bigint, KernelReply>();
  private readonly served = new Map<bigint, Promise<void>>();
  private lastUnique = 0n;

  constructor(
    volume: FileVolume,
    clock: Clock,
    nodes = new NodeMap(),
    kernelOptions: readonly string[] = [],
  ) {
    this.operations = kernelOperations({
      volume,
      nodes,
      ...uncached(clock),
      openFiles: this.openFiles,
      accessTimesKept: accessTimesKept(kernelOptions),
      clock,
      log: silentLogger,
    });
    const { handlers, counts } = this.operations;
    const reply = (id: bigint, given: KernelReply): boolean => {
      this.replies.set(id, given);
      return this.isWaiting;
    };
    this.server = new RequestServer({ handlers, counts, reply, log: silentLogger });
  }

  /** @returns the request's `unique`; its reply comes when it comes. */
  send(nodeid: number, body: RequestBody): bigint {
    const id = unique((this.lastUnique += 2n));
    const header = { unique: id, nodeid: kernelNodeId(nodeid), caller: CALLER };
    this.served.set(
      id,
      this.server.serve({ header, body }).finally(() => this.served.delete(id)),
    );
    return id;
  }

  /** Waits for the request to be done with; its reply, if there is one, is not kept. */
  async taken(id: bigint): Promise<KernelReply | undefined> {
    await this.served.get(id);
    const reply = this.replies.get(id);
    this.replies.delete(id);
    return reply;
  }

  replyTo(id: bigint): KernelReply | undefined {
    return this.replies.get(id);
  }

  /** `undefined` when the request gets no reply. */
  async ask(nodeid: number, body: RequestBody): Promise<KernelReply | undefined> {
    const id = this.send(nodeid, body);
    await this.server.drained();
    return this.replyTo(id);
  }

  async makeFile(name: string, parent = 1): Promise<Attr> {
    const create = {
      kind: 'create',
      name: Buffer.from(name),
      mode: 0o100644,
      umask: 0o22,
      isExclusive: true,
      isAppend: false,
    } as const;
    const reply = defined(await this.ask(parent, create));
    assert(reply.kind === 'created', `create was answered with ${reply.kind}`);
    return reply.attr;
  }

  async makeDirectory(name: string, parent = 1): Promise<Attr> {
    const reply = defined(
      await this.ask(parent, { kind: 'mkdir', name: Buffer.from(name), mode: 0o755, umask: 0o22 }),
    );
    assert(reply.kind === 'entry', `mkdir was answered with ${JSON.stringify(reply)}`);
    return reply.attr;
  }

  get drained(): Promise<void> {
    return this.server.drained();
  }
}
