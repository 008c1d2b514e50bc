/**
 * Which in-sync brick holds up all the others, and for how long it stays out. An acknowledgement waits for
 * every in-sync brick, so one bad disk or a link that flaps would slow down everybody.
 */
import { BAR_MS_MAX, BAR_MS_MIN, FLAP_COUNT, FLAP_WINDOW_MS, SLOW_PATIENCE_MS } from './timing.js';

/** An acknowledgement that takes longer is slow, if those of the others do not … */
const SLOW_MS = 100;
/** … take a like time: then it is the load, not the brick. */
const SLOW_FACTOR = 5;
/** What it has held up the others is forgotten at this share of the time that passes: a short stall now and then is allowed. */
const FORGIVEN_SHARE = 0.3;
/** However long it was slow: once it is quick, it is let in again as soon as after the longest bar. */
const HELD_UP_MS_MAX = FORGIVEN_SHARE * BAR_MS_MAX;
/** Share of the newest sample in the smoothed one. */
const SMOOTHING = 0.25;
/** As many samples say how fast a brick is: before, the smoothed time is still near the zero that it began with. */
const SAMPLES_MIN = 5;

/** How fast one brick acknowledges. */
export interface Pace {
  /** One append under way whose acknowledgement is timed. */
  probe: { readonly index: number; readonly sentAtMs: number } | undefined;
  smoothedMs: number;
  /** Of acknowledgements that were timed. */
  sampleCount: number;
  /** For how long it has held up the others, as of `heldUpAtMs`; forgotten as time goes by. */
  heldUpMs: number;
  heldUpAtMs: number;
  /** When it left the in-sync set, lately. */
  departuresMs: readonly number[];
  barredUntilMs: number;
  nextBarMs: number;
}

export const newPace = (): Pace => ({
  probe: undefined,
  smoothedMs: 0,
  sampleCount: 0,
  heldUpMs: 0,
  heldUpAtMs: 0,
  departuresMs: [],
  barredUntilMs: -Infinity,
  nextBarMs: BAR_MS_MIN,
});

export function noteSent(pace: Pace, index: number, nowMs: number): void {
  pace.probe ??= { index, sentAtMs: nowMs };
}

/** @param othersMs the smoothed times of the other in-sync bricks. */
export function noteAcknowledged(
  pace: Pace,
  matchIndex: number,
  nowMs: number,
  othersMs: readonly number[],
): void {
  const { probe } = pace;
  if (probe === undefined || matchIndex < probe.index) return;
  const sampleMs = nowMs - probe.sentAtMs;
  pace.probe = undefined;
  pace.smoothedMs += SMOOTHING * (sampleMs - pace.smoothedMs);
  pace.sampleCount++;
  if (!isSlow(sampleMs, othersMs)) return;
  pace.heldUpMs = Math.min(HELD_UP_MS_MAX, heldUpMs(pace, nowMs) + sampleMs);
  pace.heldUpAtMs = nowMs;
}

const isSlow = (sampleMs: number, othersMs: readonly number[]): boolean =>
  sampleMs > Math.max(SLOW_MS, SLOW_FACTOR * Math.min(Infinity, ...othersMs));

const heldUpMs = (pace: Pace, nowMs: number): number =>
  Math.max(0, pace.heldUpMs - FORGIVEN_SHARE * (nowMs - pace.heldUpAtMs));

/** Slow for a large share of the time, even if it is quick in between: the others should not wait any longer. */
export const isHoldingUp = (pace: Pace, nowMs: number): boolean => heldUpMs(pace, nowMs) > SLOW_PATIENCE_MS;

/** As `isHoldingUp`, with what is waited for at the moment: a bad disk may take many seconds for one write. */
export function isHoldingUpStill(pace: Pace, nowMs: number, othersMs: readonly number[]): boolean {
  const waitedMs = pace.probe === undefined ? 0 : nowMs - pace.probe.sentAtMs;
  return heldUpMs(pace, nowMs) + (isSlow(waitedMs, othersMs) ? waitedMs : 0) > SLOW_PATIENCE_MS;
}

/** Has not held up anybody of late. */
export const isQuick = (pace: Pace, nowMs: number): boolean => heldUpMs(pace, nowMs) === 0;

/** And is fast as far as one can tell, not only not known to be slow. */
export const isKnownQuick = (pace: Pace, nowMs: number): boolean =>
  pace.sampleCount >= SAMPLES_MIN && pace.smoothedMs <= SLOW_MS && isQuick(pace, nowMs);

/** It left the in-sync set by itself; too often in a short time, and it stays out for a while. */
export function noteDeparture(pace: Pace, nowMs: number): void {
  pace.probe = undefined;
  pace.departuresMs = [...pace.departuresMs.filter((atMs) => nowMs - atMs < FLAP_WINDOW_MS), nowMs];
  if (pace.departuresMs.length >= FLAP_COUNT) bar(pace, nowMs);
}

/** Keeps it out: each time for longer. */
export function bar(pace: Pace, nowMs: number): void {
  pace.departuresMs = [];
  pace.barredUntilMs = nowMs + pace.nextBarMs;
  pace.nextBarMs = Math.min(BAR_MS_MAX, 2 * pace.nextBarMs);
}

/** Its time is not over, or it would hold up the others still. */
export const isBarred = (pace: Pace, nowMs: number): boolean =>
  nowMs < pace.barredUntilMs || (pace.barredUntilMs > -Infinity && !isQuick(pace, nowMs));
