import { plainText, type HttpAnswer, type HttpRoute } from '../../src/runtime/http-server.js';
import type { StorageNode } from '../storage-node.js';

/** For load balancers and supervisors: `/healthz` (the process lives), `/readyz` (its pool has a manager). */
export const healthRoutes = (node: StorageNode): readonly (readonly [string, HttpRoute])[] => [
  ['/healthz', () => plainText('ok')],
  ['/readyz', () => readiness(node)],
];

const readiness = (node: StorageNode): HttpAnswer =>
  node.hasPoolManager ? plainText('ready') : plainText('the pool has no majority of its nodes', 503);
