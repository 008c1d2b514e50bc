import type { Availability, Outage, ServiceRecord } from './document.js';
import { element } from './elements.js';
import { duration, percent, time } from './format.js';

const OUTAGES_SHOWN_MAX = 5;

const CAUSES: Readonly<Record<string, string>> = {
  election: 'the volume manager was lost and another elected',
  'no-majority': 'fewer bricks than a majority were within reach',
  'not-in-sync': 'too few bricks were in sync',
  full: "a brick's disk was full",
  unseen: 'no node was running that could tell',
};

/** Since when a volume could be written and read, in words and figures. */
export function availabilityLines({ write, read, silent }: Availability): HTMLElement[] {
  const missing =
    silent.length === 0
      ? []
      : [
          element(
            'li',
            {},
            `These nodes do not answer, so what they have seen is missing: ${silent.join(', ')}`,
          ),
        ];
  if (write === undefined) return [element('li', {}, 'It was never seen in service.'), ...missing];
  return [
    element('li', {}, `Written: ${figures(write)}`),
    ...(read === undefined ? [] : [element('li', {}, `Read: ${figures(read)}`)]),
    ...write.outages.slice(0, OUTAGES_SHOWN_MAX).map((outage) => outageLine('writing', outage)),
    ...(read?.outages ?? []).slice(0, OUTAGES_SHOWN_MAX).map((outage) => outageLine('reading', outage)),
    ...missing,
  ];
}

function figures(record: ServiceRecord): string {
  const state = `${record.available ? 'available' : 'NOT available'} since ${time(record.sinceMs)}`;
  const { nines, mtbfMs = 0, mttrMs = 0 } = record;
  if (nines === undefined) return `${state}; no outage seen`;
  const outages = `${record.outageCount} outage${record.outageCount === 1 ? '' : 's'}`;
  const means = `one in ${duration(mtbfMs)}, ${duration(mttrMs)} long on average`;
  return `${state}; ${percent(record.ratio)} (${nines.toFixed(2)} nines); ${outages}, ${means}`;
}

function outageLine(service: string, { fromMs, toMs, cause, before, after }: Outage): HTMLElement {
  const length = toMs === 0 ? 'lasts' : duration(toMs - fromMs);
  const who = before !== '' && after !== '' && before !== after ? ` (${before} → ${after})` : '';
  const words = `Outage of ${service}: ${length}, ${CAUSES[cause] ?? cause}${who}`;
  return element('li', {}, element('time', {}, time(fromMs)), ` ${words}`);
}
