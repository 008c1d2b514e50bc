import { eventually } from '../../support/eventually.js';
import type { BrickStatus, NetnsLab } from './netns-lab.js';

const HEAL_TIMEOUT_MS = 200_000;
/** Before this share is healed the rate is not known well. */
const RATE_KNOWN_SHARE = 0.1;
/** It is shown in whole seconds, each of which is a fifth of what is left by then. */
const NEARLY_DONE_MS = 5_000;

interface Sample {
  readonly atMs: number;
  readonly etaMs: number;
  readonly healedShare: number;
}

export interface HealObservation {
  /** Wall clock. */
  readonly begunAtMs: number;
  readonly endedAtMs: number;
  /** From the node's connection to the manager. */
  readonly beganAfterMs: number;
  /** Largest difference between the time left as told and as it was, as a share of the latter. */
  readonly worstEtaError: number;
  /** How often it was told, and could be compared. */
  readonly etaCount: number;
}

/** Watches the heal of a node that was just started, until it is in sync. */
export async function followHeal(lab: NetnsLab, node: number): Promise<HealObservation> {
  const samples: Sample[] = [];
  const startedAtMs = Date.now();
  const stop = lab.watch(node === 1 ? 2 : 1, (bricks) => {
    const sample = sampleOf(bricks[node - 1]);
    if (sample !== undefined) samples.push(sample);
  });
  try {
    // The pool's own group heals too.
    const timesOf = async (event: string): Promise<number[]> =>
      (await lab.logged(event)).filter(({ text }) => !text.includes('volume=pool')).map(({ atMs }) => atMs);
    const last = async (event: string): Promise<number> => (await timesOf(event)).at(-1) ?? 0;
    await eventually(async () => {
      if ((await last('replication.brick_in_sync')) < startedAtMs)
        throw new Error('the brick is not in sync');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }, HEAL_TIMEOUT_MS);
    // What changes meanwhile is brought over in a second, short one.
    const begunAtMs = (await timesOf('heal.begun')).find((atMs) => atMs >= startedAtMs) ?? 0;
    const endedAtMs = await last('heal.done');
    const beganAfterMs = begunAtMs - (await last('link.up'));
    const errors = etaErrors(samples, endedAtMs);
    const worstEtaError = Math.max(0, ...errors);
    return { begunAtMs, endedAtMs, beganAfterMs, worstEtaError, etaCount: errors.length };
  } finally {
    stop();
  }
}

function sampleOf(brick: BrickStatus | undefined): Sample | undefined {
  if (brick?.state !== 'healing' || brick.etaSeconds === null) return undefined;
  const { healed, pending } = brick;
  const healedShare = healed.bytes / (healed.bytes + pending.bytes);
  return { atMs: Date.now(), etaMs: brick.etaSeconds * 1_000, healedShare };
}

const etaErrors = (samples: readonly Sample[], endedAtMs: number): number[] =>
  samples
    .filter(({ healedShare, atMs }) => healedShare >= RATE_KNOWN_SHARE && endedAtMs - atMs > NEARLY_DONE_MS)
    .map(({ atMs, etaMs }) => Math.abs(etaMs - (endedAtMs - atMs)) / (endedAtMs - atMs));
