import { assert } from '../../../src/core/assert.js';
import { errnoName } from '../../../src/core/errno.js';
import { FileError } from '../../../src/core/errors.js';
import type { Forget, KernelRequest, RequestBody } from '../../protocol/kernel-request.js';
import type { KernelReply } from '../../protocol/kernel-reply.js';
import { ROOT_NODE_ID, unique, type KernelNodeId, type Unique } from '../../protocol/request-ids.js';

export type ReplyTo<K extends KernelReply['kind']> = Extract<KernelReply, { readonly kind: K }>;

/** Who asks is not told to us, so that everything is asked for root. */
const CALLER = { uid: 0, gid: 0 };

/** Asks the mount's operations as the kernel would, request by request. */
export class RequestExchange {
  private readonly waiting = new Map<Unique, (reply: KernelReply) => void>();
  private last = 0n;

  constructor(private readonly onRequest: (request: KernelRequest) => void) {}

  /** @throws {FileError} with the errno that the operation is refused with. */
  async ask<K extends KernelReply['kind']>(
    nodeid: KernelNodeId,
    body: RequestBody,
    kind: K,
  ): Promise<ReplyTo<K>> {
    const reply = await new Promise<KernelReply>((resolve) => {
      const id = this.nextId();
      this.waiting.set(id, resolve);
      this.onRequest({ header: { unique: id, nodeid, caller: CALLER }, body });
    });
    if (reply.kind === 'error') throw new FileError(errnoName(reply.errno) ?? 'EIO');
    if (reply.kind === 'missing') throw new FileError('ENOENT');
    assert(reply.kind === kind, `${body.kind} was answered with ${reply.kind}`);
    return reply as ReplyTo<K>;
  }

  /** Gives lookups back. */
  forget(nodes: readonly KernelNodeId[]): void {
    if (nodes.length === 0) return;
    const forgets: Forget[] = nodes.map((nodeid) => ({ nodeid, nlookup: 1 }));
    const header = { unique: this.nextId(), nodeid: ROOT_NODE_ID, caller: CALLER };
    this.onRequest({ header, body: { kind: 'forget', forgets } });
  }

  /** @returns `false` when nobody waits for it. */
  reply(id: Unique, reply: KernelReply): boolean {
    const answer = this.waiting.get(id);
    this.waiting.delete(id);
    answer?.(reply);
    return answer !== undefined;
  }

  private nextId(): Unique {
    return unique(++this.last);
  }
}
