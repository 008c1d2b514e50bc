import { ino as inoOf, type Ino } from '../../../../src/core/ids.js';
import type { FileOperation } from '../../../../src/core/operation.js';
import { violationsOf } from '../../../support/linearizability/checker.js';
import {
  DIRECTORY,
  type DirectoryInput,
  type DirectoryOutput,
} from '../../../support/linearizability/directory-model.js';
import type { Operation } from '../../../support/linearizability/history.js';
import type { SimClient } from '../sim-client.js';
import { makeFile, nameOf, type ClientCalls, type ClientWorkload, type Told } from './client-calls.js';
import { treeOutput } from './tree-output.js';

const DIRECTORIES = ['a', 'b'];
const FILES = ['x', 'y', 'z'];
/** A directory that is moved to and fro: its parents' link counts change with it. */
const MOVED = 'moved';
const KINDS = [
  'create',
  'create',
  'rename',
  'rename',
  'link',
  'link',
  'unlink',
  'lookup',
  'list',
  'move',
] as const;
const ENTRIES_MAX = 100;
/** This work goes on slower than the rest: it is all one history. */
const REST_MS_MAX = 100;

/** Two directories in which all clients make, link, rename and remove the same few names. */
export class SharedTree implements ClientWorkload {
  private readonly inos = new Map<string, Ino>();
  private tags = 0;
  private readonly history: Operation<DirectoryInput, DirectoryOutput>[] = [];
  readonly steps = [(client: SimClient) => this.step(client)];

  constructor(private readonly calls: ClientCalls) {}

  async prepare(): Promise<void> {
    for (const name of DIRECTORIES) this.inos.set(name, await this.calls.make(name, { type: 'directory' }));
    const input: DirectoryInput = { kind: 'create', name: `a/${MOVED}`, tag: ++this.tags };
    await this.use(this.calls.clients[0]!, input, 'directory');
  }

  async check(): Promise<void> {
    for (const client of this.calls.clients) {
      for (const directory of DIRECTORIES) await this.use(client, { kind: 'list', prefix: `${directory}/` });
    }
    this.calls.violations.push(...violationsOf(DIRECTORY, this.history));
  }

  private async step(client: SimClient): Promise<void> {
    const { random, scheduler } = this.calls.cluster;
    await new Promise<void>((resolve) => scheduler.after(random.between(0, REST_MS_MAX), resolve));
    const kind = random.pick(KINDS);
    if (kind === 'link') await this.link(client);
    else await this.use(client, this.draw(kind));
  }

  private draw(kind: Exclude<(typeof KINDS)[number], 'link'>): DirectoryInput {
    const [from, to] = this.calls.cluster.random.chance(0.5) ? DIRECTORIES : DIRECTORIES.toReversed();
    switch (kind) {
      case 'create':
        return { kind, name: this.anyPath(), tag: ++this.tags };
      case 'unlink':
      case 'lookup':
        return { kind, name: this.anyPath() };
      case 'rename':
        return { kind, from: this.anyPath(), to: this.anyPath() };
      case 'move':
        return { kind: 'rename', from: `${from}/${MOVED}`, to: `${to}/${MOVED}` };
      case 'list':
        return { kind, prefix: `${from}/` };
    }
  }

  /** As link(2) does it: first who that is, and then the link. */
  private async link(client: SimClient): Promise<void> {
    const found = await this.use(client, { kind: 'lookup', name: this.anyPath() });
    if (found.kind !== 'ok' || found.reply.kind !== 'entry') return;
    await this.use(client, { kind: 'link', ino: found.reply.attr.ino, to: this.anyPath() });
  }

  private anyPath(): string {
    const { random } = this.calls.cluster;
    return `${random.pick(DIRECTORIES)}/${random.pick(FILES)}`;
  }

  private use(
    client: SimClient,
    input: DirectoryInput,
    type: 'regular' | 'directory' = 'regular',
  ): Promise<Told> {
    return this.calls.record(client, {
      history: this.history,
      object: 'tree',
      input,
      operation: this.operationFor(input, type),
      outputOf: (told) => treeOutput(input, told),
    });
  }

  private operationFor(input: DirectoryInput, type: 'regular' | 'directory'): FileOperation {
    switch (input.kind) {
      case 'create': {
        const { parent, name } = this.place(input.name);
        return makeFile('', { parent, name, type });
      }
      case 'unlink':
      case 'lookup':
        return { kind: input.kind, ...this.place(input.name) };
      case 'rename': {
        const { parent: newParent, name: newName } = this.place(input.to);
        return { kind: 'rename', ...this.place(input.from), newParent, newName, mode: 'replace' };
      }
      case 'link':
        return { kind: 'link', ino: inoOf(input.ino), ...this.place(input.to) };
      case 'list': {
        const { parent } = this.place(input.prefix);
        return { kind: 'readdir', ino: parent, cookie: 0, entriesMax: ENTRIES_MAX, withAttr: true };
      }
    }
  }

  private place(path: string): { parent: Ino; name: Uint8Array } {
    const [directory = '', name = ''] = path.split('/');
    return { parent: this.inos.get(directory)!, name: nameOf(name) };
  }
}
