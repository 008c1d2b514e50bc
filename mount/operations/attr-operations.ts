import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

/** What `stat`, `chmod`, `truncate`, `readlink` and `df` come down to. */
export function attrOperations({
  gate,
  nodes,
  teller,
}: OperationContext): Handlers<'getattr' | 'setattr' | 'readlink' | 'statfs'> {
  return {
    getattr: async (_body, { unique, nodeid }) => {
      const ino = nodes.inoOf(nodeid);
      const known = teller.cache.attrOf(ino);
      if (known !== undefined) return teller.attr(known);
      return teller.attr((await gate.ask(unique, { kind: 'getattr', ino }, 'attr')).attr);
    },
    setattr: async ({ change }, { unique, nodeid }) => {
      const { attr } = await gate.ask(unique, { kind: 'setattr', ino: nodes.inoOf(nodeid), change }, 'attr');
      return { kind: 'attr', attr: nodes.shown(attr), validMs: 0 };
    },
    readlink: async (_body, { unique, nodeid }) => {
      const { data } = await gate.ask(unique, { kind: 'readlink', ino: nodes.inoOf(nodeid) }, 'data');
      return { kind: 'data', data };
    },
    statfs: async (_body, { unique }) => {
      const { space } = await gate.ask(unique, { kind: 'statfs' }, 'space');
      return { kind: 'space', space };
    },
  };
}
