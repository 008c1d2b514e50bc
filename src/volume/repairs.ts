/**
 * Replaces damaged records by sound copies, as ordinary changes: every brick writes the record anew.
 *
 * An in-sync brick has everything that is committed, so its copy is the record's present value unless a change
 * of it is under way; that would be seen by the watch, and writes the record anew by itself.
 */
import { assert } from '../core/assert.js';
import { bytesToMapKey } from '../core/bytes.js';
import type { Edit } from '../core/edit.js';
import { CorruptionError, messageOf, NotManagerError, QuorumLostError } from '../core/errors.js';
import type { BrickId } from '../core/ids.js';
import { FIRST_REPLICATED_KIND } from '../core/key-kind.js';
import { describeKey } from '../fs/keys.js';
import type { Logger } from '../runtime/logger.js';
import type { Observer } from './observer.js';
import type { Copy } from './replica/fetches.js';
import type { KeyWatch } from './replicated-state.js';

/** Times that all bricks are asked before silence counts as an answer. */
const ROUNDS_MAX = 3;
/** Asked for by other bricks and under way: above this they must ask again. */
const REQUESTS_MAX = 256;

export interface RepairsDeps {
  readonly log: Logger;
  readonly observe: Observer;
  readonly ownCopy: (key: Uint8Array) => Promise<Copy>;
  /** In sync, but for this one. */
  readonly peers: () => readonly BrickId[];
  readonly copyOf: (peer: BrickId, key: Uint8Array) => Promise<Copy>;
  readonly watch: (key: Uint8Array) => KeyWatch;
  /** Resolves once a change may be proposed. */
  readonly room: () => Promise<void>;
  readonly propose: (edits: readonly Edit[]) => Promise<number>;
  readonly committed: (index: number) => Promise<void>;
}

type SoundCopy = Extract<Copy, { kind: 'sound' }>;

export class Repairs {
  private readonly underWay = new Map<string, Promise<void>>();
  private done = 0;

  constructor(private readonly deps: RepairsDeps) {}

  /** Records written anew since this brick was started. */
  get doneCount(): number {
    return this.done;
  }

  /** Another brick, or the scrub, asks for it: nobody waits. */
  request(key: Uint8Array): void {
    if (this.underWay.size >= REQUESTS_MAX) return;
    // Told in the log; whoever still finds the damage asks again.
    this.repair(key).catch(() => undefined);
  }

  /**
   * Resolves once the record is sound on every in-sync brick.
   * @throws {CorruptionError} no brick in sync has a sound copy. {NotManagerError} | {QuorumLostError}
   */
  repair(key: Uint8Array): Promise<void> {
    assert((key[0] ?? 0) >= FIRST_REPLICATED_KIND, 'only what all bricks have can be repaired');
    const mapKey = bytesToMapKey(key);
    const running = this.underWay.get(mapKey);
    if (running !== undefined) return running;
    const repair = this.run(key).finally(() => this.underWay.delete(mapKey));
    this.underWay.set(mapKey, repair);
    return repair;
  }

  private async run(key: Uint8Array): Promise<void> {
    const name = describeKey(key);
    try {
      await this.deps.room();
      const watch = this.deps.watch(key);
      try {
        await this.replace(key, watch);
      } finally {
        watch.end();
      }
      this.done++;
      this.deps.log.info('repair.done', { key: name });
      this.deps.observe({ kind: 'repaired', record: name });
    } catch (error) {
      this.deps.log.warn('repair.failed', { key: name, reason: messageOf(error) });
      this.deps.observe({ kind: 'repairFailed', record: name, reason: messageOf(error) });
      throw error;
    }
  }

  private async replace(key: Uint8Array, watch: KeyWatch): Promise<void> {
    const copy = watch.touchedIndex === undefined ? await this.soundCopy(key) : undefined;
    await this.deps.room();
    if (watch.isOver) throw new NotManagerError(undefined);
    // From here to the proposal nothing may come between: what is proposed must still be the present value.
    if (watch.touchedIndex !== undefined) return this.deps.committed(watch.touchedIndex);
    assert(copy !== undefined, 'an untouched record was looked for');
    await this.deps.propose([{ key, value: copy.value }]);
  }

  private async soundCopy(key: Uint8Array): Promise<SoundCopy> {
    for (let round = 1; round <= ROUNDS_MAX; round++) {
      const { sound, isSilent } = await this.askAll(key);
      if (sound !== undefined) return sound;
      if (!isSilent) throw new CorruptionError(`${describeKey(key)}: no brick in sync has a sound copy`);
    }
    throw new QuorumLostError('the bricks that may have a sound copy do not answer');
  }

  /** One brick after the other. A record is worth more than none: only it carries a checksum. */
  private async askAll(key: Uint8Array): Promise<{ sound?: SoundCopy; isSilent: boolean }> {
    let absent: SoundCopy | undefined;
    const peers = this.deps.peers();
    let isSilent = peers.length === 0;
    const asked = [this.deps.ownCopy, ...peers.map((peer) => this.asking(peer))];
    for (const ask of asked) {
      const copy = await ask(key);
      if (copy.kind === 'sound' && copy.value !== undefined) return { sound: copy, isSilent };
      if (copy.kind === 'sound') absent = copy;
      isSilent ||= copy.kind === 'silent';
    }
    // Whoever is silent may have the record.
    return absent === undefined || isSilent ? { isSilent } : { sound: absent, isSilent };
  }

  private asking(peer: BrickId): (key: Uint8Array) => Promise<Copy> {
    return (key) => this.deps.copyOf(peer, key);
  }
}
