import type { Attr } from '../../../../src/core/attr.js';
import type { Dirent } from '../../../../src/core/dirent.js';
import type {
  DirectoryInput,
  DirectoryOutput,
  Named,
} from '../../../support/linearizability/directory-model.js';
import type { Told } from './client-calls.js';

const REFUSALS = ['EEXIST', 'ENOENT', 'ESTALE'];

/** What the client was told, in the words of the model. */
export function treeOutput(input: DirectoryInput, told: Told): DirectoryOutput | undefined {
  if (told.kind === 'unknown') return undefined;
  if (told.kind === 'refused') {
    return REFUSALS.includes(told.errno) ? { kind: 'refused', errno: told.errno } : undefined;
  }
  const { reply } = told;
  switch (reply.kind) {
    case 'done':
      return { kind: 'done' };
    case 'entry':
      return { kind: 'entry', ino: reply.attr.ino, links: namesOf(reply.attr) };
    case 'dirents':
      return input.kind === 'list' ? { kind: 'list', names: named(input.prefix, reply.entries) } : undefined;
    case 'attr':
    case 'written':
    case 'copied':
    case 'offset':
    case 'locked':
    case 'obstacle':
    case 'data':
    case 'files':
    case 'names':
    case 'space':
      return undefined;
  }
}

const named = (prefix: string, entries: readonly Dirent[]): Named[] =>
  entries.map(({ name, ino, attr }) => ({
    name: prefix + Buffer.from(name).toString(),
    ino,
    links: attr === undefined ? 0 : namesOf(attr),
  }));

/** An empty directory has one link more than it has names: its own `.`. */
const namesOf = ({ type, linkCount }: Attr): number => linkCount - (type === 'directory' ? 1 : 0);
