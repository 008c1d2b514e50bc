import { availabilityLines } from './availability.js';
import { BrickCard } from './brick-card.js';
import { Chart } from './chart.js';
import type { Availability, Volume } from './document.js';
import { element, setBadge, setText } from './elements.js';
import { bytes, time } from './format.js';
import { ratesBetween, type Sample } from './rates.js';

/** One volume: its state, its bricks, what goes on, who uses it, since when. */
export class VolumeSection {
  readonly section: HTMLElement;
  private readonly service = element('span');
  private readonly summary = element('p');
  private readonly bricks = element('ul', { class: 'cards', 'aria-label': 'Bricks' });
  private readonly cards = new Map<string, BrickCard>();
  private readonly rate = new Chart({
    title: 'Operations',
    series: ['per second'],
    format: (value) => value.toFixed(0),
  });
  private readonly data = new Chart({
    title: 'Throughput',
    series: ['read', 'written'],
    format: (value) => `${bytes(value)}/s`,
  });
  private readonly latency = new Chart({
    title: 'Latency',
    series: ['median', '99 %'],
    format: (value) => `${value} ms`,
  });
  private readonly clients = element('ul', { class: 'lines' });
  private readonly clientsTitle = element('h3');
  private readonly availability = element('ul', { class: 'lines' });
  private last: Sample | undefined;

  constructor(name: string) {
    const title = element('h2', { id: `volume-${name}` }, `Volume ${name} `, this.service);
    const charts = element(
      'div',
      { class: 'charts' },
      this.rate.figure,
      this.data.figure,
      this.latency.figure,
    );
    this.section = element(
      'section',
      { 'aria-labelledby': `volume-${name}` },
      ...[title, this.summary, this.bricks, element('h3', {}, 'What goes on'), charts],
      ...[element('h3', {}, 'Availability'), this.availability, this.clientsTitle, this.clients],
    );
  }

  update(volume: Volume, atMs: number, boundsMs: readonly number[]): void {
    const { status, quorum, manager, term, index } = volume;
    if (status !== 'started') setBadge(this.service, status, '');
    else
      setBadge(
        this.service,
        quorum ? 'in service' : 'no quorum: writes are refused',
        quorum ? 'good' : 'bad',
      );
    setText(
      this.summary,
      `${manager === null ? 'no volume manager' : `volume manager ${manager}`}, term ${term}, index ${index}`,
    );
    this.updateBricks(volume);
    this.updateClients(volume);
    if (volume.activity === null) return;
    const sample = { atMs, activity: volume.activity };
    this.draw(sample, boundsMs);
    this.last = sample;
  }

  showAvailability(availability: Availability): void {
    this.availability.replaceChildren(...availabilityLines(availability));
  }

  private updateBricks({ bricks, manager }: Volume): void {
    const current = new Set(bricks.map(({ brick }) => brick));
    for (const [brick, card] of this.cards) {
      if (current.has(brick)) continue;
      card.item.remove();
      this.cards.delete(brick);
    }
    for (const brick of bricks) {
      const card = this.cards.get(brick.brick) ?? new BrickCard();
      if (!this.cards.has(brick.brick)) this.bricks.append(card.item);
      this.cards.set(brick.brick, card);
      card.update(brick, brick.node === manager);
    }
  }

  private updateClients({ clients, clientCount }: Volume): void {
    setText(this.clientsTitle, `Mounts and other clients: ${clientCount}`);
    const key = JSON.stringify(clients);
    if (this.clients.dataset['shown'] === key) return;
    this.clients.dataset['shown'] = key;
    this.clients.replaceChildren(
      ...clients.map(({ client, openedAtMs }) =>
        element('li', {}, client, ' ', element('span', { class: 'faint' }, `since ${time(openedAtMs)}`)),
      ),
    );
  }

  private draw(sample: Sample, boundsMs: readonly number[]): void {
    if (this.last === undefined) return;
    const rates = ratesBetween(this.last, sample, boundsMs);
    if (rates === undefined) return;
    this.rate.add(sample.atMs, [rates.operationsPerSecond]);
    this.data.add(sample.atMs, [rates.readBytesPerSecond, rates.writtenBytesPerSecond]);
    this.latency.add(sample.atMs, [rates.medianMs, rates.p99Ms]);
  }
}
