/** Files of tests run at the same time, and some people start several suites: no two may want the same port of this machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-files.js';

const PROJECTS = ['integration', 'e2e', 'pace', 'programs', 'posix', 'fault'];
/** From a base port on there is one for each node, and as far away one for each node's page. */
const NODES_MAX = 4;
const HTTP_PORT_DISTANCE = 1_000;

const BASE = /(?:PORT = |Lab\.up\(|startNodes\([^;]*?, )(\d\d_\d{3})/g;
const SINGLE = /127\.0\.0\.1:(\d{5})\b/g;
const STARTS_NODES = /\b(?:Lab\.up|startNodes|new SecureNodes)\(/;

const rangeFrom = (base: number): number[] =>
  Array.from({ length: NODES_MAX }, (_, node) => [base + node, base + HTTP_PORT_DISTANCE + node]).flat();

const matches = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, port = '']) => Number(port.replace('_', '')));

const files = PROJECTS.flatMap((project) =>
  readdirSync(join(ROOT, 'test', project))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => {
      const text = readFileSync(join(ROOT, 'test', project, name), 'utf8');
      const ports = new Set([...matches(text, BASE).flatMap(rangeFrom), ...matches(text, SINGLE)]);
      return { name, text, ports };
    }),
);

test('ports: a file that starts nodes: says from which port on', () => {
  const silent = files.filter(({ text, ports }) => STARTS_NODES.test(text) && ports.size === 0);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('ports: no two files that run side by side want the same', () => {
  const claims = files.flatMap(({ name, ports }) => [...ports].map((port) => ({ name, port })));
  const twice = claims.filter(({ name, port }) =>
    claims.some((other) => other.port === port && other.name !== name),
  );
  expect(twice.map(({ name, port }) => `${port} ${name}`)).toEqual([]);
});
