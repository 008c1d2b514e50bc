import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceRecord } from '../../brick/availability/service-record.js';
import { SILENCE_MS_MAX, type Sighting } from '../../brick/availability/sighting.js';

/** Coarse enough to be looked at moment by moment, and coarser than what is too short to be an outage. */
const STEP_MS = 2 * SILENCE_MS_MAX;
const STEPS = 60;

const sighting = fc
  .tuple(
    fc.constantFrom('writable' as const, 'readable' as const, 'none' as const),
    fc.nat({ max: STEPS }),
    fc.nat({ max: STEPS }),
  )
  .map(([service, one, other]): Sighting => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return { service, term: 1, manager: 'n', obstacle: '', fromMs: from * STEP_MS, toMs: to * STEP_MS };
  });

const isWritable = ({ service }: Sighting): boolean => service === 'writable';

/** Moment by moment: did anybody prove that it was in service? */
function oracle(sightings: readonly Sighting[], nowMs: number): { upMs: number; downMs: number } {
  const served = sightings.filter(isWritable);
  const firstMs = Math.min(...served.map(({ fromMs }) => fromMs));
  const sum = { upMs: 0, downMs: 0 };
  for (let atMs = firstMs; atMs < nowMs; atMs += STEP_MS) {
    const isUp = served.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    sum[isUp ? 'upMs' : 'downMs'] += STEP_MS;
  }
  return sum;
}

test('prop: availability: up and down are what a look at every moment finds', () => {
  const nowMs = (STEPS + 10) * STEP_MS;
  const agrees = fc.property(fc.array(sighting, { maxLength: 12 }), (sightings) => {
    const record = serviceRecord(sightings, isWritable, nowMs);
    if (!sightings.some(isWritable)) {
      expect(record).toBeUndefined();
      return;
    }
    expect({ upMs: record?.availableMs, downMs: record?.unavailableMs }).toEqual(oracle(sightings, nowMs));
  });
  fc.assert(agrees);
});
