import type { Events, PoolEvent } from './document.js';
import { byId, element, setText, type Mood } from './elements.js';
import { time } from './format.js';

const SHOWN_MAX = 100;
const MOODS: Readonly<Record<PoolEvent['severity'], Mood>> = { info: '', warning: 'busy', error: 'bad' };

/** What has happened, newest first. Each event is the word of one node. */
export class EventList {
  private readonly list = byId('events');
  private readonly silent = byId('silent');
  private readonly known = new Set<string>();

  /** @param events oldest first. @returns those that were not there yet. */
  add({ events, silent }: Events): PoolEvent[] {
    const fresh = events.filter((event) => !this.known.has(keyOf(event)));
    for (const event of fresh) {
      this.known.add(keyOf(event));
      this.list.prepend(eventItem(event));
    }
    while (this.list.childElementCount > SHOWN_MAX) this.list.lastElementChild?.remove();
    setText(
      this.silent,
      `These nodes do not answer, so what they have noted is missing: ${silent.join(', ')}`,
    );
    this.silent.hidden = silent.length === 0;
    return fresh;
  }
}

const keyOf = ({ nodeId, sequence }: PoolEvent): string => `${nodeId} ${sequence}`;

function eventItem({ atMs, node, kind, severity, volume, message }: PoolEvent): HTMLElement {
  const badge = element('span', { class: `badge ${MOODS[severity]}` }, kind);
  const about = volume === '' ? '' : `${volume}: `;
  const said = element('span', { class: 'faint' }, ` (${node})`);
  return element('li', {}, element('time', {}, time(atMs)), ' ', badge, ` ${about}${message}`, said);
}
