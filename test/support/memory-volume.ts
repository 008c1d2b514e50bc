/** One volume's state in a map, driven as the volume manager does it, and watching that the promises are kept. */
import { assert } from '../../src/core/assert.js';
import type { FileType, Attr, Timestamp } from '../../src/core/attr.js';
import { bytesToMapKey, compareBytes, mapKeyToBytes } from '../../src/core/bytes.js';
import type { Edit } from '../../src/core/edit.js';
import type { Errno } from '../../src/core/errno.js';
import { FileError } from '../../src/core/errors.js';
import { ROOT_INO, sessionId, type Ino, type SessionId } from '../../src/core/ids.js';
import { KEY_KIND } from '../../src/core/key-kind.js';
import type { FileReply, Mutation } from '../../src/core/operation.js';
import { formatEdits } from '../../src/fs/format.js';
import { applyMutation, chunksNeeded, chunksSurveyed } from '../../src/fs/mutate.js';
import type { OperationOf } from '../../src/fs/operation-of.js';
import { runQuery, type StateQuery } from '../../src/fs/query.js';
import type { MutationContext, QueryView, StateEntry, StateView } from '../../src/fs/state-view.js';

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** The errno that a call is refused with, or `ok`. Anything else that is thrown goes on. */
export function outcome(call: () => unknown): Errno | 'ok' {
  try {
    call();
    return 'ok';
  } catch (err) {
    if (err instanceof FileError) return err.errno;
    throw err;
  }
}

export async function queryOutcome(answer: Promise<unknown>): Promise<Errno | 'ok'> {
  const settled = await answer.then(
    () => undefined,
    (err: unknown) => ({ err }),
  );
  return outcome(() => {
    if (settled !== undefined) throw settled.err;
  });
}

export class MemoryVolume {
  /** The volume manager's clock: each mutation is stamped with it. */
  now: Timestamp = { seconds: 1000, nanoseconds: 0 };
  /** Changes that the last mutation took. */
  stepCount = 0;
  private readonly records = new Map<string, Uint8Array>();

  constructor(private readonly sessions: readonly SessionId[] = [sessionId(1)]) {
    this.commit(formatEdits(this.now));
  }

  /** Runs a mutation to its end. */
  mutate(mutation: Mutation, session = this.sessions[0] ?? sessionId(1)): FileReply {
    for (this.stepCount = 1; ; this.stepCount++) {
      const context = this.contextFor(mutation, session);
      const needed = new Set(chunksNeeded(mutation, this.readWithoutChunks(), context).map(bytesToMapKey));
      const { edits, reply, unfinished } = applyMutation(mutation, this.readWithoutChunks(needed), context);
      this.commit(edits);
      if (!unfinished) return reply;
      assert(edits.length > 0, 'a step that changes nothing would go on for ever');
    }
  }

  async query(query: StateQuery): Promise<FileReply> {
    let isAtOnce = true;
    const records = new Map(this.records);
    const view: QueryView = {
      get: (key) => {
        assert(isAtOnce, 'a record was read after the query had waited');
        assert(key[0] !== KEY_KIND.chunk, 'a query reads chunks with getMany');
        return records.get(bytesToMapKey(key));
      },
      getMany: (keys) => Promise.resolve(keys.map((key) => records.get(bytesToMapKey(key)))),
      scan: (from, to, entriesMax) =>
        Promise.resolve(inRange(sorted(records), from, to).slice(0, entriesMax)),
    };
    const answer = runQuery(query, view, sessionId(1));
    isAtOnce = false;
    return answer;
  }

  /** The edits of a mutation's next change, without making them. */
  dryRun(mutation: Mutation, session = sessionId(1)): readonly Edit[] {
    return applyMutation(mutation, this.readAll(), this.contextFor(mutation, session)).edits;
  }

  /** The chunks that a mutation looks at, were it made now. */
  neededFor(mutation: Mutation, session = sessionId(1)): Uint8Array[] {
    return chunksNeeded(mutation, this.readWithoutChunks(), this.contextFor(mutation, session));
  }

  private contextFor(mutation: Mutation, session: SessionId): MutationContext {
    const survey = chunksSurveyed(mutation, this.readWithoutChunks(), session);
    const found = survey === undefined ? [] : inRange(this.entries(), survey.from, survey.to);
    if (survey?.order === 'descending') found.reverse();
    const surveyed = found.slice(0, survey?.chunksMax).map(({ key }) => key);
    return { now: this.now, session, sessions: this.sessions, surveyed };
  }

  readAll(): StateView {
    return { get: (key) => this.records.get(bytesToMapKey(key)) };
  }

  commit(edits: readonly Edit[]): void {
    for (const { key, value } of edits) {
      if (value === undefined) this.records.delete(bytesToMapKey(key));
      else this.records.set(bytesToMapKey(key), value);
    }
  }

  /** Every record, in the order of the keys. */
  entries(): StateEntry[] {
    return sorted(this.records);
  }

  make(name: string, type: FileType = 'regular', parent: Ino = ROOT_INO): Ino {
    return entryAttr(this.mutate(makeOperation(name, { type, parent }))).ino;
  }

  write(ino: Ino, offsetBytes: number, data: Uint8Array): Attr {
    const reply = this.mutate({ kind: 'write', ino, offsetBytes, append: false, sync: false, data });
    assert(reply.kind === 'written');
    return reply.attr;
  }

  truncate(ino: Ino, sizeBytes: number): void {
    this.mutate({ kind: 'setattr', ino, change: { sizeBytes } });
  }

  unlink(name: string, parent: Ino = ROOT_INO): void {
    this.mutate({ kind: 'unlink', parent, name: bytes(name) });
  }

  async attr(ino: Ino): Promise<Attr> {
    const reply = await this.query({ kind: 'getattr', ino });
    assert(reply.kind === 'attr');
    return reply.attr;
  }

  async read(ino: Ino, offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    const reply = await this.query({ kind: 'read', ino, offsetBytes, lengthBytes });
    assert(reply.kind === 'data');
    return reply.data;
  }

  /** Names in the order of the listing, fetched page by page. */
  async list(ino: Ino, entriesMax = 2): Promise<string[]> {
    const names: string[] = [];
    for (let cookie = 0, isEnd = false; !isEnd;) {
      const reply = await this.query({ kind: 'readdir', ino, cookie, entriesMax, withAttr: true });
      assert(reply.kind === 'dirents');
      names.push(...reply.entries.map(({ name }) => Buffer.from(name).toString()));
      cookie = reply.entries.at(-1)?.cookie ?? cookie;
      isEnd = reply.end;
    }
    return names;
  }

  /** Refuses to show a chunk that was not asked for beforehand. */
  private readWithoutChunks(shown: ReadonlySet<string> = new Set()): StateView {
    return {
      get: (key) => {
        const mapKey = bytesToMapKey(key);
        assert(key[0] !== KEY_KIND.chunk || shown.has(mapKey), 'a chunk was read that was not asked for');
        return this.records.get(mapKey);
      },
    };
  }
}

export function makeOperation(name: string, fields: Partial<OperationOf<'make'>> = {}): OperationOf<'make'> {
  return {
    kind: 'make',
    parent: ROOT_INO,
    name: bytes(name),
    type: 'regular',
    mode: 0o644,
    rdev: 0,
    exclusive: true,
    caller: { uid: 33, gid: 33 },
    ...(fields.type === 'symlink' && { target: bytes('target') }),
    ...fields,
  };
}

export function entryAttr(reply: FileReply): Attr {
  assert(reply.kind === 'entry');
  return reply.attr;
}

const sorted = (records: ReadonlyMap<string, Uint8Array>): StateEntry[] =>
  [...records]
    .map(([key, value]) => ({ key: mapKeyToBytes(key), value }))
    .sort((a, b) => compareBytes(a.key, b.key));

const inRange = (entries: StateEntry[], from: Uint8Array, to: Uint8Array): StateEntry[] =>
  entries.filter(({ key }) => compareBytes(key, from) >= 0 && compareBytes(key, to) < 0);
