import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT_INO } from '../../src/core/ids.js';
import { bytes, MemoryVolume, outcome } from '../support/memory-volume.js';

const STABLE = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'];

const coming = fc.constantFrom('t0', 't1', 't2', 't3');
const stable = fc.constantFrom(...STABLE);
const step = fc.oneof(
  fc.record({ kind: fc.constant('page'), entriesMax: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('make'), name: coming }),
  fc.record({ kind: fc.constant('unlink'), name: coming }),
  fc.record({ kind: fc.constant('replace'), name: coming, newName: fc.oneof(stable, coming) }),
  fc.record({ kind: fc.constant('exchange'), name: stable, newName: fc.oneof(stable, coming) }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Listing {
  readonly names: string[] = [];
  isEnd = false;
  private cookie = 0;

  constructor(private readonly volume: MemoryVolume) {}

  async page(entriesMax: number): Promise<void> {
    const query = {
      kind: 'readdir',
      ino: ROOT_INO,
      cookie: this.cookie,
      entriesMax,
      withAttr: false,
    } as const;
    const reply = await this.volume.query(query);
    if (reply.kind !== 'dirents') throw new Error(`reply of kind ${reply.kind}`);
    this.names.push(...reply.entries.map((entry) => Buffer.from(entry.name).toString()));
    this.cookie = reply.entries.at(-1)?.cookie ?? this.cookie;
    this.isEnd = reply.end;
  }
}

function change(volume: MemoryVolume, step: Exclude<Step, { kind: 'page' }>): void {
  if (step.kind === 'make') outcome(() => volume.make(step.name));
  else if (step.kind === 'unlink') outcome(() => volume.unlink(step.name));
  else {
    const places = { parent: ROOT_INO, name: bytes(step.name), newParent: ROOT_INO };
    const newName = bytes(step.newName);
    outcome(() => volume.mutate({ kind: 'rename', ...places, newName, mode: step.kind }));
  }
}

test('prop: readdir: names that are there all along: are listed exactly once', async () => {
  const once = fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
    const volume = new MemoryVolume();
    for (const name of STABLE) volume.make(name);
    const listing = new Listing(volume);
    for (const step of steps) {
      if (step.kind !== 'page') change(volume, step);
      else if (!listing.isEnd) await listing.page(step.entriesMax);
    }
    while (!listing.isEnd) await listing.page(2);
    expect(listing.names.filter((name) => STABLE.includes(name)).toSorted()).toEqual(STABLE);
  });
  await fc.assert(once);
});
