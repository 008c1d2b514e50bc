/**
 * Three bricks, elections, uncommitted tails, and heals cut at any message, without any replica around them:
 * whoever is whole holds exactly what its history says, and nothing committed is ever missing from a manager.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePositions, samePosition, type Entry } from '../../src/replication/entry.js';
import { extend, heal, stateAfter, TestBrick, type Edits } from '../support/heal-bench.js';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const edits: fc.Arbitrary<Edits> = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.option(fc.constantFrom('', '1', '2'), { nil: undefined }),
  { maxKeys: 2, noNullPrototype: true },
);
const which = fc.nat({ max: 2 });

const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), edits }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('send' as const), to: which, count: fc.nat({ max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('elect' as const), who: which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('heal' as const),
      to: which,
      full: fc.boolean(),
      cutAt: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), who: which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), who: which }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** A brick, and beside it the history that it ought to hold. */
interface Node {
  brick: TestBrick;
  history: Entry[];
}

class Cluster {
  private term = 0;
  private manager: Node | undefined;
  /** Where the manager's own entries begin. */
  private firstIndex = 0;
  private committed: Entry[] = [];

  private constructor(private readonly nodes: readonly Node[]) {}

  static async start(): Promise<Cluster> {
    const names = ['a', 'b', 'c'];
    const nodes = names.map(async (name) => ({ brick: await TestBrick.create(name), history: [] }));
    return new Cluster(await Promise.all(nodes));
  }

  async apply(action: Action): Promise<void> {
    switch (action.kind) {
      case 'change':
        return this.change(action.edits);
      case 'send':
        return this.send(this.nodes[action.to]!, action.count);
      case 'elect':
        return this.elect(this.nodes[action.who]!);
      case 'heal':
        return this.healOne(this.nodes[action.to]!, action);
      case 'restart': {
        const node = this.nodes[action.who]!;
        if (node !== this.manager) await node.brick.restart();
        return;
      }
      case 'replace':
        return this.replace(this.nodes[action.who]!);
    }
  }

  /** The best of all is elected, everybody is healed, and is what the manager is. */
  async settle(): Promise<void> {
    const candidates = this.nodes.filter((node) => this.canWin(node));
    if (candidates.length === 0) return;
    await this.elect(candidates[0]!);
    for (const node of this.nodes) await this.healOne(node, { full: false, cutAt: undefined });
    for (const { brick } of this.nodes) expect(brick.state()).toEqual(stateAfter(this.manager!.history));
  }

  private async change(edits: Edits): Promise<void> {
    const { manager } = this;
    if (manager === undefined) return;
    manager.history = extend(manager.history, this.term, edits);
    await manager.brick.take(manager.history, manager.brick.commitIndex);
    this.commit();
  }

  private async send(to: Node, count: number): Promise<void> {
    const { manager } = this;
    if (manager === undefined || to === manager || !isWhole(to)) return;
    const { tail } = to.brick.store.restored();
    const known = manager.history[tail.index - 1] ?? { term: 0, index: 0 };
    if (!samePosition(known, tail)) return;
    to.history = manager.history.slice(0, tail.index + count);
    await to.brick.take(to.history, Math.min(manager.brick.commitIndex, to.history.length));
    this.commit();
  }

  /** By the rules of Raft: two bricks whose histories are no newer; a blank one has no vote. */
  private canWin(node: Node): boolean {
    const { tail } = node.brick.store.restored();
    const votes = this.nodes.filter(({ brick }) => {
      const { health, tail: other } = brick.store.restored();
      return health !== 'blank' && comparePositions(other, tail) <= 0;
    });
    return isWhole(node) && votes.length >= 2;
  }

  private async elect(node: Node): Promise<void> {
    if (!this.canWin(node)) return;
    this.term++;
    this.manager = node;
    this.firstIndex = node.history.length + 1;
    // What was ever committed is in every manager's history.
    expect(node.history.slice(0, this.committed.length)).toEqual(this.committed);
    await this.change({});
  }

  private commit(): void {
    const manager = this.manager!;
    const lengths = this.nodes
      .filter((node) => isWhole(node) && isPrefix(node.history, manager.history))
      .map(({ history }) => history.length)
      .sort((a, b) => b - a);
    const index = lengths[1] ?? 0;
    if (index < this.firstIndex || index <= this.committed.length) return;
    this.committed = manager.history.slice(0, index);
    manager.brick.commitIndex = index;
  }

  private async healOne(to: Node, plan: { full: boolean; cutAt: number | undefined }): Promise<void> {
    const { manager, term } = this;
    if (manager === undefined || to === manager) return;
    const { cutAt, full } = plan;
    const options = { term, full, ...(cutAt === undefined ? {} : { cutAt }) };
    const { healed } = await heal(manager.brick, to.brick, options);
    if (!healed) return;
    to.history = manager.history;
    expect(isWhole(to)).toBe(true);
    expect(to.brick.state()).toEqual(stateAfter(to.history));
    this.commit();
  }

  /** Only while the two others hold all that is committed: that is what an administrator must see to. */
  private async replace(node: Node): Promise<void> {
    const others = this.nodes.filter((other) => other !== node);
    const areSafe = others.every((other) => isWhole(other) && isPrefix(this.committed, other.history));
    if (node === this.manager || !areSafe) return;
    node.brick = await TestBrick.create(node.brick.id, 'blank');
    node.history = [];
  }
}

const isWhole = ({ brick }: Node): boolean => brick.store.restored().health === 'whole';

const isPrefix = (short: readonly Entry[], long: readonly Entry[]): boolean =>
  short.every((entry, place) => {
    const other = long[place];
    return other !== undefined && samePosition(entry, other);
  });

test('prop: heal: cut, resumed, overruled, replaced in any order: every whole brick is its history', async () => {
  const holds = fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 60 }), async (actions) => {
    const cluster = await Cluster.start();
    await cluster.apply({ kind: 'elect', who: 0 });
    for (const action of actions) await cluster.apply(action);
    await cluster.settle();
  });
  await fc.assert(holds, { numRuns: 400 });
});
