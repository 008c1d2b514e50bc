import type { Brick } from './document.js';
import { element, field, setBadge, setText, type Mood } from './elements.js';
import { bytes, duration } from './format.js';

const MOODS: Readonly<Record<string, Mood>> = {
  'in-sync': 'good',
  healing: 'busy',
  stale: 'busy',
  isolated: 'bad',
  offline: 'bad',
};

/** One brick: its state, its heal, its disk. */
export class BrickCard {
  readonly item = element('li', { class: 'card' });
  private readonly title = element('h4');
  private readonly badge = element('span');
  private readonly where = element('p', { class: 'where' });
  private readonly problem = element('p');
  private readonly replaces = element('p');
  private readonly progress = element('progress', { max: '1' });
  private readonly heal = element('p');
  private readonly behind: HTMLElement;
  private readonly disk: HTMLElement;

  constructor() {
    const list = element('dl');
    this.behind = field(list, 'Pending');
    this.disk = field(list, 'Disk');
    const { title, badge, where, problem, replaces, progress, heal } = this;
    this.item.append(title, badge, where, problem, replaces, progress, heal, list);
  }

  update(brick: Brick, isManager: boolean): void {
    setText(this.title, isManager ? `${brick.node} (volume manager)` : brick.node);
    setBadge(this.badge, brick.state, MOODS[brick.state] ?? '');
    setText(this.where, brick.brick);
    setText(this.problem, brick.problem ?? '');
    this.problem.hidden = brick.problem === null;
    setText(this.replaces, `is to replace ${brick.replaces ?? ''}`);
    this.replaces.hidden = brick.replaces === null;
    setText(this.behind, amount(brick.pending.entries, brick.pending.bytes));
    const free = `${bytes(brick.availableBytes)} free of ${bytes(brick.totalBytes)}`;
    setText(this.disk, brick.totalBytes === 0 ? '–' : free);
    this.updateHeal(brick);
  }

  private updateHeal({ state, node, pending, healed, bytesPerSecond, etaSeconds }: Brick): void {
    const isHealing = state === 'healing';
    this.progress.hidden = !isHealing;
    this.heal.hidden = !isHealing;
    if (!isHealing) return;
    const total = pending.entries + healed.entries;
    this.progress.value = total === 0 ? 0 : healed.entries / total;
    this.progress.setAttribute('aria-label', `Heal of ${node}`);
    const left = etaSeconds === null ? 'time left unknown' : `${duration(etaSeconds * 1_000)} left`;
    const rate = bytesPerSecond === 0 ? '' : `, ${bytes(bytesPerSecond)}/s`;
    setText(this.heal, `${healed.entries} of ${total} entries healed${rate}, ${left}`);
  }
}

const amount = (entries: number, size: number): string =>
  entries === 0 && size === 0 ? 'nothing' : `${entries} entries, ${bytes(size)}`;
