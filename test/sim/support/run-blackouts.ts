import { ROOT_INO } from '../../../src/core/ids.js';
import type { Mutation } from '../../../src/core/operation.js';
import { namespaceViolations } from './namespace-check.js';
import type { SeededRandom } from './scheduler.js';
import type { SimClient } from './sim-client.js';
import { SimCluster } from './sim-cluster.js';
import { ClientCalls, makeFile, nameOf } from './workloads/client-calls.js';

const CLIENTS = 3;
const FIRST_ELECTION_MS = 3_000;
const BLACKOUTS = 3;
const LIT_MS = { min: 500, max: 3_000 };
/** Longer than bricks in doubt wait for one that is not (docs/replication.md, "Loss of power"). */
const RETURN_MS_MAX = 25_000;
/** Else a machine comes back to a pool that has gone through more than one blackout without it. */
const SETTLES = 0.5;
const NAMES = 12;
const PAUSE_MS_MAX = 20;
const SHOWN_MAX = 5;

/**
 * All machines lose power at once, over and over, and come back one by one. What was not synced may be gone, so what clients
 * were told is not checked; but what is there is a tree, the same on all bricks, and nobody is needed for it.
 * @returns how many operations clients began.
 */
export async function runBlackouts(seed: number): Promise<number> {
  const cluster = await SimCluster.start(seed);
  const calls = new ClientCalls(cluster, []);
  const work: Promise<unknown>[] = [];
  await cluster.run(FIRST_ELECTION_MS);
  for (let blackout = 0; blackout < BLACKOUTS; blackout++) {
    const { stop, ended } = startClients(cluster, calls, blackout);
    work.push(ended);
    await cluster.run(cluster.random.between(LIT_MS.min, LIT_MS.max));
    await blackOut(cluster);
    stop();
    if (cluster.random.chance(SETTLES)) await cluster.settle();
  }
  await cluster.settle();
  await cluster.complete(Promise.all(work));
  await cluster.settle();
  cluster.assertReplicasEqual();
  await checkTree(cluster);
  return calls.operations;
}

/** Each machine comes back at a time of its own, some of them long after the others have gone on. */
async function blackOut(cluster: SimCluster): Promise<void> {
  const { random, scheduler } = cluster;
  for (const node of cluster.nodes) {
    cluster.losePower(node.id, true);
    scheduler.after(random.between(0, RETURN_MS_MAX), () => {
      if (!node.isUp) node.start().catch((error: unknown) => cluster.broken.push(String(error)));
    });
  }
  await cluster.run(random.between(0, RETURN_MS_MAX));
}

/** New ones each time: a session may be forgotten with everything else. */
function startClients(cluster: SimCluster, calls: ClientCalls, round: number) {
  const state = { isOver: false };
  const clients = Array.from({ length: CLIENTS }, (_, place) => cluster.client(round * CLIENTS + place));
  const ended = Promise.all(clients.map((client) => workUntil(state, cluster, calls, client)));
  return { ended, stop: () => void (state.isOver = true) };
}

async function workUntil(
  state: { readonly isOver: boolean },
  { scheduler, random }: SimCluster,
  calls: ClientCalls,
  client: SimClient,
): Promise<void> {
  await client.open();
  while (!state.isOver) {
    await calls.execute(client, anyChange(random));
    await new Promise<void>((resolve) => void scheduler.after(random.between(0, PAUSE_MS_MAX), resolve));
  }
}

function anyChange(random: SeededRandom): Mutation {
  const anyName = (): string => `name-${random.below(NAMES)}`;
  const at = { parent: ROOT_INO, name: nameOf(anyName()) };
  return random.pick<Mutation>([
    makeFile(anyName()),
    { kind: 'unlink', ...at },
    { kind: 'rename', ...at, newParent: ROOT_INO, newName: nameOf(anyName()), mode: 'replace' },
  ]);
}

async function checkTree(cluster: SimCluster): Promise<void> {
  const visitor = cluster.client(BLACKOUTS * CLIENTS);
  await cluster.complete(visitor.open());
  const wrong = await cluster.complete(namespaceViolations(new ClientCalls(cluster, [visitor])));
  const all = [...wrong, ...cluster.broken];
  if (all.length > 0) throw new Error(all.slice(0, SHOWN_MAX).join('\n'));
}
