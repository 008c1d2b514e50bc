import type { Clock } from '../../src/runtime/clock.js';
import type { Happening } from '../../src/volume/observer.js';
import { DamageNews } from './damage-news.js';
import type { Tell } from './event-log.js';

/** How people know a brick. */
export type BrickName = (brick: string) => string;

/** Makes events of what happens to one brick of this node. */
export class BrickNews {
  private readonly damage: DamageNews;

  constructor(
    clock: Clock,
    private readonly tell: Tell,
    private readonly volume: string,
    private readonly nameOf: BrickName,
  ) {
    this.damage = new DamageNews(clock, tell, volume);
  }

  note(happening: Happening): void {
    switch (happening.kind) {
      case 'campaigned':
      case 'becameManager':
      case 'brickInSync':
      case 'brickLeftSync':
      case 'brickIsolated':
        return; // The watch of the service, or of the pool's configuration, sees what became of it.
      case 'healBegun':
        return this.say(
          'heal-begun',
          `${happening.isFull ? 'a full heal' : 'a heal'} of ${this.nameOf(happening.brick)} has begun`,
        );
      case 'healDone':
        return this.say(
          'heal-done',
          `${this.nameOf(happening.brick)} is healed: ${happening.entries} entries, ${happening.bytes} bytes`,
        );
      case 'healFailed':
        return this.say(
          'heal-failed',
          `the heal of ${this.nameOf(happening.brick)} was cut short: ${happening.reason}`,
        );
      case 'damageFound':
        return this.damage.add('damage-found', `a record does not match its checksum: ${happening.record}`);
      case 'repaired':
        return this.damage.add('damage-repaired', `written anew from a sound copy: ${happening.record}`);
      case 'tableDamaged':
        return this.damage.add('damage-found', happening.what);
      case 'tableRenewed':
        return this.damage.add('damage-repaired', `${happening.what}: the table was written anew`);
      case 'repairFailed':
        return this.damage.add('damage-not-repaired', `${happening.record}: ${happening.reason}`);
      case 'scrubDone':
        return this.say(
          'scrub-done',
          `all records were read: ${happening.damagedCount} damaged, ${happening.repairedCount} of them repaired`,
        );
    }
  }

  stop(): void {
    this.damage.stop();
  }

  private say(kind: 'heal-begun' | 'heal-done' | 'heal-failed' | 'scrub-done', message: string): void {
    this.tell(kind, message, this.volume);
  }
}
