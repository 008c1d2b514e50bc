import type { Ino } from '../../../../src/core/ids.js';
import { violationsOf } from '../../../support/linearizability/checker.js';
import type { Operation } from '../../../support/linearizability/history.js';
import {
  REGISTER,
  type RegisterInput,
  type RegisterOutput,
} from '../../../support/linearizability/models.js';
import type { SimClient } from '../sim-client.js';
import type { ClientCalls, ClientWorkload, Told } from './client-calls.js';

const SHARED_COUNT = 2;
/** Of all writes. */
const SHARED_SHARE = 0.5;

interface Register {
  readonly name: string;
  readonly ino: Ino;
  /** Every write has a value of its own; with one writer they rise. */
  tried: number;
  acked: number;
}

/** Files of one number: one that each client writes alone, and some that all write. Everybody reads all. */
export class Registers implements ClientWorkload {
  private readonly own: Register[] = [];
  private readonly shared: Register[] = [];
  private readonly history: Operation<RegisterInput, RegisterOutput>[] = [];
  readonly steps = [(client: SimClient) => this.write(client), (client: SimClient) => this.readOne(client)];

  constructor(private readonly calls: ClientCalls) {}

  async prepare(): Promise<void> {
    for (const { id } of this.calls.clients) this.own.push(await this.make(`reg-${id}`));
    for (let place = 0; place < SHARED_COUNT; place++) this.shared.push(await this.make(`shared-${place}`));
  }

  async check(): Promise<void> {
    for (const client of this.calls.clients) {
      for (const register of this.all) await this.read(client, register);
    }
    this.calls.violations.push(...violationsOf(REGISTER, this.history));
  }

  private async make(name: string): Promise<Register> {
    return { name, ino: await this.calls.make(name), tried: 0, acked: 0 };
  }

  private get all(): readonly Register[] {
    return [...this.own, ...this.shared];
  }

  private async write(client: SimClient): Promise<void> {
    const { random } = this.calls.cluster;
    const register = random.chance(SHARED_SHARE) ? random.pick(this.shared) : this.own[client.id]!;
    const value = ++register.tried;
    const { ino } = register;
    const told = await this.calls.record(client, {
      history: this.history,
      object: register.name,
      input: { kind: 'write', value },
      operation: { kind: 'write', ino, offsetBytes: 0, append: false, sync: false, data: valueBytes(value) },
      outputOf: (told) => (told.kind === 'ok' ? value : undefined),
    });
    if (told.kind === 'ok') register.acked = value;
  }

  private readOne(client: SimClient): Promise<void> {
    return this.read(client, this.calls.cluster.random.pick(this.all));
  }

  private async read(client: SimClient, register: Register): Promise<void> {
    const ackedBefore = register.acked;
    const told = await this.calls.record(client, {
      history: this.history,
      object: register.name,
      input: { kind: 'read' },
      operation: { kind: 'read', ino: register.ino, offsetBytes: 0, lengthBytes: 8 },
      outputOf: valueIn,
    });
    const value = told.kind === 'unknown' ? undefined : valueIn(told);
    if (value !== undefined && this.own.includes(register)) this.compare(register, value, ackedBefore);
  }

  /** The values of a register with one writer rise. */
  private compare(register: Register, value: number, ackedBefore: number): void {
    const { violations } = this.calls;
    const { name, tried } = register;
    if (value < ackedBefore) violations.push(`stale read of ${name}: ${value}, acknowledged ${ackedBefore}`);
    if (value > tried) violations.push(`read of ${value} from ${name}, which was never written`);
  }
}

function valueBytes(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

function valueIn(told: Told): number | undefined {
  if (told.kind !== 'ok' || told.reply.kind !== 'data') return undefined;
  const { data } = told.reply;
  return data.length < 8 ? 0 : Buffer.from(data).readDoubleBE();
}
