import type { FileCache } from '../../src/client/cache/file-cache.js';
import type { Listing } from '../../src/client/cache/listing.js';
import { FIRST_DIRENT_COOKIE, type Dirent } from '../../src/core/dirent.js';
import type { Ino } from '../../src/core/ids.js';
import type { NodeMap } from '../node-map.js';
import { entriesMaxIn, entriesThatFit, type KernelDirent } from '../protocol/dirent-layout.js';
import type { Unique } from '../protocol/request-ids.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

const SELF_COOKIE = 1;
const PARENT_COOKIE = 2;
const SELF_NAME = Buffer.from('.');
const PARENT_NAME = Buffer.from('..');
/** Of one listing request; keeps the volume's reply far below a message's limit. */
const ENTRIES_PER_REQUEST_MAX = 4096;
/** The kernel takes a page or so of names at a time, with their attributes: the next ones are then here already. */
const ENTRIES_AHEAD = 1024;

interface Asked {
  readonly directory: Ino;
  /** Of the last entry that the kernel has taken of the volume's; 0 before that. */
  readonly from: number;
  readonly entriesMax: number;
  readonly withAttr: boolean;
}

/** Listings. The kernel's offset is the cookie of the last entry that it has taken. */
export function directoryOperations(context: OperationContext): Handlers<'readdir'> {
  const { gate, nodes, teller, contents, accessTimes } = context;
  const ask = async (unique: Unique, { directory, from, entriesMax, withAttr }: Asked) => {
    // Where nothing is kept, what is listed ahead would be listed again and again.
    const isAhead = from === 0 || teller.cache.endsListing(directory, from);
    const count = isAhead ? Math.max(ENTRIES_AHEAD, entriesMax) : entriesMax;
    const range = { cookie: from, entriesMax: Math.min(ENTRIES_PER_REQUEST_MAX, count), withAttr };
    return gate.ask(unique, { kind: 'readdir', ino: directory, ...range }, 'dirents');
  };
  return {
    readdir: async ({ cookie, sizeBytes, withAttr, isNoAtime }, { unique, nodeid }) => {
      const directory = nodes.inoOf(nodeid);
      if (!isNoAtime) await accessTimes.read(directory);
      const entriesMax = Math.max(1, entriesMaxIn(sizeBytes, withAttr));
      const from = cookie < FIRST_DIRENT_COOKIE ? 0 : cookie;
      const asked = { directory, from, entriesMax, withAttr };
      const { parent, entries } = fromCache(teller.cache, asked) ?? (await ask(unique, asked));
      const dots = dotEntries(nodes, directory, parent).filter((dot) => dot.cookie > cookie);
      const fitting = entriesThatFit([...dots, ...entries.slice(0, entriesMax)], sizeBytes, withAttr);
      if (withAttr) for (const { ino } of fitting.filter(isOfVolume)) contents.foundIn(directory, ino);
      return {
        kind: withAttr ? 'direntsPlus' : 'dirents',
        entries: fitting.map((entry) => ({
          ...bare(nodes, entry),
          ...(withAttr && isOfVolume(entry) && known(context, directory, entry)),
        })),
      };
    },
  };
}

/** Without the attributes that are asked for it would be of little use: each would be asked for by itself. */
function fromCache(cache: FileCache, { directory, from, entriesMax, withAttr }: Asked): Listing | undefined {
  const listing = cache.listingOf(directory, from);
  if (listing === undefined || !withAttr) return listing;
  const isTold = listing.entries.slice(0, entriesMax).every(({ ino }) => cache.attrOf(ino) !== undefined);
  return isTold ? listing : undefined;
}

/** The kernel counts no lookup for these two, so they come without attributes. */
const dotEntries = (nodes: NodeMap, directory: Ino, parent: Ino): Dirent[] => [
  { name: SELF_NAME, ino: directory, type: 'directory', cookie: SELF_COOKIE },
  {
    name: PARENT_NAME,
    ino: nodes.isRoot(directory) ? directory : parent,
    type: 'directory',
    cookie: PARENT_COOKIE,
  },
];

const isOfVolume = ({ cookie }: Dirent): boolean => cookie >= FIRST_DIRENT_COOKIE;

const bare = (nodes: NodeMap, { name, ino, type, cookie }: Dirent): KernelDirent => ({
  name,
  ino: nodes.shownNumber(ino),
  type,
  cookie,
});

/** What the kernel is told of the inode, if it is known here. */
function known(
  { nodes, teller, places }: OperationContext,
  parent: Ino,
  { name, ino, type, attr: listed }: Dirent,
): Pick<KernelDirent, 'attr' | 'attrMs'> {
  const attr = listed ?? teller.cache.attrOf(ino);
  if (attr === undefined) return {};
  if (type === 'directory') {
    // It has to leave there first, which a lookup waits for.
    if (places.isElsewhere(ino, { parent, name })) return {};
    places.found(ino, { parent, name });
  }
  return { attr: nodes.shown(attr), attrMs: teller.listed(attr) };
}
