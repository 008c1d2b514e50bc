import { expect, test } from 'vitest';
import type { CommandEntry } from '../../src/cli/reference/command-tree.js';
import { commandTree } from '../support/cli-run.js';
import { schemaErrors, schemaFile } from '../support/json-schemas.js';

/** They print nothing, or what is not a document. */
const WITHOUT_DOCUMENT = ['server', 'mount', 'umount', 'fs cat', 'completion'];

const leaves = (command: CommandEntry): CommandEntry[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

test('json: the schemas: there is one for every command, and none for another', () => {
  const names = leaves(commandTree()).map(({ words }) => words.join(' '));
  const expected = names.filter((name) => !WITHOUT_DOCUMENT.includes(name));
  expect(Object.keys(schemaFile.commands).sort()).toEqual(expected.sort());
});

test('json: a document with a member too many: it is not what the schema promises', () => {
  expect(schemaErrors('volume delete', { deleted: 'www', more: 1 })).toEqual([
    'volume delete: must NOT have additional properties',
  ]);
});
