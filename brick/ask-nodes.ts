import type { Method } from '../src/rpc/services.js';
import type { PoolNode } from '../src/volume/catalogue.js';
import type { StorageNode } from './storage-node.js';

/** A node that does not answer sooner is named as silent. */
const ANSWER_TIMEOUT_MS = 1_500;

export interface Answers<T> {
  readonly answers: readonly { readonly node: PoolNode; readonly answer: T }[];
  /** Names of those that did not answer. */
  readonly silent: readonly string[];
}

/** Asks nodes the same, all at once; this one among them is asked like any other. */
export async function askNodes<ReqIn, ResOut>(
  { calls }: Pick<StorageNode, 'calls'>,
  nodes: readonly PoolNode[],
  method: Method<ReqIn, unknown, never, ResOut>,
  requestFor: (node: PoolNode) => ReqIn,
): Promise<Answers<ResOut>> {
  const asked = await Promise.all(
    nodes.map(async (node) => {
      const answer = await calls
        .call(node.address, method, requestFor(node), ANSWER_TIMEOUT_MS)
        .catch(() => undefined);
      return { node, answer };
    }),
  );
  const answers = asked.flatMap(({ node, answer }) => (answer === undefined ? [] : [{ node, answer }]));
  const silent = asked.flatMap(({ node, answer }) => (answer === undefined ? [node.name] : []));
  return { answers, silent };
}
