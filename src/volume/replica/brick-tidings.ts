import type { Effect } from '../../replication/core-state.js';
import type { Logger } from '../../runtime/logger.js';
import type { Observer } from '../observer.js';

type Tidings = Extract<Effect, { kind: 'inSyncChanged' | 'isolated' }>;

/** Says what this brick, or its manager's part, has come to think of another one. */
export function tellOfBrick(effect: Tidings, observe: Observer, log: Logger): void {
  if (effect.kind === 'isolated') {
    const { brick, why } = effect;
    observe({ kind: 'brickIsolated', brick, why });
    log.error('replication.brick_isolated', { brick, why });
    return;
  }
  const { peer, inSync } = effect;
  observe({ kind: inSync ? 'brickInSync' : 'brickLeftSync', brick: peer });
  log.info(inSync ? 'replication.brick_in_sync' : 'replication.brick_left_sync', { brick: peer });
}
