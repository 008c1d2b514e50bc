import { join } from 'node:path';
import { MIB } from '../../src/core/limits.js';
import { wallMs, type Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import { BoundedLines } from '../bounded-lines.js';
import { EVENT_KINDS, type EventKind, type Severity } from './event-kinds.js';

/** Events that a node remembers. */
export const EVENTS_KEPT_MAX = 2_000;
const FILE_BYTES_MAX = MIB;

/** One node's word that something has happened. */
export interface NodeEvent {
  /** Rises by one on this node, also across restarts. */
  readonly sequence: number;
  /** Since 1970, by this node's clock. */
  readonly atMs: number;
  readonly kind: EventKind;
  readonly severity: Severity;
  /** Empty: of the pool, or of the node. */
  readonly volume: string;
  readonly message: string;
}

/** What those who notice something say. */
export type Tell = (kind: EventKind, message: string, volume?: string) => void;

export interface EventLogDeps {
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What has happened, as this node has noticed it: the newest, across its restarts. */
export class EventLog {
  private readonly listeners = new Set<(event: NodeEvent) => void>();

  private constructor(
    private readonly lines: BoundedLines<NodeEvent>,
    private readonly kept: NodeEvent[],
    private readonly deps: EventLogDeps,
  ) {}

  static async open(deps: EventLogDeps): Promise<EventLog> {
    const path = join(deps.directory, 'events.jsonl');
    const options = { path, fileBytesMax: FILE_BYTES_MAX, log: deps.log };
    const { lines, records } = await BoundedLines.open(options, isEvent);
    return new EventLog(lines, records.slice(-EVENTS_KEPT_MAX), deps);
  }

  readonly tell: Tell = (kind, message, volume = '') => {
    const severity = EVENT_KINDS[kind];
    const atMs = wallMs(this.deps.clock);
    const event = { sequence: this.lastSequence + 1, atMs, kind, severity, volume, message };
    this.kept.push(event);
    if (this.kept.length > EVENTS_KEPT_MAX) this.kept.shift();
    this.lines.append(event);
    this.deps.log.info('node.event', { kind, message, ...(volume === '' ? {} : { volume }) });
    for (const listener of this.listeners) listener(event);
  };

  get lastSequence(): number {
    return this.kept.at(-1)?.sequence ?? 0;
  }

  /** Oldest first. */
  since(sequence: number): readonly NodeEvent[] {
    return this.kept.filter((event) => event.sequence > sequence);
  }

  /** @returns what ends it. */
  onEvent(listener: (event: NodeEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.lines.close();
  }
}

function isEvent(value: unknown): value is NodeEvent {
  const { sequence, atMs, kind, message, volume } = (value ?? {}) as Partial<NodeEvent>;
  const isText = typeof message === 'string' && typeof volume === 'string';
  return (
    isText && Number.isSafeInteger(sequence) && Number.isSafeInteger(atMs) && (kind ?? '') in EVENT_KINDS
  );
}
