import { expect, test } from 'vitest';
import { check, violationsOf } from '../support/linearizability/checker.js';
import { logModel, type LogInput, type LogOutput } from '../support/linearizability/log-model.js';
import { NAME, REGISTER, type NameInput, type NameOutput } from '../support/linearizability/models.js';
import { NO, operationsOf, verdict, YES, type Row } from '../support/linearizability/rows.js';

type RegisterRow = Row<{ kind: 'read' } | { kind: 'write'; value: number }, number>;
const write = (
  calledAt: number,
  returnedAt: number,
  value: number,
  output: number | '?' = value,
): RegisterRow => [calledAt, returnedAt, { kind: 'write', value }, output];
const read = (calledAt: number, returnedAt: number, output: number | '?'): RegisterRow => [
  calledAt,
  returnedAt,
  { kind: 'read' },
  output,
];

test.each<{ what: string; rows: RegisterRow[]; want: string }>([
  { what: 'nothing at all', rows: [], want: YES },
  { what: 'a read of what was written', rows: [write(0, 1, 7), read(2, 3, 7)], want: YES },
  { what: 'a read during a write: old', rows: [write(0, 9, 7), read(2, 3, 0)], want: YES },
  { what: 'a read during a write: new', rows: [write(0, 9, 7), read(2, 3, 7)], want: YES },
  { what: 'a read that touches the write', rows: [write(0, 2, 7), read(2, 3, 0)], want: YES },
  { what: 'a stale read', rows: [write(0, 1, 7), write(2, 3, 8), read(4, 5, 7)], want: NO },
  { what: 'a lost write', rows: [write(0, 1, 7), read(2, 3, 0)], want: NO },
  { what: 'visible, then invisible', rows: [write(0, 9, 7), read(1, 2, 7), read(3, 4, 0)], want: NO },
  {
    what: 'two readers who disagree',
    rows: [write(0, 9, 7), write(0, 9, 8), read(1, 2, 7), read(3, 4, 8), read(5, 6, 7)],
    want: NO,
  },
  { what: 'a read of the future', rows: [read(0, 1, 7), write(2, 3, 7)], want: NO },
  { what: 'never written', rows: [write(0, 1, 7), read(2, 3, 9)], want: NO },
  { what: 'unknown, never seen', rows: [write(0, 1, 7), write(2, 3, 8, '?'), read(4, 5, 7)], want: YES },
  {
    what: 'unknown, seen late',
    rows: [write(0, 1, 8, '?'), write(2, 3, 7), read(4, 5, 7), read(6, 7, 8)],
    want: YES,
  },
  {
    what: 'unknown, seen and gone again',
    rows: [write(0, 1, 8, '?'), write(2, 3, 7), read(4, 5, 8), read(6, 7, 7)],
    want: NO,
  },
  { what: 'unknown, seen before it was called', rows: [read(0, 1, 8), write(2, 3, 8, '?')], want: NO },
  { what: 'a read nobody knows the outcome of', rows: [write(0, 1, 7), read(2, 3, '?')], want: YES },
])('linearizability: register: $what: $want', ({ rows, want }) => {
  expect(verdict(REGISTER, rows)).toBe(want);
});

const append = (record: string): LogInput => ({ kind: 'append', record });
const readFrom = (fromPlace: number): LogInput => ({ kind: 'read', fromPlace });

test.each<{ what: string; rows: Row<LogInput, LogOutput>[]; want: string }>([
  {
    what: 'in order',
    rows: [
      [0, 1, append('a'), 0],
      [2, 3, append('b'), 1],
      [4, 5, readFrom(0), ['a', 'b']],
    ],
    want: YES,
  },
  {
    what: 'the end of it',
    rows: [
      [0, 1, append('a'), 0],
      [2, 3, append('b'), 1],
      [4, 5, readFrom(1), ['b']],
    ],
    want: YES,
  },
  {
    what: 'beyond the end',
    rows: [
      [0, 1, append('a'), 0],
      [4, 5, readFrom(3), []],
    ],
    want: YES,
  },
  {
    what: 'out of order',
    rows: [
      [0, 1, append('a'), 'ok'],
      [2, 3, append('b'), 'ok'],
      [4, 5, readFrom(0), ['b', 'a']],
    ],
    want: NO,
  },
  {
    what: 'at the same time, in any order',
    rows: [
      [0, 3, append('a'), 'ok'],
      [0, 3, append('b'), 'ok'],
      [4, 5, readFrom(0), ['b', 'a']],
    ],
    want: YES,
  },
  {
    what: 'lost',
    rows: [
      [0, 1, append('a'), 'ok'],
      [2, 3, readFrom(0), []],
    ],
    want: NO,
  },
  {
    what: 'doubled',
    rows: [
      [0, 1, append('a'), 0],
      [2, 3, readFrom(0), ['a', 'a']],
    ],
    want: NO,
  },
  {
    what: 'two at one place',
    rows: [
      [0, 9, append('a'), 0],
      [0, 9, append('b'), 0],
    ],
    want: NO,
  },
  {
    what: 'unknown, but something was before',
    rows: [
      [0, 1, append('a'), '?'],
      [2, 3, append('b'), 1],
    ],
    want: YES,
  },
  {
    what: 'unknown, took effect late',
    rows: [
      [0, 1, append('a'), '?'],
      [2, 3, append('b'), 0],
      [4, 5, readFrom(0), ['b']],
      [6, 7, readFrom(0), ['b', 'a']],
    ],
    want: YES,
  },
  {
    what: 'unknown, doubled',
    rows: [
      [0, 1, append('a'), '?'],
      [2, 3, readFrom(0), ['a', 'a']],
    ],
    want: NO,
  },
  {
    what: 'unknown, never took effect',
    rows: [
      [0, 1, append('a'), '?'],
      [2, 3, append('b'), 0],
      [4, 5, readFrom(0), ['b']],
    ],
    want: YES,
  },
])('linearizability: log: $what: $want', ({ rows, want }) => {
  expect(verdict(logModel(), rows)).toBe(want);
});

const create = { kind: 'create' } as const;
const unlink = { kind: 'unlink' } as const;
const lookup = { kind: 'lookup' } as const;

test.each<{ what: string; rows: Row<NameInput, NameOutput>[]; want: string }>([
  {
    what: 'one winner',
    rows: [
      [0, 9, create, 5],
      [0, 9, create, 'EEXIST'],
      [10, 11, lookup, 5],
    ],
    want: YES,
  },
  {
    what: 'two winners',
    rows: [
      [0, 9, create, 5],
      [0, 9, create, 6],
    ],
    want: NO,
  },
  {
    what: 'two winners, one unlink between',
    rows: [
      [0, 9, create, 5],
      [0, 9, create, 6],
      [0, 9, unlink, 'ok'],
    ],
    want: YES,
  },
  {
    what: 'no winner',
    rows: [
      [0, 9, create, 'EEXIST'],
      [0, 9, create, 'EEXIST'],
    ],
    want: NO,
  },
  {
    what: 'an unknown winner',
    rows: [
      [0, 1, create, '?'],
      [2, 3, create, 'EEXIST'],
      [4, 5, lookup, 8],
    ],
    want: YES,
  },
  {
    what: 'an unknown winner with two inodes',
    rows: [
      [0, 1, create, '?'],
      [2, 3, lookup, 8],
      [4, 5, lookup, 9],
    ],
    want: NO,
  },
  {
    what: 'another inode than was made',
    rows: [
      [0, 1, create, 5],
      [2, 3, lookup, 6],
    ],
    want: NO,
  },
  {
    what: 'removed and still there',
    rows: [
      [0, 1, create, 5],
      [2, 3, unlink, 'ok'],
      [4, 5, lookup, 5],
    ],
    want: NO,
  },
  {
    what: 'refused, and made all the same',
    rows: [
      [0, 1, create, 5],
      [2, 3, create, 'EEXIST'],
      [4, 5, unlink, 'ok'],
      [6, 7, lookup, 6],
    ],
    want: NO,
  },
  {
    what: 'removed twice',
    rows: [
      [0, 1, create, 5],
      [2, 9, unlink, 'ok'],
      [2, 9, unlink, 'ok'],
    ],
    want: NO,
  },
])('linearizability: name: $what: $want', ({ rows, want }) => {
  expect(verdict(NAME, rows)).toBe(want);
});

test('linearizability: too many states: says so instead of guessing', () => {
  const rows = Array.from({ length: 12 }, (_, place) => write(0, 9, place));
  expect(check(REGISTER, operationsOf([...rows, read(10, 11, 99)]), 100).kind).toBe('too hard');
});

test('linearizability: report: the longest order found, and what did not fit', () => {
  const operations = operationsOf([write(0, 1, 7), read(2, 3, 7), write(4, 5, 8), read(6, 7, 7)]);
  const found = check(REGISTER, operations);
  expect(found).toEqual({ kind: NO, order: operations.slice(0, 3), misfits: operations.slice(3) });
  expect(violationsOf(REGISTER, operations)).toEqual([
    expect.stringContaining('6..7 p3: {"kind":"read"} -> 7'),
  ]);
});

test('linearizability: objects: each is checked apart', () => {
  const other = operationsOf([write(0, 1, 7), read(2, 3, 0)]).map((operation) => ({
    ...operation,
    object: 'y',
  }));
  const operations = [...operationsOf([write(0, 1, 7), read(2, 3, 7)]), ...other];
  expect(violationsOf(REGISTER, operations)).toEqual([expect.stringMatching(/^y: not linearizable/)]);
});
