import type { AttrChange, LostPrivileges } from '../../src/core/operation.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

/** What `stat`, `chmod`, `truncate`, `readlink` and `df` come down to. */
export function attrOperations({
  gate,
  nodes,
  teller,
  accessTimes,
}: OperationContext): Handlers<'getattr' | 'setattr' | 'readlink' | 'statfs'> {
  return {
    getattr: async (_body, { unique, nodeid }) => {
      const ino = nodes.inoOf(nodeid);
      const known = teller.cache.attrOf(ino);
      if (known !== undefined) return teller.attr(known);
      return teller.attr((await gate.ask(unique, { kind: 'getattr', ino }, 'attr')).attr);
    },
    setattr: async ({ change: { killsSetIds, ...change } }, { unique, nodeid }) => {
      const loses = lossOfChange(change, killsSetIds);
      const setattr = {
        kind: 'setattr',
        ino: nodes.inoOf(nodeid),
        change: { ...change, ...(loses && { loses }) },
      } as const;
      const { attr } = await gate.ask(unique, setattr, 'attr');
      return { kind: 'attr', attr: nodes.shown(attr), validMs: 0 };
    },
    readlink: async (_body, { unique, nodeid }) => {
      const ino = nodes.inoOf(nodeid);
      await accessTimes.read(ino);
      const { data } = await gate.ask(unique, { kind: 'readlink', ino }, 'data');
      return { kind: 'data', data };
    },
    statfs: async (_body, { unique }) => {
      const { space } = await gate.ask(unique, { kind: 'statfs' }, 'space');
      return { kind: 'space', space };
    },
  };
}

/** An empty change is how the kernel has privileges dropped before a write, and what is left of chown(-1, -1). */
function lossOfChange(change: AttrChange, killsSetIds: boolean): LostPrivileges | undefined {
  if (killsSetIds || Object.keys(change).length === 0) return 'all';
  const isOther = [change.sizeBytes, change.uid, change.gid].every((value) => value === undefined);
  return isOther ? undefined : 'capabilities';
}
