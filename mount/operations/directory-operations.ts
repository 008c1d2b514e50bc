import type { Dirent } from '../../src/core/dirent.js';
import { FIRST_DIRENT_COOKIE } from '../../src/core/dirent.js';
import type { Ino } from '../../src/core/ids.js';
import type { Teller } from '../cache/teller.js';
import type { NodeMap } from '../node-map.js';
import { entriesMaxIn, entriesThatFit, type KernelDirent } from '../protocol/dirent-layout.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

const SELF_COOKIE = 1;
const PARENT_COOKIE = 2;
const SELF_NAME = Buffer.from('.');
const PARENT_NAME = Buffer.from('..');
/** Of one listing request; keeps the volume's reply far below a message's limit. */
const ENTRIES_PER_REQUEST_MAX = 4096;

/** Listings. The kernel's offset is the cookie of the last entry that it has taken. */
export function directoryOperations({ gate, nodes, teller }: OperationContext): Handlers<'readdir'> {
  return {
    readdir: async ({ cookie, sizeBytes, withAttr }, { unique, nodeid }) => {
      const directory = nodes.inoOf(nodeid);
      const entriesMax = Math.min(ENTRIES_PER_REQUEST_MAX, Math.max(1, entriesMaxIn(sizeBytes, withAttr)));
      const from = cookie < FIRST_DIRENT_COOKIE ? 0 : cookie;
      const listing = { kind: 'readdir', ino: directory, cookie: from, entriesMax, withAttr } as const;
      const reply = await gate.ask(unique, listing, 'dirents');
      const dots = dotEntries(nodes, directory, reply.parent).filter((dot) => dot.cookie > cookie);
      const entries = [...dots, ...reply.entries.map((entry) => kernelDirent(nodes, teller, entry))];
      const fitting = entriesThatFit(entries, sizeBytes, withAttr);
      return { kind: withAttr ? 'direntsPlus' : 'dirents', entries: fitting };
    },
  };
}

/** Without attributes: the kernel counts no lookup for these two. */
const dotEntries = (nodes: NodeMap, directory: Ino, parent: Ino): KernelDirent[] => [
  { name: SELF_NAME, ino: nodes.shownNumber(directory), type: 'directory', cookie: SELF_COOKIE },
  { name: PARENT_NAME, ino: nodes.shownParent(directory, parent), type: 'directory', cookie: PARENT_COOKIE },
];

const kernelDirent = (
  nodes: NodeMap,
  teller: Teller,
  { name, ino, type, cookie, attr }: Dirent,
): KernelDirent => ({
  name,
  ino: nodes.shownNumber(ino),
  type,
  cookie,
  ...(attr !== undefined && { attr: nodes.shown(attr), attrMs: teller.listed(attr) }),
});
