import type { Availability, Events, Status, Volume } from './document.js';
import { byId, element, setBadge, setText } from './elements.js';
import { EventList } from './events.js';
import { VolumeSection } from './volume-section.js';

const AVAILABILITY_INTERVAL_MS = 15_000;
const ANNOUNCEMENTS_MAX = 20;

const sections = new Map<string, VolumeSection>();
const events = new EventList();
/** Of each brick, as last announced. */
const states = new Map<string, string>();

function show(status: Status): void {
  setText(byId('node'), `on ${status.node}`);
  setText(byId('connection'), `live, from ${status.node}`);
  showPool(status);
  for (const volume of status.volumes)
    sectionOf(volume.volume).update(volume, status.atMs, status.latencyBoundsMs);
  for (const [name, { section }] of sections) {
    if (status.volumes.some(({ volume }) => volume === name)) continue;
    section.remove();
    sections.delete(name);
  }
  announce(status.volumes.flatMap(newsOf));
}

function showPool({ pool }: Status): void {
  byId('insecure').hidden = !pool.insecure;
  const manager = pool.manager === null ? 'no managing node' : `managed by ${pool.manager}`;
  setText(
    byId('pool'),
    pool.quorum
      ? `It has a majority of its nodes, ${manager}.`
      : 'NO majority of its nodes: nothing can be changed.',
  );
  const chips = pool.nodes.map(({ name, connected }) => {
    const chip = element('span');
    setBadge(chip, `${name}: ${connected ? 'connected' : 'not connected'}`, connected ? 'good' : 'bad');
    return element('li', {}, chip);
  });
  byId('nodes').replaceChildren(...chips);
}

function sectionOf(name: string): VolumeSection {
  const known = sections.get(name);
  if (known !== undefined) return known;
  const made = new VolumeSection(name);
  sections.set(name, made);
  byId('volumes').append(made.section);
  void refreshAvailability();
  return made;
}

function newsOf({ volume, bricks }: Volume): string[] {
  return bricks.flatMap(({ brick, node, state }) => {
    const before = states.get(brick);
    states.set(brick, state);
    return before === undefined || before === state ? [] : [`${volume}: the brick on ${node} is ${state}`];
  });
}

function announce(news: readonly string[]): void {
  const log = byId('announcements');
  for (const text of news) log.append(element('p', {}, text));
  while (log.childElementCount > ANNOUNCEMENTS_MAX) log.firstElementChild?.remove();
}

async function fetched<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP status ${response.status}`);
  return (await response.json()) as T;
}

async function refreshAvailability(): Promise<void> {
  try {
    for (const availability of await fetched<Availability[]>('/api/availability')) {
      sections.get(availability.volume)?.showAvailability(availability);
    }
  } catch {
    // The stream says that the node is away; the next round may find it back.
  }
}

function listen(): void {
  const live = new EventSource('/api/live');
  live.addEventListener('status', ({ data }: MessageEvent<string>) => show(JSON.parse(data) as Status));
  live.addEventListener('events', ({ data }: MessageEvent<string>) => {
    const fresh = events.add(JSON.parse(data) as Events);
    announce(fresh.filter(({ severity }) => severity !== 'info').map(({ message }) => message));
    void refreshAvailability();
  });
  live.addEventListener('open', () => void loadEvents());
  live.addEventListener('error', () => {
    setText(byId('connection'), 'the node does not answer; what is shown is old');
  });
}

async function loadEvents(): Promise<void> {
  try {
    events.add(await fetched<Events>('/api/events'));
  } catch {
    // As above.
  }
}

listen();
setInterval(() => void refreshAvailability(), AVAILABILITY_INTERVAL_MS);
