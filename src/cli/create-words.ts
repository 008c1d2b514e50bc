import type { BrickPlace, NewVolume } from '../client/admin.js';
import { RefusedError } from '../core/errors.js';
import { parseBrickSpec } from './brick-spec.js';
import { UsageError } from './usage-error.js';
import { checkVolumeName } from './volume-name.js';

/** The only replica count there is today. */
const REPLICA_COUNT = 3;
const FORM = 'volume create VOL replica 3 HOST:DIR HOST:DIR HOST:DIR [force]';

/**
 * `replica 3 BRICK BRICK BRICK [force]`, as GlusterFS has it.
 * @throws {UsageError} the words do not have this form.
 * @throws {RefusedError} they do, and ask for what hafs does not offer.
 */
export function parseCreateWords(name: string, words: readonly string[]): Omit<NewVolume, 'encrypted'> {
  const [keyword, count, ...rest] = words;
  if (keyword !== 'replica' || count === undefined) throw new UsageError(`write: ${FORM}`);
  const force = rest.at(-1) === 'force';
  const bricks = (force ? rest.slice(0, -1) : rest).map(parseBrickSpec);
  checkCounts(count, bricks);
  return { name: checkVolumeName(name), replicaCount: REPLICA_COUNT, bricks, force };
}

function checkCounts(count: string, bricks: readonly BrickPlace[]): void {
  if (!/^\d+$/.test(count)) throw new UsageError(`"${count}" is not a replica count; write: ${FORM}`);
  if (Number(count) !== REPLICA_COUNT) {
    throw new RefusedError(`replica ${count} is not supported: hafs keeps 3 copies, write "replica 3"`);
  }
  if (bricks.length !== REPLICA_COUNT) {
    throw new RefusedError(`replica 3 needs exactly 3 bricks, not ${bricks.length}`);
  }
  const places = new Set(bricks.map((brick) => `${brick.address}:${brick.directory}`));
  if (places.size < bricks.length) throw new RefusedError('the same brick is named twice');
}
