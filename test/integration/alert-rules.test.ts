/** deploy/prometheus-alerts.yml, as Prometheus itself judges it. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const RULE_TESTS = new URL('../support/alert-rules.yml', import.meta.url).pathname;

test('alerts: a brick that was never scrubbed: is not overdue for ever; what fires when', (context) => {
  const { status, stdout, stderr, error } = spawnSync('promtool', ['test', 'rules', RULE_TESTS], {
    encoding: 'utf8',
  });
  if (error !== undefined && process.env['HAFS_NO_SKIP'] !== '1') return context.skip();
  expect(`${status}: ${stdout}${stderr}`).toMatch(/^0: .*SUCCESS/s);
});
