import { expect, test } from 'vitest';
import { AssertionError } from '../../src/core/assert.js';
import { noMetrics, systemMetrics } from '../../src/runtime/metrics.js';

const COUNT = { name: 'hafs_test_total', help: 'of a test' };
const TIME = { name: 'hafs_test_seconds', help: 'of a test' };
const LEVEL = { name: 'hafs_test_level', help: 'of a test' };
const GROWN = { name: 'hafs_test_grown_total', help: 'of a test' };

const linesOf = async (page: { text(): Promise<string> }): Promise<string[]> =>
  (await page.text()).split('\n').filter((line) => line.startsWith('hafs_'));

test('metrics: a count that was only asked for: is shown as 0, with the labels of both sides', async () => {
  const metrics = systemMetrics();
  metrics.with({ volume: 'www' }).count(COUNT, { kind: 'a' });
  expect(await linesOf(metrics)).toEqual(['hafs_test_total{volume="www",kind="a"} 0']);
});

test('metrics: asked for twice: it is one metric', async () => {
  const metrics = systemMetrics();
  metrics.count(COUNT).add();
  metrics.count(COUNT).add(2);
  expect(await linesOf(metrics)).toEqual(['hafs_test_total 3']);
});

test('metrics: a duration: is counted in its class', async () => {
  const metrics = systemMetrics();
  metrics.duration(TIME).observe(0.002);
  const lines = await linesOf(metrics);
  expect(lines).toContain('hafs_test_seconds_bucket{le="0.001"} 0');
  expect(lines).toContain('hafs_test_seconds_bucket{le="0.0025"} 1');
  expect(lines).toContain('hafs_test_seconds_count 1');
});

test('metrics: what is looked at: is anew in each scrape, and what is gone is not shown any more', async () => {
  const metrics = systemMetrics();
  const present = new Set(['a', 'b']);
  const end = metrics.watch((say) => present.forEach((brick) => say(LEVEL, 7, { brick })));
  expect(await linesOf(metrics)).toHaveLength(2);
  present.delete('b');
  expect(await linesOf(metrics)).toEqual(['hafs_test_level{brick="a"} 7']);
  end();
  expect(await linesOf(metrics)).toEqual([]);
});

test('metrics: what only grows and is looked at: is a counter, and is not added up from scrape to scrape', async () => {
  const metrics = systemMetrics();
  metrics.watch((say) => say(GROWN, 5));
  await metrics.text();
  expect(await metrics.text()).toMatch(/# TYPE hafs_test_grown_total counter\nhafs_test_grown_total 5\n/);
});

test('metrics: a name that Prometheus would not take for ours: is a bug', () => {
  expect(() => systemMetrics().count({ name: 'Test', help: '' })).toThrow(AssertionError);
});

test('metrics: nobody wants any: everything can be fed all the same', () => {
  noMetrics.with({ a: 'b' }).count(COUNT).add();
  noMetrics.duration(TIME).observe(1);
});
