import { FileError, HafsError } from '../../../../src/core/errors.js';
import { ROOT_INO, type Ino } from '../../../../src/core/ids.js';
import {
  isQuery,
  type FileOperation,
  type FileReply,
  type Mutation,
} from '../../../../src/core/operation.js';
import { known, UNKNOWN, type Operation } from '../../../support/linearizability/history.js';
import type { SimClient } from '../sim-client.js';
import type { SimCluster } from '../sim-cluster.js';

const OPERATION_DEADLINE_MS = 8_000;
const CALLER = { uid: 1, gid: 1 };

/** What a client was told: a retry with the same id is still the same operation. */
export type Told =
  | { readonly kind: 'ok'; readonly reply: FileReply }
  | { readonly kind: 'refused'; readonly errno: string }
  | { readonly kind: 'unknown' };

/** Some work that every client does, and what must be true of what they were told. */
export interface ClientWorkload {
  prepare(): Promise<void>;
  /** What each client does over and over, at once. */
  readonly steps: readonly ((client: SimClient) => Promise<void>)[];
  /** After settling. */
  check(): Promise<void>;
}

export interface Recorded<Input, Output> {
  readonly history: Operation<Input, Output>[];
  readonly object: string;
  readonly input: Input;
  readonly operation: FileOperation;
  /** @returns `undefined` when nobody may ever be told so. */
  readonly outputOf: (told: Exclude<Told, { kind: 'unknown' }>) => Output | undefined;
}

/** What all clients have done, and what was wrong about it. */
export class ClientCalls {
  readonly violations: string[] = [];
  operations = 0;

  constructor(
    readonly cluster: SimCluster,
    readonly clients: readonly SimClient[],
  ) {}

  async execute(client: SimClient, operation: FileOperation): Promise<Told> {
    this.operations++;
    try {
      return { kind: 'ok', reply: await client.execute(operation, OPERATION_DEADLINE_MS) };
    } catch (error) {
      if (error instanceof FileError) return { kind: 'refused', errno: error.errno };
      if (!(error instanceof HafsError)) throw error;
      return { kind: 'unknown' };
    }
  }

  /** Does it, and enters it in the history. A full disk's refusal changes nothing, at any time: it is left out. */
  async record<Input, Output>(client: SimClient, call: Recorded<Input, Output>): Promise<Told> {
    const calledAt = this.nowMs;
    const told = await this.execute(client, call.operation);
    if (told.kind === 'refused' && told.errno === 'ENOSPC') return told;
    const times = { calledAt, returnedAt: this.nowMs };
    const what = { process: `client ${client.id}`, object: call.object, input: call.input, ...times };
    if (told.kind === 'unknown') {
      if (!isQuery(call.operation)) call.history.push({ ...what, outcome: UNKNOWN });
      return told;
    }
    const output = call.outputOf(told);
    if (output === undefined)
      this.violations.push(`${call.object}: told ${JSON.stringify({ ...what, told })}`);
    else call.history.push({ ...what, outcome: known(output) });
    return told;
  }

  /** For making things ready, when nothing goes wrong. */
  async make(text: string, fields: Partial<Mutation & { kind: 'make' }> = {}): Promise<Ino> {
    const reply = await this.clients[0]!.execute(makeFile(text, fields), OPERATION_DEADLINE_MS);
    return (reply as FileReply & { kind: 'entry' }).attr.ino;
  }

  async readAll(ino: Ino): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let offsetBytes = 0; ;) {
      const operation: FileOperation = { kind: 'read', ino, offsetBytes, lengthBytes: 65_536 };
      const reply = await this.clients[0]!.execute(operation, OPERATION_DEADLINE_MS);
      if (reply.kind !== 'data' || reply.data.length === 0) return Buffer.concat(parts);
      parts.push(reply.data);
      offsetBytes += reply.data.length;
    }
  }

  mustBeFull(what: string, errno: string): void {
    if (errno !== 'ENOSPC') this.violations.push(`${what} refused: ${errno}`);
  }

  get nowMs(): number {
    return this.cluster.scheduler.nowMs;
  }
}

export const nameOf = (text: string): Uint8Array => Buffer.from(text);

export const makeFile = (text: string, fields: Partial<Mutation & { kind: 'make' }> = {}): Mutation => ({
  kind: 'make',
  parent: ROOT_INO,
  name: nameOf(text),
  type: 'regular',
  mode: 0o644,
  rdev: 0,
  exclusive: true,
  caller: CALLER,
  ...fields,
});

export const lookup = (text: string, parent = ROOT_INO): FileOperation => ({
  kind: 'lookup',
  parent,
  name: nameOf(text),
});
