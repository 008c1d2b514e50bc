import { FileError, HafsError } from '../../../src/core/errors.js';
import { ROOT_INO, type Ino } from '../../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../../src/core/operation.js';
import { violationsOf } from '../../support/linearizability/checker.js';
import { known, UNKNOWN, type Operation } from '../../support/linearizability/history.js';
import { NAME, REGISTER, type NameInput, type NameOutput } from '../../support/linearizability/models.js';
import type { RegisterInput, RegisterOutput } from '../../support/linearizability/models.js';
import { CachingClient } from './caching-client.js';
import { planFaults, rage } from './faults.js';
import { SeededRandom } from './scheduler.js';
import { SimCluster } from './sim-cluster.js';

const CLIENTS = 3;
const FAULT_COUNT = 8;
const RAGE_MS = 12_000;
const FIRST_ELECTION_MS = 3_000;
const PAUSE_MS_MAX = 25;
const DEADLINE_MS = 8_000;
const CALLER = { uid: 1, gid: 1 };
/** What is in a file: a number, and as much again, which nobody reads: so it stays where it is told from. */
const NUMBER_BYTES = 4;
const CONTENT_BYTES = 2 * NUMBER_BYTES;
const NAMES = ['left', 'right', 'middle'];

/** Attributes, names and contents that three caching clients change, and look at, while faults happen. */
class CachedWork {
  operations = 0;
  listingsTold = 0;
  contentsTold = 0;
  private readonly registers: Operation<RegisterInput, RegisterOutput>[] = [];
  private readonly contents: Operation<RegisterInput, RegisterOutput>[] = [];
  private readonly names: Operation<NameInput, NameOutput>[] = [];
  private lastValue = 0;
  private isStopped = false;

  constructor(
    private readonly cluster: SimCluster,
    private readonly clients: readonly CachingClient[],
    private readonly files: readonly Ino[],
    /** Of which only the contents are changed, and looked at. */
    private readonly written: readonly Ino[],
  ) {}

  start(): Promise<unknown> {
    const loops = this.clients.flatMap((client) => [
      this.loop(() => this.register(client)),
      this.loop(() => this.look(client)),
      this.loop(() => this.name(client)),
      this.loop(() => this.list(client)),
      this.loop(() => this.content(client)),
      this.loop(() => this.stat(client)),
    ]);
    return Promise.all(loops);
  }

  stop(): void {
    this.isStopped = true;
  }

  violations(): string[] {
    return [
      ...violationsOf(REGISTER, this.registers),
      ...violationsOf(REGISTER, this.contents),
      ...violationsOf(NAME, this.names),
    ];
  }

  private async loop(step: () => Promise<void>): Promise<void> {
    while (!this.isStopped) {
      await step();
      await new Promise<void>((resolve) => {
        this.cluster.scheduler.after(this.cluster.random.between(0, PAUSE_MS_MAX), () => resolve());
      });
    }
  }

  /** The modification time is the register: `stat` tells it from the cache. */
  private async register(client: CachingClient): Promise<void> {
    const { random } = this.cluster;
    const ino = random.pick(this.files);
    const value = ++this.lastValue;
    const change = { mtime: { seconds: value, nanoseconds: 0 } };
    if (random.chance(0.8)) return this.look(client);
    await this.record(
      client,
      this.registers,
      String(ino),
      { kind: 'write', value },
      { kind: 'setattr', ino, change },
      () => value,
    );
  }

  private async look(client: CachingClient): Promise<void> {
    const ino = this.cluster.random.pick(this.files);
    await this.record(
      client,
      this.registers,
      String(ino),
      { kind: 'read' },
      { kind: 'getattr', ino },
      (told) => (told instanceof FileError || !('attr' in told) ? undefined : told.attr.mtime.seconds),
    );
  }

  /** Asked for ahead, several at once, and told as long as nobody changes them. */
  private async content(client: CachingClient): Promise<void> {
    const { random } = this.cluster;
    if (random.chance(0.2)) return this.fetch(client);
    const ino = random.pick(this.written);
    if (random.chance(0.05)) return this.overwrite(client, ino);
    const { hits } = client;
    const read = { kind: 'read', ino, offsetBytes: 0, lengthBytes: NUMBER_BYTES } as const;
    const told = this.record(client, this.contents, `content of ${ino}`, { kind: 'read' }, read, numberIn);
    this.contentsTold += client.hits - hits;
    await told;
  }

  private async stat(client: CachingClient): Promise<void> {
    await this.ask(client, { kind: 'getattr', ino: this.cluster.random.pick(this.written) });
  }

  private async fetch(client: CachingClient): Promise<void> {
    const attrs = this.written.flatMap((ino) => client.cache.attrOf(ino) ?? []);
    const reply = await this.ask(client, { kind: 'readFiles', inos: attrs.map(({ ino }) => ino) });
    if (reply?.kind !== 'files') return;
    for (const file of reply.files) {
      const attr = attrs.find(({ ino }) => ino === file.ino);
      if (attr !== undefined) client.contents.keep(attr, file);
    }
  }

  private async overwrite(client: CachingClient, ino: Ino): Promise<void> {
    const value = ++this.lastValue;
    const data = Buffer.alloc(CONTENT_BYTES);
    data.writeUInt32BE(value);
    await this.record(
      client,
      this.contents,
      `content of ${ino}`,
      { kind: 'write', value },
      { kind: 'write', ino, offsetBytes: 0, append: false, sync: false, data },
      () => value,
    );
  }

  /** What comes of it is not looked at, only what is told from the cache afterwards. */
  private ask(client: CachingClient, operation: FileOperation): Promise<FileReply | undefined> {
    return client.execute(operation, DEADLINE_MS).catch((error: unknown) => {
      if (!(error instanceof HafsError)) throw error;
      return undefined;
    });
  }

  private async name(client: CachingClient): Promise<void> {
    const { random } = this.cluster;
    const name = random.pick(NAMES);
    const kind = random.pick([
      'create',
      'unlink',
      'lookup',
      'lookup',
      'lookup',
      'lookup',
      'lookup',
      'lookup',
    ] as const);
    await this.record(client, this.names, name, { kind }, nameOperation(kind, Buffer.from(name)), nameOutput);
  }

  /** Part by part. Once all names are known, what is not among them is told from the cache too. */
  private async list(client: CachingClient): Promise<void> {
    this.tellListing(client);
    if (this.cluster.random.chance(0.8)) return;
    const listedTo = client.cache.listedTo(ROOT_INO);
    const cookie = listedTo === Infinity ? 0 : listedTo;
    const entriesMax = this.cluster.random.pick([2, 50]);
    const listing = { kind: 'readdir', ino: ROOT_INO, cookie, entriesMax, withAttr: false } as const;
    await this.ask(client, listing);
    this.tellListing(client);
  }

  /** What a listing from the cache says of each name is as good as having looked it up. */
  private tellListing(client: CachingClient): void {
    const listing = client.cache.listingOf(ROOT_INO, 0);
    if (listing === undefined) return;
    this.listingsTold++;
    const inos = new Map(listing.entries.map(({ name, ino }) => [Buffer.from(name).toString(), ino]));
    const now = this.cluster.scheduler.nowMs;
    for (const name of NAMES) {
      const output = inos.get(name) ?? (listing.end ? 'ENOENT' : undefined);
      if (output === undefined) continue;
      const what = { process: `client ${client.id}`, object: name, calledAt: now, returnedAt: now };
      this.names.push({ ...what, input: { kind: 'lookup' }, outcome: known(output) });
    }
  }

  private async record<Input, Output>(
    client: CachingClient,
    history: Operation<Input, Output>[],
    object: string,
    input: Input,
    operation: FileOperation,
    outputOf: (told: FileReply | FileError) => Output | undefined,
  ): Promise<void> {
    this.operations++;
    const calledAt = this.cluster.scheduler.nowMs;
    const told = await client.execute(operation, DEADLINE_MS).catch((error: unknown) => error);
    const returnedAt = this.cluster.scheduler.nowMs;
    const what = { process: `client ${client.id}`, object, input, calledAt, returnedAt };
    if (told instanceof FileError && told.errno === 'ENOSPC') return;
    if (told instanceof HafsError && !(told instanceof FileError)) {
      history.push({ ...what, outcome: UNKNOWN });
      return;
    }
    const output = outputOf(told as FileReply | FileError);
    if (output === undefined)
      this.cluster.broken.push(`${object}: told ${JSON.stringify({ ...what, told })}`);
    else history.push({ ...what, outcome: known(output) });
  }
}

function numberIn(told: FileReply | FileError): number | undefined {
  if (!('data' in told)) return undefined;
  return told.data.length === 0 ? 0 : Buffer.from(told.data).readUInt32BE();
}

function nameOperation(kind: NameInput['kind'], name: Uint8Array): FileOperation {
  if (kind === 'create') {
    const file = { type: 'regular', mode: 0o644, rdev: 0, exclusive: true, caller: CALLER } as const;
    return { kind: 'make', parent: ROOT_INO, name, ...file };
  }
  return { kind, parent: ROOT_INO, name };
}

function nameOutput(told: FileReply | FileError): NameOutput | undefined {
  if (told instanceof FileError) {
    return told.errno === 'EEXIST' || told.errno === 'ENOENT' ? told.errno : undefined;
  }
  return told.kind === 'entry' ? told.attr.ino : 'ok';
}

export interface ToldFromCaches {
  readonly answers: number;
  readonly listings: number;
  readonly contents: number;
}

/** @throws when what clients were told is in no order. */
export async function runCaches(seed: number): Promise<ToldFromCaches> {
  const plan = planFaults(new SeededRandom(seed), FAULT_COUNT, RAGE_MS, false);
  const cluster = await SimCluster.start(seed, false);
  await cluster.run(FIRST_ELECTION_MS);
  const clients = Array.from({ length: CLIENTS }, (_, id) => new CachingClient(id, cluster));
  await cluster.complete(Promise.all(clients.map((client) => client.open())));
  const files: Ino[] = [];
  for (const name of ['one', 'two', 'three', 'four']) {
    const made = await cluster.complete(
      clients[0]!.execute(nameOperation('create', Buffer.from(name)), DEADLINE_MS),
    );
    const { ino } = (made as FileReply & { kind: 'entry' }).attr;
    files.push(ino);
    const change = { mtime: { seconds: 0, nanoseconds: 0 } };
    await cluster.complete(clients[0]!.execute({ kind: 'setattr', ino, change }, DEADLINE_MS));
  }
  const work = new CachedWork(cluster, clients, files.slice(0, 2), files.slice(2));
  const ended = work.start();
  await rage(cluster, plan, RAGE_MS);
  work.stop();
  await cluster.settle();
  await cluster.complete(ended);
  const wrong = [...work.violations(), ...cluster.broken];
  if (wrong.length > 0) throw new Error(wrong.slice(0, 10).join('\n'));
  const answers = clients.reduce((sum, { hits }) => sum + hits, 0);
  return { answers, listings: work.listingsTold, contents: work.contentsTold };
}
