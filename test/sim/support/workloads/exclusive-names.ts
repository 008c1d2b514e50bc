import { ROOT_INO } from '../../../../src/core/ids.js';
import type { FileOperation } from '../../../../src/core/operation.js';
import { violationsOf } from '../../../support/linearizability/checker.js';
import type { Operation } from '../../../support/linearizability/history.js';
import { NAME, type NameInput, type NameOutput } from '../../../support/linearizability/models.js';
import type { SimClient } from '../sim-client.js';
import {
  lookup,
  makeFile,
  nameOf,
  type ClientCalls,
  type ClientWorkload,
  type Told,
} from './client-calls.js';

const LOCK_EVERY_MS = 200;
/** The other steps fight for names that are there for ever. */
const LOCK_SHARE = 0.5;
const SHARED_NAMES = ['name-0', 'name-1', 'name-2'];

/** Names that clients fight for with O_EXCL: new ones that are never given up, and old ones that are removed again. */
export class ExclusiveNames implements ClientWorkload {
  private readonly winners = new Map<string, string[]>();
  private readonly history: Operation<NameInput, NameOutput>[] = [];
  readonly steps = [(client: SimClient) => this.step(client)];

  constructor(private readonly calls: ClientCalls) {}

  async prepare(): Promise<void> {
    // Nothing is there at first.
  }

  async check(): Promise<void> {
    for (const [lock, winners] of this.winners) {
      if (winners.length > 1) this.calls.violations.push(`${lock} was won by ${winners.join(' and ')}`);
      const found = await this.use(this.calls.clients[0]!, lock, 'lookup');
      if (found.kind !== 'ok') this.calls.violations.push(`${lock} was won and is not there`);
    }
    for (const client of this.calls.clients) {
      for (const name of SHARED_NAMES) await this.use(client, name, 'lookup');
    }
    this.calls.violations.push(...violationsOf(NAME, this.history));
  }

  private async step(client: SimClient): Promise<void> {
    const { random } = this.calls.cluster;
    if (random.chance(LOCK_SHARE)) await this.race(client);
    else
      await this.use(
        client,
        random.pick(SHARED_NAMES),
        random.pick(['create', 'create', 'unlink', 'lookup']),
      );
  }

  private async race(client: SimClient): Promise<void> {
    const lock = `lock-${Math.floor(this.calls.nowMs / LOCK_EVERY_MS)}`;
    const told = await this.use(client, lock, 'create');
    if (told.kind === 'ok') this.winners.set(lock, [...(this.winners.get(lock) ?? []), String(client.id)]);
  }

  private use(client: SimClient, name: string, kind: NameInput['kind']): Promise<Told> {
    return this.calls.record(client, {
      history: this.history,
      object: name,
      input: { kind },
      operation: operationFor(name, kind),
      outputOf,
    });
  }
}

function operationFor(name: string, kind: NameInput['kind']): FileOperation {
  switch (kind) {
    case 'create':
      return makeFile(name);
    case 'unlink':
      return { kind: 'unlink', parent: ROOT_INO, name: nameOf(name) };
    case 'lookup':
      return lookup(name);
  }
}

function outputOf(told: Told): NameOutput | undefined {
  if (told.kind === 'ok') return told.reply.kind === 'entry' ? told.reply.attr.ino : 'ok';
  if (told.kind === 'unknown') return undefined;
  return told.errno === 'EEXIST' || told.errno === 'ENOENT' ? told.errno : undefined;
}
