/** Checks what must hold of every state of a volume, from its records alone. */
import { ByteReader } from '../../src/core/bytes.js';
import { chunkCount } from '../../src/core/extent.js';
import { ROOT_INO } from '../../src/core/ids.js';
import { KEY_KIND } from '../../src/core/key-kind.js';
import { CHUNK_SIZE_BYTES } from '../../src/core/limits.js';
import { openChunk } from '../../src/fs/chunk.js';
import { decodeCounters } from '../../src/fs/counters-record.js';
import { decodeCookie, decodeDirent, type DirentRecord } from '../../src/fs/dirent-record.js';
import {
  decodeInode,
  type DirectoryInode,
  type Inode,
  type RegularInode,
} from '../../src/fs/inode-record.js';
import { cookieOfKey, countersKey, describeKey } from '../../src/fs/keys.js';
import { decodeLocks } from '../../src/fs/lock-record.js';
import { decodeOrphan } from '../../src/fs/orphan-record.js';
import type { StateEntry } from '../../src/fs/state-view.js';
import { decodeXattrs } from '../../src/fs/xattr-record.js';

interface NamedDirent extends DirentRecord {
  readonly parent: number;
  readonly name: string;
}

interface Contents {
  readonly inodes: Map<number, Inode>;
  readonly dirents: NamedDirent[];
  readonly cookies: NamedDirent[];
  /** ino -> lengths by index. */
  readonly chunks: Map<number, Map<number, number>>;
  readonly xattrs: Set<number>;
  readonly orphans: Set<number>;
}

/** @returns one line for each thing that is wrong. */
export function violations(entries: readonly StateEntry[]): string[] {
  const contents = decodeAll(entries);
  return [
    ...direntViolations(contents),
    ...[...contents.inodes.values()].flatMap((inode) => inodeViolations(inode, contents)),
    ...treeViolations(contents),
    ...leftoverViolations(contents),
    ...counterViolations(entries, contents),
  ];
}

function decodeAll(entries: readonly StateEntry[]): Contents {
  const contents: Contents = {
    inodes: new Map(),
    dirents: [],
    cookies: [],
    chunks: new Map(),
    xattrs: new Set(),
    orphans: new Set(),
  };
  for (const entry of entries) decodeEntry(entry, contents);
  return contents;
}

function decodeEntry({ key, value }: StateEntry, contents: Contents): void {
  const kind = key[0];
  if (kind === KEY_KIND.counters) return;
  const rest = new ByteReader(key.subarray(1));
  const ino = rest.u64();
  if (kind === KEY_KIND.inode) {
    contents.inodes.set(ino, decodeInode(key, value));
  } else if (kind === KEY_KIND.dirent) {
    const name = Buffer.from(rest.raw(rest.remaining)).toString('latin1');
    contents.dirents.push({ parent: ino, name, ...decodeDirent(key, value) });
  } else if (kind === KEY_KIND.cookie) {
    const { name, ...child } = decodeCookie(key, value);
    const text = Buffer.from(name).toString('latin1');
    contents.cookies.push({ parent: ino, name: text, ...child, cookie: cookieOfKey(key) });
  } else if (kind === KEY_KIND.chunk) {
    const lengths = contents.chunks.get(ino) ?? new Map<number, number>();
    contents.chunks.set(ino, lengths.set(rest.u32(), openChunk(key, value).length));
  } else if (kind === KEY_KIND.xattr) {
    decodeXattrs(key, value);
    contents.xattrs.add(ino);
  } else if (kind === KEY_KIND.orphan) {
    decodeOrphan(key, value);
    contents.orphans.add(ino);
  } else if (kind === KEY_KIND.lock) {
    decodeLocks(key, value);
  } else {
    throw new Error(`unexpected ${describeKey(key)}`);
  }
}

const claim = (holds: boolean, violation: string): string[] => (holds ? [] : [violation]);

/** Each entry lies under both its keys, and its inode is there and of its type. */
function direntViolations({ dirents, cookies, inodes }: Contents): string[] {
  const text = ({ parent, name, ino, type, cookie }: NamedDirent): string =>
    `${parent}/${name} -> ${ino} ${type} @${cookie}`;
  const byName = new Set(dirents.map(text));
  const byCookie = new Set(cookies.map(text));
  return [
    ...[...byName].flatMap((dirent) => claim(byCookie.has(dirent), `no cookie: ${dirent}`)),
    ...[...byCookie].flatMap((dirent) => claim(byName.has(dirent), `no dirent: ${dirent}`)),
    ...dirents.flatMap((dirent) =>
      claim(inodes.get(dirent.ino)?.attr.type === dirent.type, `wrong inode: ${text(dirent)}`),
    ),
    ...dirents.flatMap((dirent) =>
      claim(inodes.get(dirent.parent)?.kind === 'directory', `no directory: ${text(dirent)}`),
    ),
  ];
}

function inodeViolations(inode: Inode, contents: Contents): string[] {
  const { ino, linkCount } = inode.attr;
  const isOrphan = linkCount === 0;
  const own =
    inode.kind === 'directory'
      ? directoryViolations(inode, contents)
      : claim(linkCount === namesOf(inode, contents).length, `${ino}: link count ${linkCount}`);
  return [
    ...own,
    ...(inode.kind === 'regular' ? dataViolations(inode, contents) : []),
    ...claim(contents.orphans.has(ino) === isOrphan, `${ino}: ${linkCount} links, orphan or not`),
  ];
}

const namesOf = ({ attr }: Inode, { dirents }: Contents): NamedDirent[] =>
  dirents.filter(({ ino }) => ino === attr.ino);

function directoryViolations(directory: DirectoryInode, contents: Contents): string[] {
  const { ino, linkCount } = directory.attr;
  const entries = contents.dirents.filter(({ parent }) => parent === ino);
  const names = namesOf(directory, contents);
  const wantedLinks = 2 + entries.filter(({ type }) => type === 'directory').length;
  const isLinked = linkCount > 0;
  return [
    ...claim(directory.entryCount === entries.length, `${ino}: entry count ${directory.entryCount}`),
    ...claim(linkCount === (isLinked ? wantedLinks : 0), `${ino}: link count ${linkCount}`),
    ...claim(isLinked || entries.length === 0, `${ino}: removed but not empty`),
    ...claim(names.length === (isLinked && ino !== ROOT_INO ? 1 : 0), `${ino}: ${names.length} names`),
    ...claim(
      names.every(({ parent }) => parent === directory.parent),
      `${ino}: wrong parent pointer`,
    ),
    ...claim(
      entries.every(({ cookie }) => cookie < directory.nextCookie),
      `${ino}: next cookie in use`,
    ),
  ];
}

function dataViolations({ attr, chunksEnd }: RegularInode, { chunks }: Contents): string[] {
  const lengths = [...(chunks.get(attr.ino) ?? [])];
  const storedBytes = lengths.reduce((sum, [, length]) => sum + length, 0);
  return [
    ...claim(attr.storedBytes === storedBytes, `${attr.ino}: stored ${storedBytes} not ${attr.storedBytes}`),
    ...claim(chunksEnd <= chunkCount(attr.sizeBytes), `${attr.ino}: chunks end past the size`),
    ...lengths.flatMap(([chunk, length]) => [
      ...claim(length > 0, `${attr.ino}: chunk ${chunk} is empty`),
      ...claim(chunk < chunksEnd, `${attr.ino}: chunk ${chunk} past the end of chunks`),
      ...claim(
        chunk * CHUNK_SIZE_BYTES + length <= attr.sizeBytes,
        `${attr.ino}: chunk ${chunk} past the size`,
      ),
    ]),
  ];
}

/** Every directory with a name leads up to the root. */
function treeViolations({ inodes }: Contents): string[] {
  return [...inodes.values()].flatMap((inode) => {
    if (inode.kind !== 'directory' || inode.attr.linkCount === 0) return [];
    let at: Inode | undefined = inode;
    for (let depth = 0; at?.kind === 'directory' && depth <= inodes.size; depth++) {
      if (at.attr.ino === ROOT_INO) return [];
      at = inodes.get(at.parent);
    }
    return [`${inode.attr.ino}: not below the root`];
  });
}

/** Data, attributes and orphan records belong to an inode that is there. */
const leftoverViolations = ({ inodes, chunks, xattrs, orphans }: Contents): string[] => [
  ...[...chunks.keys()].flatMap((ino) => claim(inodes.get(ino)?.kind === 'regular', `chunks of ${ino}`)),
  ...[...xattrs].flatMap((ino) => claim(inodes.has(ino), `xattrs of ${ino}`)),
  ...[...orphans].flatMap((ino) => claim(inodes.has(ino), `orphan ${ino}`)),
];

function counterViolations(entries: readonly StateEntry[], { inodes }: Contents): string[] {
  const value = entries.find(({ key }) => key[0] === KEY_KIND.counters)?.value;
  if (value === undefined) return ['no counters'];
  const { nextIno, inodeCount } = decodeCounters(countersKey(), value);
  return [
    ...claim(inodeCount === inodes.size, `${inodes.size} inodes, counted ${inodeCount}`),
    ...claim(
      [...inodes.keys()].every((ino) => ino < nextIno),
      'next ino in use',
    ),
  ];
}
