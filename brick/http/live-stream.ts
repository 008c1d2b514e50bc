import type { ServerResponse } from 'node:http';
import { messageOf } from '../../src/core/errors.js';
import { KIB } from '../../src/core/limits.js';
import type { Clock } from '../../src/runtime/clock.js';
import { beginEventStream, plainText, type HttpAnswer } from '../../src/runtime/http-server.js';
import type { Logger } from '../../src/runtime/logger.js';

const INTERVAL_MS = 1_000;
const LISTENERS_MAX = 32;
/** A page that takes nothing any more is left out of a round, and then let go: it comes again by itself. */
const BEHIND_BYTES = 64 * KIB;
const BEHIND_BYTES_MAX = 1_024 * KIB;

export interface LiveStreamDeps {
  readonly clock: Clock;
  readonly log: Logger;
  /** What to send each round, by the event's name; nothing where there is nothing new. */
  readonly look: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Sends every page the same, once a second; looks only while somebody watches. */
export class LiveStream {
  private readonly listeners = new Set<ServerResponse>();
  private running: Promise<void> | undefined;

  constructor(private readonly deps: LiveStreamDeps) {}

  /** @returns a refusal, or nothing when it goes on. */
  accept(response: ServerResponse): HttpAnswer | undefined {
    if (this.listeners.size >= LISTENERS_MAX) return plainText('too many are watching already', 503);
    beginEventStream(response);
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
    this.running ??= this.run().finally(() => (this.running = undefined));
    return undefined;
  }

  async close(): Promise<void> {
    for (const listener of this.listeners) listener.destroy();
    this.listeners.clear();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.listeners.size > 0) {
      try {
        this.send(await this.deps.look());
      } catch (error) {
        this.deps.log.warn('http.live_failed', { reason: messageOf(error) });
      }
      await this.deps.clock.sleep(INTERVAL_MS);
    }
  }

  private send(round: Readonly<Record<string, unknown>>): void {
    const text = Object.entries(round)
      .map(([name, document]) => `event: ${name}\ndata: ${JSON.stringify(document)}\n\n`)
      .join('');
    for (const listener of this.listeners) {
      if (listener.writableLength > BEHIND_BYTES_MAX) listener.destroy();
      else if (listener.writableLength <= BEHIND_BYTES) listener.write(text);
    }
  }
}
