/** Ranges of two files against plain byte arrays: writes, truncations, holes, copies, and where data lies. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ino } from '../../src/core/ids.js';
import { CHUNK_SIZE_BYTES } from '../../src/core/limits.js';
import type { AllocateMode, Mutation } from '../../src/core/operation.js';
import { MemoryVolume } from '../support/memory-volume.js';
import { violations } from '../support/volume-checks.js';

const FILES = ['a', 'b'] as const;
const SIZE_MAX = 4 * CHUNK_SIZE_BYTES;

/** Near the borders of chunks, where things go wrong. */
const place = fc
  .record({ chunk: fc.integer({ min: 0, max: 3 }), near: fc.constantFrom(-7, -1, 0, 1, 9, 40_000) })
  .map(({ chunk, near }) => Math.max(0, chunk * CHUNK_SIZE_BYTES + near));
const length = fc.constantFrom(1, 5, 4_096, 100_000, CHUNK_SIZE_BYTES, CHUNK_SIZE_BYTES + 3);
const file = fc.constantFrom(...FILES);
const mode = fc.constantFrom<AllocateMode[]>(
  'allocate',
  'allocateKeepSize',
  'punch',
  'punch',
  'zero',
  'zeroKeepSize',
);

const action = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    file,
    at: place,
    length,
    byte: fc.integer({ min: 1, max: 255 }),
  }),
  fc.record({ kind: fc.constant('truncate' as const), file, at: place }),
  fc.record({ kind: fc.constant('allocate' as const), file, at: place, length, mode }),
  fc.record({ kind: fc.constant('copy' as const), file, at: place, length, target: file, to: place }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** What the files hold, by the dumbest way there is. */
class Oracle {
  readonly contents = new Map<string, Buffer>(FILES.map((name) => [name, Buffer.alloc(0)]));

  apply(done: Action): void {
    const old = this.contents.get(done.file)!;
    if (done.kind === 'write') this.put(done.file, done.at, Buffer.alloc(done.length, done.byte));
    else if (done.kind === 'truncate') this.contents.set(done.file, resized(old, done.at));
    else if (done.kind === 'copy')
      this.put(done.target, done.to, old.subarray(done.at, done.at + done.length));
    else this.allocate(done.file, done.at, done.at + done.length, done.mode);
  }

  private put(name: string, at: number, data: Uint8Array): void {
    if (data.length === 0) return;
    const old = this.contents.get(name)!;
    const grown = resized(old, Math.max(old.length, at + data.length));
    grown.set(Buffer.from(data), at);
    this.contents.set(name, grown);
  }

  private allocate(name: string, from: number, to: number, how: AllocateMode): void {
    const old = this.contents.get(name)!;
    const keeps = how === 'punch' || how === 'zeroKeepSize' || how === 'allocateKeepSize';
    const now = resized(old, keeps ? old.length : Math.max(old.length, to));
    if (how !== 'allocate' && how !== 'allocateKeepSize')
      now.fill(0, Math.min(from, now.length), Math.min(to, now.length));
    this.contents.set(name, now);
  }
}

const resized = (old: Buffer, sizeBytes: number): Buffer =>
  Buffer.concat([old.subarray(0, sizeBytes), Buffer.alloc(Math.max(0, sizeBytes - old.length))]);

function mutationFor(done: Action, inos: Readonly<Record<string, Ino>>): Mutation {
  const ino = inos[done.file]!;
  if (done.kind === 'truncate') return { kind: 'setattr', ino, change: { sizeBytes: done.at } };
  const range = { ino, offsetBytes: done.at };
  if (done.kind === 'write') {
    return {
      kind: 'write',
      ...range,
      append: false,
      sync: false,
      data: Buffer.alloc(done.length, done.byte),
    };
  }
  if (done.kind === 'allocate')
    return { kind: 'allocate', ...range, lengthBytes: done.length, mode: done.mode };
  const target = { target: inos[done.target]!, targetOffsetBytes: done.to };
  return { kind: 'copy', ...range, lengthBytes: done.length, ...target };
}

const seek = async (volume: MemoryVolume, ino: Ino, offsetBytes: number, wanted: 'data' | 'hole') => {
  const reply = await volume.query({ kind: 'seek', ino, offsetBytes, wanted });
  return reply.kind === 'offset' ? reply.offsetBytes : -1;
};

/** No byte of a hole is anything but zero, and the two kinds of seek walk over the whole file. */
async function expectHolesAreZeros(volume: MemoryVolume, ino: Ino, content: Buffer): Promise<void> {
  for (let at = 0; at < content.length;) {
    const data = await seek(volume, ino, at, 'data').catch(() => content.length);
    expect(content.subarray(at, data).every((byte) => byte === 0)).toBe(true);
    if (data >= content.length) return;
    at = await seek(volume, ino, data, 'hole');
    expect(at).toBeGreaterThan(data);
  }
}

test('prop: ranges: hold what plain byte arrays hold, count what they store, and tell their holes', async () => {
  const holds = fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
    const volume = new MemoryVolume();
    const inos = Object.fromEntries(FILES.map((name) => [name, volume.make(name)]));
    const oracle = new Oracle();
    for (const done of actions) {
      volume.mutate(mutationFor(done, inos));
      oracle.apply(done);
    }
    expect(violations(volume.entries())).toEqual([]);
    for (const [name, content] of oracle.contents) {
      const ino = inos[name]!;
      const reply = await volume.query({ kind: 'read', ino, offsetBytes: 0, lengthBytes: 2 * SIZE_MAX });
      expect(reply.kind === 'data' && content.equals(reply.data)).toBe(true);
      await expectHolesAreZeros(volume, ino, content);
    }
  });
  await fc.assert(holds, { numRuns: 150 });
});
