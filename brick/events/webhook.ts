import { messageOf } from '../../src/core/errors.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { CountMetric } from '../../src/runtime/metrics.js';
import type { NodeEvent } from './event-log.js';

/** Events that wait for a receiver that is slow or away; older ones are dropped. */
const WAITING_MAX = 256;
const DELIVERY_TIMEOUT_MS = 5_000;
const TRIES_MAX = 5;
const RETRY_MS_MIN = 500;

export interface WebhookDeps {
  /** As the pool has it now. */
  readonly url: () => string | undefined;
  /** Name of this node. */
  readonly node: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly delivered: CountMetric;
  readonly dropped: CountMetric;
}

/** Posts each event of this node to the pool's webhook, one after the other, as one JSON document each. */
export class Webhook {
  private readonly waiting: NodeEvent[] = [];
  private readonly closed = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly deps: WebhookDeps) {}

  send(event: NodeEvent): void {
    if (this.deps.url() === undefined || this.closed.signal.aborted) return;
    this.waiting.push(event);
    if (this.waiting.length > WAITING_MAX) {
      this.waiting.shift();
      this.deps.dropped.add();
    }
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  /** What waits is dropped. */
  async close(): Promise<void> {
    this.closed.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let event = this.waiting.shift(); event !== undefined; event = this.waiting.shift()) {
      if (this.closed.signal.aborted) return;
      await this.deliver(event);
    }
  }

  private async deliver(event: NodeEvent): Promise<void> {
    for (let tries = 1; ; tries++) {
      const failure = await this.post(event);
      if (failure === undefined) {
        this.deps.delivered.add();
        return;
      }
      if (tries === TRIES_MAX || this.closed.signal.aborted) {
        this.deps.dropped.add();
        this.deps.log.warn('node.webhook_failed', { event: event.kind, reason: failure });
        return;
      }
      const pauseMs = RETRY_MS_MIN * 2 ** (tries - 1);
      await this.deps.clock.sleep(pauseMs, this.closed.signal).catch(() => undefined);
    }
  }

  /** @returns why it was not taken. */
  private async post(event: NodeEvent): Promise<string | undefined> {
    const url = this.deps.url();
    if (url === undefined) return 'the option was reset';
    const overdue = new AbortController();
    const timer = this.deps.clock.after(DELIVERY_TIMEOUT_MS, () => overdue.abort());
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ node: this.deps.node, ...event }),
        redirect: 'error',
        signal: AbortSignal.any([overdue.signal, this.closed.signal]),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `HTTP status ${response.status}`;
    } catch (error) {
      return messageOf(error);
    } finally {
      timer.stop();
    }
  }
}
