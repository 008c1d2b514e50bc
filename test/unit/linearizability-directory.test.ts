import { expect, test } from 'vitest';
import {
  DIRECTORY,
  type DirectoryInput,
  type DirectoryOutput,
} from '../support/linearizability/directory-model.js';
import { NO, verdict, YES, type Row } from '../support/linearizability/rows.js';

const made = (name: string, tag = 1): DirectoryInput => ({ kind: 'create', name, tag });
const find = (name: string): DirectoryInput => ({ kind: 'lookup', name });
const remove = (name: string): DirectoryInput => ({ kind: 'unlink', name });
const move = (from: string, to: string): DirectoryInput => ({ kind: 'rename', from, to });
const tie = (ino: number, to: string): DirectoryInput => ({ kind: 'link', ino, to });
const list = (prefix: string): DirectoryInput => ({ kind: 'list', prefix });
const shown = (ino: number, links = 1): DirectoryOutput => ({ kind: 'entry', ino, links });
const refused = (errno: string): DirectoryOutput => ({ kind: 'refused', errno });
const listed = (...names: [string, number, number][]): DirectoryOutput => ({
  kind: 'list',
  names: names.map(([name, ino, links]) => ({ name, ino, links })),
});
const DONE: DirectoryOutput = { kind: 'done' };

test.each<{ what: string; rows: Row<DirectoryInput, DirectoryOutput>[]; want: string }>([
  {
    what: 'renamed',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 3, move('a/x', 'b/x'), DONE],
      [4, 5, list('b/'), listed(['b/x', 5, 1])],
      [4, 5, list('a/'), listed()],
    ],
    want: YES,
  },
  {
    what: 'a rename seen half: in both',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 9, move('a/x', 'b/x'), DONE],
      [3, 4, find('b/x'), shown(5)],
      [5, 6, find('a/x'), shown(5)],
    ],
    want: NO,
  },
  {
    what: 'a rename seen half: in neither',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 9, move('a/x', 'b/x'), DONE],
      [3, 4, list('a/'), listed()],
      [5, 6, find('b/x'), refused('ENOENT')],
    ],
    want: NO,
  },
  {
    what: 'linked and unlinked',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 3, tie(5, 'a/y'), shown(5, 2)],
      [4, 5, remove('a/x'), DONE],
      [6, 7, find('a/y'), shown(5)],
    ],
    want: YES,
  },
  {
    what: 'a wrong link count',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 3, tie(5, 'b/y'), shown(5, 2)],
      [4, 5, list('a/'), listed(['a/x', 5, 1])],
    ],
    want: NO,
  },
  {
    what: 'linked when it was gone',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 3, remove('a/x'), DONE],
      [4, 5, tie(5, 'a/y'), refused('ENOENT')],
    ],
    want: YES,
  },
  {
    what: 'refused with no reason',
    rows: [
      [0, 1, made('a/x'), shown(5)],
      [2, 3, tie(5, 'a/y'), refused('EEXIST')],
    ],
    want: NO,
  },
  {
    what: 'two names of one file renamed onto each other',
    rows: [
      [0, 1, made('a'), shown(5)],
      [2, 3, tie(5, 'b'), shown(5, 2)],
      [4, 5, move('a', 'b'), DONE],
      [6, 7, list(''), listed(['a', 5, 2], ['b', 5, 2])],
    ],
    want: YES,
  },
  {
    what: 'replaced',
    rows: [
      [0, 1, made('a'), shown(5)],
      [2, 3, made('b', 2), shown(6)],
      [4, 5, move('a', 'b'), DONE],
      [6, 7, list(''), listed(['b', 5, 1])],
    ],
    want: YES,
  },
  {
    what: 'made by nobody knows whom',
    rows: [
      [0, 1, made('a'), '?'],
      [2, 3, move('a', 'b'), DONE],
      [4, 5, find('b'), shown(9)],
      [6, 7, find('b'), shown(9)],
    ],
    want: YES,
  },
  {
    what: 'one inode of two files',
    rows: [
      [0, 1, made('a'), shown(5)],
      [2, 3, made('b', 2), '?'],
      [4, 5, find('b'), shown(5, 2)],
    ],
    want: NO,
  },
  {
    what: 'an unknown rename took effect late',
    rows: [
      [0, 1, made('a'), shown(5)],
      [2, 3, move('a', 'b'), '?'],
      [4, 5, find('a'), shown(5)],
      [6, 7, find('a'), refused('ENOENT')],
      [8, 9, find('b'), shown(5)],
    ],
    want: YES,
  },
  {
    what: 'an unknown rename took effect twice',
    rows: [
      [0, 1, made('a'), shown(5)],
      [2, 3, move('a', 'b'), '?'],
      [4, 5, find('b'), shown(5)],
      [6, 7, made('a', 2), shown(6)],
      [8, 9, find('b'), shown(6)],
    ],
    want: NO,
  },
])('linearizability: directory: $what: $want', ({ rows, want }) => {
  expect(verdict(DIRECTORY, rows)).toBe(want);
});
