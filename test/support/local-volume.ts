/** A volume in this process: the real file-system state machine over a map. For mounts under test; several may share it. */
import type { FileVolume } from '../../src/client/file-volume.js';
import { assert } from '../../src/core/assert.js';
import { bytesToMapKey, mapKeyToBytes } from '../../src/core/bytes.js';
import type { Edit } from '../../src/core/edit.js';
import { sessionId, type Ino, type SessionId } from '../../src/core/ids.js';
import { KEY_KIND } from '../../src/core/key-kind.js';
import { GIB } from '../../src/core/limits.js';
import {
  isQuery,
  type FileOperation,
  type FileReply,
  type Mutation,
  type Query,
} from '../../src/core/operation.js';
import { formatEdits } from '../../src/fs/format.js';
import { applyMutation, chunksSurveyed } from '../../src/fs/mutate.js';
import { inodeCount, runQuery } from '../../src/fs/query.js';
import type { ChunkSurvey, MutationContext, QueryView, StateEntry } from '../../src/fs/state-view.js';
import type { Clock } from '../../src/runtime/clock.js';

const TOTAL_BYTES = 64 * GIB;
const AVAILABLE_BYTES = 48 * GIB;

export class LocalVolume {
  private readonly records = new Map<string, Uint8Array>();
  /** Every key, in order. */
  private readonly sortedKeys: string[] = [];
  private readonly orphanListeners = new Map<SessionId, (inos: readonly Ino[]) => void>();
  private last: Promise<unknown> = Promise.resolve();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
    this.commit(formatEdits(clock.wallTime()));
  }

  /** A session of its own, as each mount has one. */
  connect(): FileVolume {
    const session = sessionId(this.orphanListeners.size + 1);
    this.orphanListeners.set(session, () => undefined);
    return {
      execute: (operation) => this.execute(operation, session),
      onOrphans: (listener) => void this.orphanListeners.set(session, listener),
      close: async () => {
        await this.last.catch(() => undefined);
      },
    };
  }

  /** Records of inodes and of data, for tests of what is freed. */
  get recordCount(): number {
    return this.records.size;
  }

  /** Every record, for checks of what the volume has become. */
  entries(): StateEntry[] {
    return [...this.records].map(([key, value]) => ({ key: mapKeyToBytes(key), value }));
  }

  /** One at a time, so that a query sees the state of one moment. */
  private execute(operation: FileOperation, session: SessionId): Promise<FileReply> {
    const run = (): FileReply | Promise<FileReply> =>
      isQuery(operation) ? this.query(operation, session) : this.mutate(operation, session);
    const result = this.last.then(run, run);
    this.last = result;
    return result;
  }

  private query(query: Query, session: SessionId): FileReply | Promise<FileReply> {
    if (query.kind !== 'statfs') return runQuery(query, this.view, session);
    const space = {
      totalBytes: TOTAL_BYTES,
      availableBytes: AVAILABLE_BYTES,
      inodeCount: inodeCount(this.view),
    };
    return { kind: 'space', space };
  }

  private mutate(mutation: Mutation, session: SessionId): FileReply {
    const sessions = [...this.orphanListeners.keys()];
    for (;;) {
      const survey = chunksSurveyed(mutation, this.view, session);
      const surveyed = survey === undefined ? [] : this.survey(survey);
      const context: MutationContext = { now: this.clock.wallTime(), session, sessions, surveyed };
      const { edits, reply, unfinished } = applyMutation(mutation, this.view, context);
      this.commit(edits);
      if (!unfinished) return reply;
      assert(edits.length > 0, 'a step that changes nothing would go on for ever');
    }
  }

  private commit(edits: readonly Edit[]): void {
    for (const { key, value } of edits) this.put(bytesToMapKey(key), value);
    const orphans = edits.filter(({ key, value }) => key[0] === KEY_KIND.orphan && value !== undefined);
    if (orphans.length === 0) return;
    const inos = orphans.map(({ key }) => inoOfOrphanKey(key));
    for (const listener of this.orphanListeners.values()) listener(inos);
  }

  private put(mapKey: string, value: Uint8Array | undefined): void {
    if (this.records.has(mapKey) !== (value !== undefined)) {
      if (value === undefined) this.sortedKeys.splice(this.firstFrom(mapKey), 1);
      else this.sortedKeys.splice(this.firstFrom(mapKey), 0, mapKey);
    }
    if (value === undefined) this.records.delete(mapKey);
    else this.records.set(mapKey, value);
  }

  /** Where the first key that is not below `mapKey` stands. */
  private firstFrom(mapKey: string): number {
    let [low, high] = [0, this.sortedKeys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.sortedKeys[middle]! < mapKey) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private scan(from: Uint8Array, to: Uint8Array, entriesMax: number): StateEntry[] {
    const start = this.firstFrom(bytesToMapKey(from));
    const end = Math.min(start + entriesMax, this.firstFrom(bytesToMapKey(to)));
    const keys = this.sortedKeys.slice(start, end);
    return keys.map((key) => ({ key: mapKeyToBytes(key), value: this.records.get(key)! }));
  }

  private survey({ from, to, chunksMax, order }: ChunkSurvey): Uint8Array[] {
    const keys = this.scan(from, to, Infinity).map(({ key }) => key);
    if (order === 'descending') keys.reverse();
    return keys.slice(0, chunksMax);
  }

  private readonly view: QueryView = {
    get: (key) => this.records.get(bytesToMapKey(key)),
    getMany: (keys) => Promise.resolve(keys.map((key) => this.records.get(bytesToMapKey(key)))),
    scan: (from, to, entriesMax) => Promise.resolve(this.scan(from, to, entriesMax)),
  };
}

const inoOfOrphanKey = (key: Uint8Array): Ino => Number(Buffer.from(key).readBigUInt64BE(1)) as Ino;
