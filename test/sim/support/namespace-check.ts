/** The names of a volume as a client sees them, when nobody changes anything: a tree with right link counts. */
import type { Attr } from '../../../src/core/attr.js';
import type { Dirent } from '../../../src/core/dirent.js';
import { ROOT_INO, type Ino } from '../../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../../src/core/operation.js';
import { lookup, type ClientCalls } from './workloads/client-calls.js';

const PAGE_ENTRIES = 40;

/** @returns one line for each thing that is wrong. */
export async function namespaceViolations(calls: ClientCalls): Promise<string[]> {
  const walk = new Walk(calls);
  await walk.directory(ROOT_INO, ROOT_INO, '');
  return walk.violations();
}

class Walk {
  private readonly wrong: string[] = [];
  private readonly directories = new Map<Ino, string>();
  private readonly files = new Map<Ino, { readonly attr: Attr; names: number }>();

  constructor(private readonly calls: ClientCalls) {}

  async directory(ino: Ino, parent: Ino, path: string): Promise<void> {
    const known = this.directories.get(ino);
    if (known !== undefined) {
      this.claim(false, `directory ${ino} is ${known}/ and ${path}/`);
      return;
    }
    this.directories.set(ino, path);
    const entries = await this.list(ino, parent, path);
    for (const entry of entries) await this.entry(ino, entry, path);
    const { attr } = await this.ask({ kind: 'getattr', ino }, 'attr');
    const subdirectories = entries.filter(({ type }) => type === 'directory').length;
    this.claim(attr.linkCount === 2 + subdirectories, `${path}/ has ${attr.linkCount} links`);
  }

  violations(): string[] {
    for (const [ino, { attr, names }] of this.files) {
      this.claim(attr.linkCount === names, `inode ${ino} has ${names} names and ${attr.linkCount} links`);
    }
    return this.wrong;
  }

  private async list(ino: Ino, parent: Ino, path: string): Promise<Dirent[]> {
    const entries: Dirent[] = [];
    for (let isEnd = false; !isEnd;) {
      const cookie = entries.at(-1)?.cookie ?? 0;
      const page = { kind: 'readdir', ino, cookie, entriesMax: PAGE_ENTRIES, withAttr: true } as const;
      const reply = await this.ask(page, 'dirents');
      this.claim(reply.parent === parent, `${path}/.. is ${reply.parent}, not ${parent}`);
      entries.push(...reply.entries);
      isEnd = reply.end;
    }
    return entries;
  }

  private async entry(parent: Ino, { name, ino, type, attr: listed }: Dirent, path: string): Promise<void> {
    const own = `${path}/${Buffer.from(name).toString()}`;
    const { attr } = await this.ask(lookup(Buffer.from(name).toString(), parent), 'entry');
    const isSame = attr.ino === ino && attr.type === type && listed?.version === attr.version;
    this.claim(isSame, `${own} is listed as ${type} ${ino} and found as ${attr.type} ${attr.ino}`);
    if (type === 'directory') return this.directory(ino, parent, own);
    const file = this.files.get(ino) ?? { attr, names: 0 };
    file.names++;
    this.files.set(ino, file);
  }

  private async ask<Kind extends FileReply['kind']>(
    operation: FileOperation,
    kind: Kind,
  ): Promise<FileReply & { kind: Kind }> {
    const told = await this.calls.execute(this.calls.clients[0]!, operation);
    if (told.kind === 'ok' && told.reply.kind === kind) return told.reply as FileReply & { kind: Kind };
    throw new Error(`the walk was told ${JSON.stringify(told)} of ${JSON.stringify(operation)}`);
  }

  private claim(holds: boolean, violation: string): void {
    if (!holds) this.wrong.push(violation);
  }
}
