/** What the documents say is there is there, and what is there is in the documents. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVENT_KINDS } from '../../brick/events/event-kinds.js';
import {
  BRICK_METRICS,
  FILE_METRICS,
  NODE_METRICS,
  REPLICA_METRICS,
  VOLUME_METRICS,
} from '../../brick/metrics/metric-names.js';
import { MOUNT_METRICS } from '../../mount/metrics/mount-metric-names.js';
import type { CommandEntry } from '../../src/cli/reference/command-tree.js';
import * as errors from '../../src/core/errors.js';
import { VOLUME_OPTIONS } from '../../src/core/options.js';
import { commandTree } from '../support/cli-run.js';
import { PROGRAM_DIRECTORIES, ROOT, sourceFiles } from './source-files.js';

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: textOf(path) }));

const metricNames = [
  ...[FILE_METRICS, REPLICA_METRICS, BRICK_METRICS, VOLUME_METRICS, NODE_METRICS, MOUNT_METRICS],
].flatMap((table) => Object.values<{ readonly name: string }>(table).map(({ name }) => name));

/** Metrics that a page has a row for. */
function metricsIn(path: string): string[] {
  const rows = textOf(path)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => [...row.matchAll(/`(hafs_[a-z_]+)`/g)].map(([, name = '']) => name));
}

test.each(['docs/monitoring.md', 'docs/operations.md'])(
  'documents: %s: has every metric, and none that is not there',
  (path) => {
    expect([...new Set(metricsIn(path))].sort()).toEqual([...new Set(metricNames)].sort());
  },
);

test('documents: docs/operations.md: says of every alert what to do, and of none that is not there', () => {
  const rules = [...textOf('deploy/prometheus-alerts.yml').matchAll(/alert: (\w+)/g)].map(([, name]) => name);
  const said = [...textOf('docs/operations.md').matchAll(/^\| `(Hafs\w+)`/gm)].map(([, name]) => name);
  expect(said.sort()).toEqual(rules.sort());
});

test('documents: docs/operations.md: says of every option of a volume when to change it', () => {
  const page = textOf('docs/operations.md');
  expect([...VOLUME_OPTIONS.keys()].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('documents: docs/monitoring.md: explains every event', () => {
  const page = textOf('docs/monitoring.md');
  expect(Object.keys(EVENT_KINDS).filter((kind) => !page.includes(`\`${kind}\``))).toEqual([]);
});

test('documents: docs/errors.md: has every error', () => {
  const page = textOf('docs/errors.md');
  const classes = Object.keys(errors).filter((name) => /Error$/.test(name) && name !== 'HafsError');
  expect(classes.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

/** Of all programs; a text that goes on in the next line is whole. */
const sourceText = sourceFiles(...PROGRAM_DIRECTORIES)
  .map(({ text }) => text.replace(/['`]\s*\+\s*['`]/g, '').replaceAll("\\'", "'"))
  .join('\n');

test('documents: docs/errors.md, docs/monitoring.md: name every event that is logged as a warning or an error', () => {
  const said = textOf('docs/errors.md') + textOf('docs/monitoring.md');
  const calls = sourceText.matchAll(/\blog(?:ger)?\??\.(?:warn|error)\(\s*'([^']+)'/g);
  const events = [...new Set([...calls].map(([, event = '']) => event))];
  expect(events.length).toBeGreaterThan(40);
  // An example, in a comment.
  const own = events.filter((event) => event !== 'replication.brick_left_sync');
  expect(own.filter((event) => !said.includes(`\`${event}\``))).toEqual([]);
});

test('documents: docs/errors.md: names no event that is not logged', () => {
  const [, section = ''] = textOf('docs/errors.md').split('### In the log of a node or a mount');
  const named = [...section.matchAll(/^\| `([a-z_]+\.[a-z_]+)`/gm)].map(([, event = '']) => event);
  expect(named.filter((event) => !sourceText.includes(`'${event}'`))).toEqual([]);
});

/** The code puts these together of two texts. */
const PUT_TOGETHER = /^the key command (?:ended|did not end) /;

/** What stands between the words in capitals, which are filled in, and what may be left out. */
const fragmentsOf = (message: string): string[] =>
  message
    .split(/[A-Z]{2,}[a-z]*|\bN\b|[…;(]|\d+/)
    .map((fragment) => fragment.trim().replace(/^: /, ''))
    .filter((fragment) => fragment.length >= 6);

test('documents: docs/errors.md: says messages in the words of the code', () => {
  const [, section = ''] = textOf('docs/errors.md').split('## By message');
  const [messagesPart = ''] = section.split('### In the log of a node or a mount');
  const messages = [...messagesPart.matchAll(/^\| `([^`]+)`/gm)].map(([, message = '']) => message);
  expect(messages.length).toBeGreaterThan(100);
  const isSaid = (message: string): boolean => {
    const fragments = fragmentsOf(message);
    return (
      PUT_TOGETHER.test(message) ||
      fragments.length === 0 ||
      fragments.some((fragment) => sourceText.includes(fragment))
    );
  };
  expect(messages.filter((message) => !isSaid(message))).toEqual([]);
});

const tree = commandTree();

/** The first of the words that stands where a command has to, and is none. */
function unknownWord(words: readonly string[]): string | undefined {
  let entry: CommandEntry = tree;
  for (const word of words) {
    const next = entry.commands.find((command) => command.words.at(-1) === word);
    if (next === undefined) return entry.commands.length > 0 && /^[a-z-]+$/.test(word) ? word : undefined;
    entry = next;
  }
  return undefined;
}

/** `hafs` where a shell would run it; not a word of a comment or another program's. */
const COMMAND = /(?:^|\s{2}|npx |-- |ssh \S+ |[|;&(] ?)hafs ((?:[a-z][a-z-]*(?: |$))+)/g;

/** Begins as a command does, and names a key. */
const NO_COMMANDS = ['values of brick'];

/** Every `hafs …` in code, as its words up to the first that is no plain word. */
function commandsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  const lines = text.split('\n').filter((line) => /^ {4}\S/.test(line));
  return [...spans, ...lines]
    .flatMap((code) => [...code.matchAll(COMMAND)])
    .map(([, words = '']) => words.trim())
    .filter((words) => !NO_COMMANDS.includes(words));
}

test.each(pages)('documents: $path: every command in it is there', ({ text }) => {
  expect(commandsIn(text).filter((words) => unknownWord(words.split(' ')) !== undefined)).toEqual([]);
});

test.each(pages)('documents: $path: every page and file that it names is there', ({ text }) => {
  const paths = /(?<![\w./-])(?:docs|deploy|scripts|examples|test)\/[\w./-]+\.(?:md|ts|js|sh|json|yml)\b/g;
  const missing = [...text.matchAll(paths)]
    .map(([path]) => path)
    .filter((path) => !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

const units = readdirSync(join(ROOT, 'deploy/systemd')).filter((name) => !name.endsWith('.sysusers'));
/** Those of what somebody comes from, and of what stands on a mount. */
const OTHERS_UNITS = ['glusterd', 'apache2'];

/** `systemctl stop hafs-server`: the unit, with or without its kind. */
const UNIT = /systemctl (?:--?\w+ )*[a-z]+(?:-[a-z]+)? (?:--?\w+ )*([\w@.-]+)/g;

test.each(pages)('documents: $path: every unit that systemctl is told of is one of ours', ({ text }) => {
  const named = [...text.matchAll(UNIT)].map(([, unit = '']) => unit);
  const isShipped = (unit: string): boolean => units.includes(unit) || units.includes(`${unit}.service`);
  expect(named.filter((unit) => !isShipped(unit) && !OTHERS_UNITS.includes(unit))).toEqual([]);
});

test('documents: a line for /etc/fstab that waits long: systemd is told to wait longer', () => {
  const texts = [...pages.map(({ text }) => text), textOf('src/cli/reference/man-pages.ts')];
  const waiting = texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => /\shafs\s+_netdev.*[,]mount-timeout=/.test(line));
  expect(waiting.length).toBeGreaterThan(0);
  for (const line of waiting) {
    const seconds = (option: string): number =>
      Number(new RegExp(`[, ]${option}=(\\d+)`).exec(line)?.[1] ?? 0);
    expect(seconds('x-systemd\\.mount-timeout'), line).toBeGreaterThan(seconds('mount-timeout'));
  }
});
