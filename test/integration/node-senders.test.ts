/** Whose word a node takes for whose: its own certificate says which node speaks, the pool says which bricks are that node's. */
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareBrick } from '../../brick/brick-directory.js';
import { keySourceOf } from '../../brick/encryption/key-source.js';
import { PoolKeys } from '../../brick/encryption/pool-keys.js';
import { NodeLinks } from '../../brick/node-links.js';
import { NodeFile } from '../../brick/node-file.js';
import { StorageNode } from '../../brick/storage-node.js';
import { brickId, groupId } from '../../src/core/ids.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { noMetrics } from '../../src/runtime/metrics.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { putVolume, type VolumeRecord } from '../../src/volume/catalogue.js';
import { eventually } from '../support/eventually.js';

const SELF = { id: 'n1', name: 'node1', address: '127.0.0.1:1' };
const POOL = 'p1';
const GROUP = 'g1';

class FakeLink extends EventEmitter {
  isEnded = false;
  end(): void {
    this.isEnded = true;
  }
}

let scratch = '';
let node: StorageNode;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-senders-'));
  node = await startNode();
  const members = ['b1', 'b2', 'b3'].map(brickId);
  const brick = { group: groupId(GROUP), brick: brickId('b1'), volume: 'www', members, key: undefined };
  await prepareBrick(join(scratch, 'brick'), brick, () => false);
  await node.pool.change(() => Promise.resolve({ edits: [putVolume(volume())], result: undefined }));
  await eventually(() => expect(node.bricks.byId('b1')).toBeDefined());
});

afterAll(async () => {
  await node.close();
  await rm(scratch, { recursive: true, force: true });
});

async function startNode(): Promise<StorageNode> {
  const directory = join(scratch, 'data');
  const started = new StorageNode({
    ...{ directory, self: SELF, clock: new SystemClock(), random: new SystemRandom(), log: silentLogger },
    file: await NodeFile.open(directory, () => ({ id: SELF.id, pool: POOL, nodes: [SELF] })),
    ...{ isInsecure: false, trust: () => undefined, passKey: undefined, metrics: noMetrics, bootId: 'boot' },
    keys: new PoolKeys(keySourceOf(undefined, undefined)),
    tell: () => undefined,
    onFailed: (error) => {
      throw error;
    },
  });
  await started.start();
  await eventually(() => expect(started.hasPoolManager).toBe(true));
  return started;
}

const volume = (): VolumeRecord => ({
  ...{ name: 'www', id: 'v1', status: 'started', group: GROUP, options: {}, createdAtMs: 0 },
  bricks: [1, 2, 3].map((nth) => ({ id: `b${nth}`, nodeId: `n${nth}`, directory: join(scratch, 'brick') })),
});

const vote = (message: hafs.v1.ILinkMessage): hafs.v1.LinkMessage =>
  wire.LinkMessage.decode(
    wire.LinkMessage.encode({ term: 1, voteReply: { granted: true }, ...message }).finish(),
  );

/** @returns whether the link of node n2 stands after it has said this. */
function stands(message: hafs.v1.ILinkMessage): boolean {
  const link = new FakeLink();
  node.links.accept(link, { kind: 'node', id: 'n2' });
  link.emit('data', vote(message));
  return !link.isEnded;
}

test.each([
  { what: 'the pool', group: POOL, toBrick: SELF.id, own: 'n2', others: 'n3' },
  { what: 'a volume', group: GROUP, toBrick: 'b1', own: 'b2', others: 'b3' },
])('senders: a node votes in $what for the brick of another node: its link is ended', (one) => {
  const { group, toBrick, own, others } = one;
  expect(stands({ fromNode: 'n2', group, toBrick, fromBrick: own })).toBe(true);
  expect(stands({ fromNode: 'n2', group, toBrick, fromBrick: others })).toBe(false);
  expect(stands({ fromNode: 'n3', group, toBrick, fromBrick: others })).toBe(false);
});

test('senders: a brick that this node has not heard of yet: is listened to, for it may be taking the place of another', () => {
  expect(stands({ fromNode: 'n2', group: GROUP, toBrick: 'b1', fromBrick: 'b4' })).toBe(true);
});

test('senders: a message to a brick that is not open here: is dropped, and the link stands', () => {
  expect(stands({ fromNode: 'n2', group: 'g9', toBrick: 'b9', fromBrick: 'b3' })).toBe(true);
});

test('senders: a node names another one and hangs up: the other one is not taken for dead', () => {
  const down: string[] = [];
  const links = new NodeLinks({
    ...{ self: 'n1', trust: () => undefined, clock: new SystemClock(), log: silentLogger },
    ...{ onMessage: () => undefined, onDown: (name) => down.push(name) },
  });
  for (const fromNode of ['n3', 'n2']) {
    const link = new FakeLink();
    links.accept(link, { kind: 'node', id: 'n2' });
    link.emit('data', vote({ fromNode, group: POOL, toBrick: 'n1', fromBrick: fromNode }));
    link.emit('close');
  }
  expect(down).toEqual(['n2']);
});
