import { ROOT_INO, type Ino } from '../../../../src/core/ids.js';
import { violationsOf } from '../../../support/linearizability/checker.js';
import { known, type Operation } from '../../../support/linearizability/history.js';
import { logModel, type LogInput, type LogOutput } from '../../../support/linearizability/log-model.js';
import { countBy } from '../../../support/linearizability/models.js';
import type { SimClient } from '../sim-client.js';
import type { ClientCalls, ClientWorkload, Told } from './client-calls.js';

const RECORD_BYTES = 16;
const READ_SHARE = 0.15;
const READ_BACK_RECORDS = 5;
const READ_BYTES_MAX = 65_536;

/** One file that all clients append to, and read the end of. */
export class AppendLog implements ClientWorkload {
  private ino: Ino = ROOT_INO;
  private recordCount = 0;
  /** As far as anybody was told. */
  private length = 0;
  private readonly appends = new Map<string, 'acked' | 'unknown'>();
  private readonly history: Operation<LogInput, LogOutput>[] = [];
  readonly steps = [(client: SimClient) => this.step(client)];

  constructor(private readonly calls: ClientCalls) {}

  async prepare(): Promise<void> {
    this.ino = await this.calls.make('log');
  }

  /** What was acknowledged is there, once; nothing else is. */
  async check(): Promise<void> {
    const calledAt = this.calls.nowMs;
    const records = recordsIn(await this.calls.readAll(this.ino));
    const times = { calledAt, returnedAt: this.calls.nowMs };
    const input = { kind: 'read', fromPlace: 0 } as const;
    this.history.push({ process: 'end', object: 'log', input, outcome: known(records), ...times });
    this.compare(records);
    this.calls.violations.push(...violationsOf(logModel(), this.history));
  }

  private async step(client: SimClient): Promise<void> {
    if (this.calls.cluster.random.chance(READ_SHARE)) await this.readEnd(client);
    else await this.append(client);
  }

  private async append(client: SimClient): Promise<void> {
    const record = `${client.id}-${++this.recordCount}`.padEnd(RECORD_BYTES - 1) + '\n';
    const data = Buffer.from(record);
    const told = await this.calls.record(client, {
      history: this.history,
      object: 'log',
      input: { kind: 'append', record },
      operation: { kind: 'write', ino: this.ino, offsetBytes: 0, append: true, sync: false, data },
      outputOf: placeIn,
    });
    if (told.kind === 'refused') return;
    this.appends.set(record, told.kind === 'ok' ? 'acked' : 'unknown');
    this.length = Math.max(this.length, 1 + (placeIn(told) ?? 0));
  }

  private async readEnd(client: SimClient): Promise<void> {
    const fromPlace = Math.max(0, this.length - READ_BACK_RECORDS);
    const offsetBytes = fromPlace * RECORD_BYTES;
    await this.calls.record<LogInput, LogOutput>(client, {
      history: this.history,
      object: 'log',
      input: { kind: 'read', fromPlace },
      operation: { kind: 'read', ino: this.ino, offsetBytes, lengthBytes: READ_BYTES_MAX },
      outputOf: (told) =>
        told.kind === 'ok' && told.reply.kind === 'data' ? recordsIn(told.reply.data) : undefined,
    });
  }

  private compare(records: readonly string[]): void {
    const { violations } = this.calls;
    const seen = countBy(records, (record) => record);
    for (const [record, count] of seen) if (count > 1) violations.push(`applied ${count} times: ${record}`);
    for (const [record, state] of this.appends) {
      if (state === 'acked' && !seen.has(record)) violations.push(`acknowledged append lost: ${record}`);
    }
    for (const record of seen.keys())
      if (!this.appends.has(record)) violations.push(`unknown record: ${record}`);
  }
}

function placeIn(told: Told): number | undefined {
  if (told.kind !== 'ok' || told.reply.kind !== 'written') return undefined;
  return told.reply.offsetBytes / RECORD_BYTES;
}

function recordsIn(data: Uint8Array): string[] {
  const text = Buffer.from(data).toString();
  const count = Math.ceil(text.length / RECORD_BYTES);
  return Array.from({ length: count }, (_, at) => text.slice(at * RECORD_BYTES, (at + 1) * RECORD_BYTES));
}
