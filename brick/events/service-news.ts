import type { Look } from '../availability/sighting.js';
import type { EventKind } from './event-kinds.js';
import type { Tell } from './event-log.js';

/** A failover is over by then; what lasts longer is worth waking somebody. */
const LOST_AFTER_MS = 3_000;

/** Makes events of what clients can do with one volume, as this node sees it. */
export class ServiceNews {
  private toldTerm = 0;
  private managerBefore = '';
  private badSinceMs: number | undefined;
  private toldLoss: EventKind | undefined;

  constructor(
    private readonly tell: Tell,
    private readonly volume: string,
  ) {}

  /** @param isManager whether this node is who manages. */
  note(look: Look, isManager: boolean, nowMs: number): void {
    // A brick that has just been elected calls itself manager before it serves.
    if (look.service !== 'none' && isManager) this.noteManager(look);
    else if (!isManager && look.manager !== '') this.managerBefore = look.manager;
    if (look.service === 'writable' || look.service === 'stopped') this.noteWell(look);
    else this.noteBad(look, nowMs);
  }

  private noteManager({ term, manager }: Look): void {
    if (term === this.toldTerm) return;
    const before = this.managerBefore === '' ? '' : `, after ${this.managerBefore}`;
    this.toldTerm = term;
    this.managerBefore = manager;
    this.tell('manager-changed', `${manager} is volume manager${before} (term ${term})`, this.volume);
  }

  private noteWell({ service }: Look): void {
    if (this.toldLoss !== undefined && service === 'writable') {
      this.tell('service-regained', 'the volume can be written again', this.volume);
    }
    this.badSinceMs = undefined;
    this.toldLoss = undefined;
  }

  private noteBad({ service, obstacle }: Look, nowMs: number): void {
    this.badSinceMs ??= nowMs;
    const kind = obstacle === 'full' ? 'volume-full' : 'quorum-lost';
    if (nowMs - this.badSinceMs < LOST_AFTER_MS || this.toldLoss === kind) return;
    this.toldLoss = kind;
    const what = service === 'readable' ? 'it can only be read' : 'it can be neither read nor written';
    this.tell(kind, `${REASONS[obstacle]}: ${what}`, this.volume);
  }
}

const REASONS: Readonly<Record<Look['obstacle'], string>> = {
  '': 'the volume is not in service',
  election: 'no volume manager was elected',
  'no-majority': 'fewer bricks than a majority are within reach',
  'not-in-sync': 'too few bricks are in sync',
  full: "a brick's disk is full",
};
