import { defined } from '../../src/core/assert.js';
import { ERRNO } from '../../src/core/errno.js';
import { InvalidRequestError, SessionExpiredError } from '../../src/core/errors.js';
import type { Logger } from '../../src/runtime/logger.js';
import { errnoOf } from '../errno-of.js';
import { inodesGiven, nodeOpened, type LookupCounts } from '../lookup-counts.js';
import { errorReply, type KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest } from '../protocol/kernel-request.js';
import type { RequestMeter } from '../metrics/request-meter.js';
import type { KernelNodeId, Unique } from '../protocol/request-ids.js';
import { answer, type Handlers } from './handler.js';

export interface RequestServerDeps {
  readonly handlers: Handlers;
  readonly counts: LookupCounts;
  /** Sends a reply; `false` when the kernel no longer waits for it, so that nothing in it counts. */
  readonly reply: (id: Unique, reply: KernelReply) => boolean;
  readonly log: Logger;
  /** Is told of every request, and of its answer. */
  readonly meter?: Pick<RequestMeter, 'begin'>;
}

/** Answers the kernel's requests, many at once, and counts the lookups that its replies give. */
export class RequestServer {
  /** Resolves when INIT was answered: from then on the mount works. */
  readonly initialized: Promise<void>;
  private readonly deps: RequestServerDeps;
  private readonly settleInit: { resolve: () => void; reject: (err: Error) => void };
  private readonly idleListeners: (() => void)[] = [];
  private underWayCount = 0;
  private isExpiryLogged = false;

  constructor(deps: RequestServerDeps) {
    this.deps = deps;
    let settle: typeof this.settleInit | undefined;
    this.initialized = new Promise((resolve, reject) => (settle = { resolve, reject }));
    this.initialized.catch(() => undefined); // Whoever waits for it sees the failure.
    this.settleInit = defined(settle);
  }

  async serve(request: KernelRequest): Promise<void> {
    this.underWayCount++;
    const answered = this.deps.meter?.begin(request);
    const reply = await this.answer(request);
    answered?.(reply);
    if (reply.kind !== 'none') this.deliver(request, reply);
    this.underWayCount--;
    if (this.underWayCount === 0) for (const listener of this.idleListeners.splice(0)) listener();
  }

  /** Resolves when every request taken so far has been answered. */
  async drained(): Promise<void> {
    if (this.underWayCount === 0) return;
    await new Promise<void>((resolve) => this.idleListeners.push(resolve));
  }

  private async answer(request: KernelRequest): Promise<KernelReply> {
    try {
      return await answer(this.deps.handlers, request);
    } catch (err) {
      if (err instanceof SessionExpiredError) this.logExpiry(err);
      return errorReply(errnoOf(err, this.deps.log));
    }
  }

  private deliver({ header, body }: KernelRequest, reply: KernelReply): void {
    const isDelivered = this.deps.reply(header.unique, reply);
    if (isDelivered) this.count(header.nodeid, reply);
    if (body.kind === 'init') this.finishInit(reply);
  }

  private count(nodeid: KernelNodeId, reply: KernelReply): void {
    const { counts } = this.deps;
    for (const attr of inodesGiven(reply)) counts.add(attr);
    const opened = nodeOpened(nodeid, reply);
    if (opened !== undefined) counts.opened(opened);
  }

  private finishInit(reply: KernelReply): void {
    if (reply.kind === 'init') this.settleInit.resolve();
    else
      this.settleInit.reject(new InvalidRequestError('the kernel speaks a FUSE protocol that hafs does not'));
  }

  /** Once: from here on every request fails alike until the volume is mounted anew. */
  private logExpiry(err: SessionExpiredError): void {
    if (this.isExpiryLogged) return;
    this.isExpiryLogged = true;
    this.deps.log.error('mount.session_expired', {
      err,
      errno: ERRNO.ESTALE,
      advice: 'unmount and mount again',
    });
  }
}
