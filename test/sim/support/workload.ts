import { FileError, HafsError } from '../../../src/core/errors.js';
import { ROOT_INO, type Ino } from '../../../src/core/ids.js';
import type { FileOperation, FileReply, Mutation } from '../../../src/core/operation.js';
import type { SimClient } from './sim-client.js';
import type { SimCluster } from './sim-cluster.js';

const OPERATION_DEADLINE_MS = 8_000;
const RECORD_BYTES = 16;
const CALLER = { uid: 1, gid: 1 };
const name = (text: string): Uint8Array => Buffer.from(text);

const makeFile = (parent: Ino, text: string, exclusive = true): Mutation => ({
  kind: 'make',
  parent,
  name: name(text),
  type: 'regular',
  mode: 0o644,
  rdev: 0,
  exclusive,
  caller: CALLER,
});

type Outcome =
  | { readonly kind: 'ok'; readonly reply: FileReply }
  | { readonly kind: 'refused'; readonly errno: string }
  | { readonly kind: 'unknown' };

/** What the clients were told; at the end the volume must agree with it. */
export class Workload {
  private readonly clients: SimClient[];
  private readonly violations: string[] = [];
  private readonly registers: { acked: number; tried: number; ino: Ino }[] = [];
  private readonly appends = new Map<string, 'acked' | 'unknown'>();
  private readonly winners = new Map<string, string[]>();
  private readonly exclusiveUnknown = new Set<string>();
  private logIno: Ino = ROOT_INO;
  private stopped = false;
  operations = 0;
  unknown = 0;

  constructor(
    private readonly cluster: SimCluster,
    clientCount: number,
  ) {
    this.clients = Array.from({ length: clientCount }, (_, id) => cluster.client(id));
  }

  async prepare(): Promise<void> {
    await this.cluster.complete(Promise.all(this.clients.map((client) => client.open())));
    await this.cluster.complete(this.makeFiles());
  }

  /** Starts every client; each goes on until `stop`. @returns resolves when the last one has ended. */
  start(): Promise<unknown> {
    return Promise.all(
      this.clients.flatMap((client) => [
        this.loop(() => this.writeRegister(client)),
        this.loop(() => this.readRegister(client)),
        this.loop(() => this.append(client)),
        this.loop(() => this.raceExclusive(client)),
        this.loop(() => this.renameAway(client)),
      ]),
    );
  }

  stop(): void {
    this.stopped = true;
  }

  /** After settling: what was acknowledged is there, once; nothing else is. */
  async check(): Promise<void> {
    const checks = Promise.all([this.checkRegisters(), this.checkAppends(), this.checkExclusive()]);
    await this.cluster.complete(checks);
    const all = [...this.violations, ...this.cluster.broken];
    if (all.length > 0) throw new Error(all.slice(0, 10).join('\n'));
  }

  private async makeFiles(): Promise<void> {
    for (const client of this.clients) {
      const reply = await client.execute(makeFile(ROOT_INO, `reg-${client.id}`), OPERATION_DEADLINE_MS);
      this.registers.push({ acked: 0, tried: 0, ino: (reply as FileReply & { kind: 'entry' }).attr.ino });
    }
    const log = await this.clients[0]!.execute(makeFile(ROOT_INO, 'log'), OPERATION_DEADLINE_MS);
    this.logIno = (log as FileReply & { kind: 'entry' }).attr.ino;
  }

  private async loop(step: () => Promise<void>): Promise<void> {
    while (!this.stopped) {
      await step();
      await this.pause(this.cluster.random.between(0, 40));
    }
  }

  private async writeRegister(client: SimClient): Promise<void> {
    const register = this.registers[client.id]!;
    const value = ++register.tried;
    const outcome = await this.execute(client, {
      kind: 'write',
      ino: register.ino,
      offsetBytes: 0,
      append: false,
      sync: false,
      data: valueBytes(value),
    });
    if (outcome.kind === 'ok') register.acked = value;
    if (outcome.kind === 'refused') this.mustBeFull('write', outcome.errno);
  }

  private async readRegister(client: SimClient): Promise<void> {
    const register = this.cluster.random.pick(this.registers);
    const ackedBefore = register.acked;
    const outcome = await this.execute(client, {
      kind: 'read',
      ino: register.ino,
      offsetBytes: 0,
      lengthBytes: 8,
    });
    if (outcome.kind === 'refused') this.violations.push(`read refused: ${outcome.errno}`);
    if (outcome.kind !== 'ok' || outcome.reply.kind !== 'data') return;
    const value = valueOf(outcome.reply.data);
    if (value < ackedBefore)
      this.violations.push(`stale read: ${value} after ${ackedBefore} was acknowledged`);
    if (value > register.tried) this.violations.push(`read of ${value}, which was never written`);
  }

  private async append(client: SimClient): Promise<void> {
    const record = `${client.id}-${++this.operations}`.padEnd(RECORD_BYTES - 1) + '\n';
    const data = Buffer.from(record);
    const outcome = await this.execute(client, {
      kind: 'write',
      ino: this.logIno,
      offsetBytes: 0,
      append: true,
      sync: false,
      data,
    });
    if (outcome.kind === 'refused') this.mustBeFull('append', outcome.errno);
    else this.appends.set(record, outcome.kind === 'ok' ? 'acked' : 'unknown');
  }

  private async raceExclusive(client: SimClient): Promise<void> {
    const lock = `lock-${Math.floor(this.cluster.scheduler.nowMs / 200)}`;
    const outcome = await this.execute(client, makeFile(ROOT_INO, lock));
    if (outcome.kind === 'ok') this.winners.set(lock, [...(this.winners.get(lock) ?? []), String(client.id)]);
    if (outcome.kind === 'unknown') this.exclusiveUnknown.add(lock);
    if (outcome.kind === 'refused' && outcome.errno !== 'EEXIST') this.mustBeFull('lock', outcome.errno);
  }

  private async renameAway(client: SimClient): Promise<void> {
    const from = `tmp-${client.id}-${++this.operations}`;
    const made = await this.execute(client, makeFile(ROOT_INO, from));
    if (made.kind !== 'ok') return;
    const to = `page-${client.id}`;
    const mutation: Mutation = {
      kind: 'rename',
      parent: ROOT_INO,
      name: name(from),
      newParent: ROOT_INO,
      newName: name(to),
      mode: 'replace',
    };
    const renamed = await this.execute(client, mutation);
    if (renamed.kind === 'refused')
      this.violations.push(`rename of an acknowledged file refused: ${renamed.errno}`);
    if (renamed.kind !== 'ok') return;
    const found = await this.execute(client, { kind: 'lookup', parent: ROOT_INO, name: name(to) });
    if (found.kind === 'refused') this.violations.push(`renamed file not found: ${found.errno}`);
  }

  private mustBeFull(what: string, errno: string): void {
    if (errno !== 'ENOSPC') this.violations.push(`${what} refused: ${errno}`);
  }

  private async execute(client: SimClient, operation: FileOperation): Promise<Outcome> {
    this.operations++;
    try {
      return { kind: 'ok', reply: await client.execute(operation, OPERATION_DEADLINE_MS) };
    } catch (error) {
      if (error instanceof FileError) return { kind: 'refused', errno: error.errno };
      if (!(error instanceof HafsError)) throw error;
      this.unknown++;
      return { kind: 'unknown' };
    }
  }

  private async checkRegisters(): Promise<void> {
    for (const [place, register] of this.registers.entries()) {
      const data = await this.readAll(register.ino);
      const value = valueOf(data);
      if (value < register.acked || value > register.tried) {
        this.violations.push(
          `register ${place} is ${value}, acknowledged ${register.acked}, tried ${register.tried}`,
        );
      }
    }
  }

  private async checkAppends(): Promise<void> {
    const text = Buffer.from(await this.readAll(this.logIno)).toString();
    const seen = new Map<string, number>();
    for (let at = 0; at < text.length; at += RECORD_BYTES) {
      const record = text.slice(at, at + RECORD_BYTES);
      seen.set(record, (seen.get(record) ?? 0) + 1);
    }
    for (const [record, count] of seen)
      if (count > 1) this.violations.push(`applied ${count} times: ${record}`);
    for (const [record, state] of this.appends) {
      if (state === 'acked' && !seen.has(record)) this.violations.push(`acknowledged append lost: ${record}`);
    }
    for (const record of seen.keys())
      if (!this.appends.has(record)) this.violations.push(`unknown record: ${record}`);
  }

  private async checkExclusive(): Promise<void> {
    for (const [lock, winners] of this.winners) {
      if (winners.length > 1) this.violations.push(`${lock} was won by ${winners.join(' and ')}`);
      const found = await this.execute(this.clients[0]!, {
        kind: 'lookup',
        parent: ROOT_INO,
        name: name(lock),
      });
      if (found.kind !== 'ok') this.violations.push(`${lock} was won and is not there`);
    }
  }

  private async readAll(ino: Ino): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let offsetBytes = 0; ;) {
      const operation: FileOperation = { kind: 'read', ino, offsetBytes, lengthBytes: 65_536 };
      const reply = await this.clients[0]!.execute(operation, OPERATION_DEADLINE_MS);
      if (reply.kind !== 'data' || reply.data.length === 0) return Buffer.concat(parts);
      parts.push(reply.data);
      offsetBytes += reply.data.length;
    }
  }

  private pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.cluster.scheduler.after(delayMs, () => resolve());
    });
  }
}

function valueBytes(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

const valueOf = (data: Uint8Array): number => (data.length < 8 ? 0 : Buffer.from(data).readDoubleBE());
