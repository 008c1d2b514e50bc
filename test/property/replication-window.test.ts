import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryWindow } from '../../src/replication/entry-window.js';
import { ORIGIN, type Entry, type Position } from '../../src/replication/entry.js';
import { entry } from '../support/core-bench.js';

const limits = fc.record({ bytesMax: fc.nat({ max: 60 }), entriesMax: fc.nat({ max: 6 }) });
const push = fc.record({
  kind: fc.constant('push' as const),
  sizeBytes: fc.nat({ max: 30 }),
  newTerm: fc.boolean(),
});
const trim = fc.record({ kind: fc.constant('trim' as const), keepBack: fc.nat({ max: 10 }) });
const actions = fc.array(fc.oneof({ weight: 3, arbitrary: push }, trim), { maxLength: 60 });

/** All entries ever, and where the window begins: nothing clever. */
class DumbWindow {
  readonly entries: Entry[] = [];
  baseIndex = 0;

  constructor(private readonly limits: { readonly bytesMax: number; readonly entriesMax: number }) {}

  get tail(): Position {
    const { term, index } = this.entries.at(-1) ?? ORIGIN;
    return { term, index };
  }

  trim(keepAfterIndex: number): void {
    for (;;) {
      const held = this.entries.filter(({ index }) => index > this.baseIndex);
      const bytes = held.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      const isAbove = held.length > this.limits.entriesMax || bytes > this.limits.bytesMax;
      if (held.length === 0 || !isAbove || this.baseIndex >= keepAfterIndex) return;
      this.baseIndex++;
    }
  }

  termAt(index: number): number | undefined {
    if (index < this.baseIndex) return undefined;
    return index === 0 ? 0 : this.entries[index - 1]?.term;
  }

  from(index: number, bytesMax: number): Entry[] {
    if (index <= this.baseIndex) return [];
    const rest = this.entries.slice(index - 1);
    let bytes = 0;
    return rest.filter((held, place) => {
      bytes += held.sizeBytes;
      return place === 0 || bytes <= bytesMax;
    });
  }
}

test('prop: window: answers as a plain list does, however it grows and is trimmed', () => {
  const agrees = fc.property(limits, actions, fc.nat({ max: 80 }), (limits, actions, bytesMax) => {
    const window = new EntryWindow(ORIGIN, limits);
    const dumb = new DumbWindow(limits);
    for (const action of actions) {
      const { term, index } = dumb.tail;
      if (action.kind === 'push') {
        const next = entry(action.newTerm ? term + 1 : Math.max(1, term), index + 1, action);
        window.push(next);
        dumb.entries.push(next);
      } else {
        window.trim(index - action.keepBack);
        dumb.trim(index - action.keepBack);
      }
      expect(window.tail).toEqual(dumb.tail);
      for (let at = 0; at <= dumb.entries.length + 1; at++) {
        expect(window.termAt(at)).toBe(dumb.termAt(at));
        expect(window.from(at, bytesMax)).toEqual(dumb.from(at, bytesMax));
      }
    }
  });
  fc.assert(agrees);
});
