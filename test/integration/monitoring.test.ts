/** Metrics, events, availability and pages of real nodes, while one of them dies. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  BRICK_METRICS,
  FILE_METRICS,
  NODE_METRICS,
  REPLICA_METRICS,
  VOLUME_METRICS,
} from '../../brick/metrics/metric-names.js';
import { MOUNT_METRICS } from '../../mount/metrics/mount-metric-names.js';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 24_471;
const WITHIN_MS = 60_000;
const ROOT = new URL('../../', import.meta.url);

interface EventLine {
  readonly kind: string;
  readonly node: string;
  readonly sequence: number;
}

interface AvailabilityDocument {
  readonly write: {
    readonly available: boolean;
    readonly outageCount: number;
    readonly outages: readonly { readonly cause: string }[];
  };
  readonly silentNodes: readonly string[];
}

let directory: string;
let nodes: Nodes;
/** What the webhook was sent. */
const posted: { readonly kind: string; readonly node: string }[] = [];
const hook = createServer((incoming, response) => {
  void json(incoming).then((event) => {
    posted.push(event as (typeof posted)[number]);
    response.end();
  });
});

const fileText = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

const metricsOf = async (node: number): Promise<string> =>
  (await fetch(`http://${nodes.http(node)}/metrics`)).text();

const ok = async (...words: string[]): Promise<string> => {
  const { status, out, err } = await nodes.hafs(...words);
  if (status !== 0) throw new Error(err);
  return out;
};

const eventsAt = async (node: number): Promise<EventLine[]> =>
  JSON.parse(await ok('--server', nodes.address(node), 'events', '--json')) as EventLine[];

const availabilityAt = async (node: number): Promise<AvailabilityDocument> =>
  JSON.parse(
    await ok('--server', nodes.address(node), 'volume', 'availability', 'www', '--json'),
  ) as AvailabilityDocument;

const kindsAt = async (node: number): Promise<string[]> => (await eventsAt(node)).map(({ kind }) => kind);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-monitoring-'));
  hook.listen(0, '127.0.0.1');
  await once(hook, 'listening');
  nodes = await startNodes(3, directory, BASE_PORT);
  await ok('pool', 'set', 'webhook', `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hafs`);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(directory, `brick${node}`)}`);
  await ok('volume', 'create', 'www', 'replica', '3', ...bricks);
  await ok('volume', 'start', 'www');
  await eventually(async () => {
    await ok('fs', 'mkdir', 'www:/a');
  }, WITHIN_MS);
  await ok('fs', 'put', new URL('package.json', ROOT).pathname, 'www:/a/file');
  await ok('fs', 'cat', 'www:/a/file');
});

afterAll(async () => {
  await nodes.stop();
  hook.close();
  await rm(directory, { recursive: true });
});

/** What is only shown once it has happened, or while it can be told. */
const OCCASIONAL = new Set(['hafs_heal_remaining_seconds', 'hafs_file_errors_total']);

const NODE_TABLES = [FILE_METRICS, REPLICA_METRICS, BRICK_METRICS, VOLUME_METRICS, NODE_METRICS];
const nodeMetrics = NODE_TABLES.flatMap((table) => Object.values<{ readonly name: string }>(table)).map(
  ({ name }) => name,
);
const mountMetrics = Object.values(MOUNT_METRICS).map(({ name }) => name);

test('metrics: a scrape of all nodes: has every metric that there is a name for', async () => {
  await eventually(async () => {
    const scrapes = (await Promise.all([1, 2, 3].map(metricsOf))).join('\n');
    const missing = nodeMetrics.filter(
      (name) => !OCCASIONAL.has(name) && !scrapes.includes(`# TYPE ${name} `),
    );
    expect(missing).toEqual([]);
  }, WITHIN_MS);
});

test('metrics: the rules and the dashboard: name only what is there', async () => {
  const scrape = (await Promise.all([1, 2, 3].map(metricsOf))).join('\n');
  const known = new Set([...nodeMetrics, ...mountMetrics]);
  for (const path of ['deploy/prometheus-alerts.yml', 'deploy/grafana-dashboard.json']) {
    const named = new Set(fileText(path).match(/\b(hafs|nodejs|process)_[a-z0-9_]+/g));
    const bases = [...named].map((name) => name.replace(/_(bucket|count|sum)$/, ''));
    const unknown = bases.filter((name) => !known.has(name) && !scrape.includes(`# TYPE ${name} `));
    expect(unknown, path).toEqual([]);
  }
});

/** `undefined` where Prometheus is not installed. */
function promtool(words: readonly string[], input = ''): string | undefined {
  const { status, stdout, stderr, error } = spawnSync('promtool', words, { input, encoding: 'utf8' });
  if (error !== undefined && process.env['HAFS_NO_SKIP'] !== '1') return undefined;
  return `${status}: ${stdout}${stderr}`;
}

test('metrics: promtool: finds no fault in the rules and in a scrape, where it is installed', async (context) => {
  const rules = promtool(['check', 'rules', new URL('deploy/prometheus-alerts.yml', ROOT).pathname]);
  if (rules === undefined) return context.skip();
  expect(rules).toMatch(/^0: .*SUCCESS/s);
  const own = (await metricsOf(1)).split('\n').filter((line) => /^(# \w+ )?hafs_/.test(line));
  expect(promtool(['check', 'metrics'], `${own.join('\n')}\n`)).toBe('0: ');
});

test('metrics: one operation: is counted with its bytes and its time', async () => {
  const sumOf = async (name: string): Promise<number> => {
    const scrapes = (await Promise.all([1, 2, 3].map(metricsOf))).join('\n');
    const values = [...scrapes.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))];
    return values.reduce((sum, [, value]) => sum + Number(value), 0);
  };
  const before = await sumOf('hafs_file_read_bytes_total');
  const operations = await sumOf('hafs_file_operation_seconds_count');
  const file = await ok('fs', 'cat', 'www:/a/file');
  await eventually(async () => {
    expect((await sumOf('hafs_file_read_bytes_total')) - before).toBe(Buffer.byteLength(file));
    expect(await sumOf('hafs_file_operation_seconds_count')).toBeGreaterThan(operations);
  }, WITHIN_MS);
});

test('events: every node: tells the same ones, and the webhook was sent them', async () => {
  await eventually(async () => expect(await kindsAt(1)).toContain('manager-changed'), WITHIN_MS);
  const keys = async (node: number): Promise<string[]> =>
    (await eventsAt(node)).map((event) => `${event.node} ${event.sequence} ${event.kind}`);
  await eventually(async () => expect(await keys(2)).toEqual(await keys(3)), WITHIN_MS);
  expect(await kindsAt(3)).toEqual(
    expect.arrayContaining(['node-joined', 'volume-created', 'volume-started']),
  );
  await eventually(() => expect(posted.map(({ kind }) => kind)).toContain('volume-started'), WITHIN_MS);
});

test('a node is killed and comes back: events and ledger tell it, from whichever node, also after its restart', async () => {
  const [volume] = JSON.parse(await ok('heal-status', 'www', '--json')) as { readonly manager: string }[];
  const victim = Number(volume!.manager.replace('node', ''));
  const witness = (victim % 3) + 1;
  await nodes.kill(victim);
  await eventually(async () => {
    expect(await kindsAt(witness)).toEqual(expect.arrayContaining(['node-unreachable', 'brick-offline']));
  }, WITHIN_MS);
  const during = await availabilityAt(witness);
  expect(during.silentNodes).toEqual([`node${victim}`]);
  const ofThisKill = { cause: 'election', managerBefore: `node${victim}` };
  expect(during.write.available).toBe(true);
  expect(during.write.outages).toContainEqual(expect.objectContaining(ofThisKill));
  nodes.start(victim);
  await eventually(async () => {
    expect(await kindsAt(victim)).toEqual(expect.arrayContaining(['node-reachable', 'brick-in-sync']));
  }, WITHIN_MS);
  // The restarted node still testifies for the time before its death.
  const after = await availabilityAt(victim);
  expect(after).toMatchObject({ silentNodes: [], write: { available: true } });
  expect(after.write.outageCount).toBe(during.write.outageCount);
});

/** As fetch does not let one: with the host name of somebody else. */
async function asHost(host: string, path: string): Promise<IncomingMessage> {
  const [name, port] = nodes.http(1).split(':');
  const asked = request({ host: name, port, path, headers: { host } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response;
}

test('pages: what a browser is told: nothing from elsewhere, nothing inline, no frames, only reading', async () => {
  const response = await fetch(`http://${nodes.http(1)}/`);
  expect(response.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).not.toMatch(/https?:\/\/|<style|style=|<script(?! type="module" src)/);
  expect((await fetch(`http://${nodes.http(1)}/api/status`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`http://${nodes.http(1)}/no-such`)).status).toBe(404);
});

test('pages: a page from elsewhere that takes our address for its name: is refused', async () => {
  const refused = await asHost('evil.example:80', '/api/status');
  expect(refused.statusCode).toBe(403);
  expect(await text(refused)).not.toContain('www');
  expect((await asHost('localhost:8080', '/healthz')).statusCode).toBe(200);
});

test('pages: any node: shows the same volume, bricks and manager', async () => {
  const shown = async (node: number) => {
    const response = await fetch(`http://${nodes.http(node)}/api/status`);
    const { volumes } = (await response.json()) as {
      volumes: { manager: string; bricks: { state: string }[] }[];
    };
    return volumes.map(({ manager, bricks }) => ({ manager, states: bricks.map(({ state }) => state) }));
  };
  await eventually(async () => {
    expect(await shown(1)).toMatchObject([{ states: ['in-sync', 'in-sync', 'in-sync'] }]);
    expect(await shown(2)).toEqual(await shown(1));
    expect(await shown(3)).toEqual(await shown(1));
  }, WITHIN_MS);
});

test('pages: more watch than is allowed: the next one is refused, and a place is free again when one leaves', async () => {
  const watching = new AbortController();
  const open = (signal: AbortSignal): Promise<Response> =>
    fetch(`http://${nodes.http(2)}/api/live`, { signal });
  // They are kept: a response that nobody has any more is closed.
  const answers = await Promise.all(Array.from({ length: 32 }, () => open(watching.signal)));
  const late = new AbortController();
  expect((await open(late.signal)).status).toBe(503);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  watching.abort();
  await eventually(async () => expect((await open(late.signal)).status).toBe(200), WITHIN_MS);
  late.abort();
});
