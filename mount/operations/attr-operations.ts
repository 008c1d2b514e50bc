import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

/** What `stat`, `chmod`, `truncate`, `readlink` and `df` come down to. */
export function attrOperations({
  gate,
  nodes,
}: OperationContext): Handlers<'getattr' | 'setattr' | 'readlink' | 'statfs'> {
  return {
    getattr: async (_body, { unique, nodeid }) => {
      const { attr } = await gate.ask(unique, { kind: 'getattr', ino: nodes.inoOf(nodeid) }, 'attr');
      return { kind: 'attr', attr: nodes.shown(attr) };
    },
    setattr: async ({ change }, { unique, nodeid }) => {
      const { attr } = await gate.ask(unique, { kind: 'setattr', ino: nodes.inoOf(nodeid), change }, 'attr');
      return { kind: 'attr', attr: nodes.shown(attr) };
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
