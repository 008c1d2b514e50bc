/** One node of three lies: it is caught, the others go on without it, and no client is told anything wrong. */
import { expect, test } from 'vitest';
import { ORIGIN } from '../../src/replication/entry.js';
import type { ReplicaMessage } from '../../src/volume/replica/replica-message.js';
import { freshSeeds } from './support/seeds.js';
import { SimCluster } from './support/sim-cluster.js';
import { brickOf, type SimNode } from './support/sim-node.js';
import { Workload } from './support/workload.js';

const FIRST_ELECTION_MS = 3_000;
const HONEST_MS = 2_000;
const LYING_MS = 8_000;
const CLIENTS = 3;
const FAR = 1_000_000;
const STEP_MS = 50;
const STEPS_MAX = 200;

type Lie = (message: ReplicaMessage) => ReplicaMessage;

const LIES: readonly { readonly what: string; readonly why: string; readonly lie: Lie }[] = [
  {
    what: 'acknowledges what was never sent',
    why: 'acknowledged-unsent',
    lie: (message) =>
      message.kind === 'appendReply' ? { ...message, matchIndex: message.matchIndex + FAR } : message,
  },
  {
    what: 'answers heartbeats of the future',
    why: 'answered-unsent',
    lie: (message) =>
      message.kind === 'standing' && message.heartbeatSentAtMs !== undefined
        ? { ...message, heartbeatSentAtMs: message.heartbeatSentAtMs + FAR }
        : message,
  },
  {
    what: 'is ahead of its manager',
    why: 'ahead-of-order',
    lie: (message) =>
      message.kind === 'standing'
        ? { ...message, tail: { term: message.term, index: message.tail.index + FAR } }
        : message,
  },
  {
    what: 'falls back in its term',
    why: 'term-fell',
    lie: (message) => (message.kind === 'standing' ? { ...message, term: 0, tail: ORIGIN } : message),
  },
  {
    what: 'manages the term that another one manages',
    why: 'second-manager',
    lie: (message) =>
      message.kind === 'standing'
        ? { kind: 'heartbeat', term: message.term, commitIndex: message.tail.index + FAR, sentAtMs: 1 }
        : message,
  },
];

const BROKEN_ORDER: Lie = (message) =>
  message.kind === 'append' && message.entries.length > 0
    ? { ...message, entries: message.entries.map((entry) => ({ ...entry, index: entry.index + FAR })) }
    : message;

const viewOf = (node: SimNode) => node.manager!.group.replica.view();
const isManager = (node: SimNode): boolean => viewOf(node).isManager;

/** Clients at work, and a node that begins to lie. */
async function withLiar(seed: number, isChosen: (node: SimNode) => boolean, lie: Lie) {
  const cluster = await SimCluster.start(seed);
  const workload = new Workload(cluster, CLIENTS);
  await cluster.run(FIRST_ELECTION_MS);
  await workload.prepare();
  const clients = workload.start();
  await cluster.run(HONEST_MS);
  const liar = cluster.nodes.find(isChosen)!;
  cluster.liar = brickOf(liar.id);
  liar.lie = lie;
  await cluster.run(LYING_MS);
  const before = workload.operations;
  await cluster.run(LYING_MS);
  return { cluster, workload, clients, liar, operations: workload.operations - before };
}

/** Where little is kept in memory, one of the two may just be healed, as ever. */
async function othersInSync({ cluster, liar }: { cluster: SimCluster; liar: SimNode }): Promise<void> {
  const views = () => cluster.nodes.filter((node) => node !== liar).map(viewOf);
  for (let step = 0; step < STEPS_MAX && !views().some(({ inSyncCount }) => inSyncCount === 2); step++)
    await cluster.run(STEP_MS);
  expect(views().map(({ inSyncCount }) => inSyncCount)).toContain(2);
}

/** It is honest again, and an administrator has it compared with the others. */
async function makeGood({ cluster, workload, clients, liar }: Awaited<ReturnType<typeof withLiar>>) {
  liar.lie = (message) => message;
  workload.stop();
  await cluster.complete(clients);
  for (const node of cluster.nodes)
    node.manager!.group.replica.judge({ kind: 'pardon', brick: brickOf(liar.id), isHealedFirst: true });
  await cluster.settle();
  await workload.check();
  await cluster.settle();
  cluster.assertReplicasEqual();
}

const seed = freshSeeds().at(-1)!;

test.each(LIES)(
  `sim: a node $what: it is isolated, the others serve, and it is healed in the end (seed ${seed})`,
  async ({ why, lie }) => {
    const run = await withLiar(seed, (node) => !isManager(node), lie);
    expect(run.cluster.isolations).toContain(why);
    expect(run.operations).toBeGreaterThan(100);
    await othersInSync(run);
    await makeGood(run);
  },
);

test(`sim: a manager that breaks the order: is left by the others, one of which takes over (seed ${seed})`, async () => {
  const run = await withLiar(seed, isManager, BROKEN_ORDER);
  expect(run.cluster.isolations).toContain('broken-order');
  expect(run.cluster.nodes.some((node) => node !== run.liar && isManager(node))).toBe(true);
  expect(run.operations).toBeGreaterThan(100);
  await makeGood(run);
});
