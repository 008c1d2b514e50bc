import { ROOT_INO } from '../../../../src/core/ids.js';
import type { Mutation } from '../../../../src/core/operation.js';
import type { SimClient } from '../sim-client.js';
import { lookup, makeFile, nameOf, type ClientCalls, type ClientWorkload } from './client-calls.js';

/** Every client replaces a file of its own by a new one, again and again. */
export class Renames implements ClientWorkload {
  private drafts = 0;
  readonly steps = [(client: SimClient) => this.replace(client)];

  constructor(private readonly calls: ClientCalls) {}

  async prepare(): Promise<void> {
    // Nothing is there at first.
  }

  async check(): Promise<void> {
    // Whatever is wrong was seen at once.
  }

  private async replace(client: SimClient): Promise<void> {
    const from = `tmp-${client.id}-${++this.drafts}`;
    const made = await this.calls.execute(client, makeFile(from));
    if (made.kind === 'refused') this.calls.mustBeFull(`making ${from}`, made.errno);
    if (made.kind !== 'ok') return;
    const to = `page-${client.id}`;
    const renamed = await this.calls.execute(client, renaming(from, to));
    if (renamed.kind === 'refused')
      this.calls.violations.push(`rename of an acknowledged file refused: ${renamed.errno}`);
    if (renamed.kind !== 'ok') return;
    const found = await this.calls.execute(client, lookup(to));
    if (found.kind === 'refused') this.calls.violations.push(`renamed file not found: ${found.errno}`);
  }
}

const renaming = (from: string, to: string): Mutation => ({
  kind: 'rename',
  parent: ROOT_INO,
  name: nameOf(from),
  newParent: ROOT_INO,
  newName: nameOf(to),
  mode: 'replace',
});
