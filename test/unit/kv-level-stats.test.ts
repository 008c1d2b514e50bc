import { expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import { parseLevelStats } from '../../src/kv/level-stats.js';

const STATS = `                               Compactions
Level  Files Size(MB) Time(sec) Read(MB) Write(MB)
--------------------------------------------------
  0        2       11         3        0        16
  1        5        9         2       20        18
`;

test('kv: level stats: tables and compactions of all levels are added up', () => {
  expect(parseLevelStats(STATS)).toEqual({
    tableCount: 7,
    compactionSeconds: 5,
    compactionReadBytes: 20 * MIB,
    compactionWrittenBytes: 34 * MIB,
  });
});

test('kv: level stats: a new database has no levels yet: all is 0', () => {
  const none = parseLevelStats(STATS.split('\n').slice(0, 3).join('\n'));
  expect(Object.values(none)).toEqual([0, 0, 0, 0]);
});
