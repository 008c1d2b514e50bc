/** Seeds that found something once are run for ever. */
const PINNED_SEEDS: readonly number[] = [
  1, 2, 3, 91, 120_861_124, 690_757_272, 950_760_253, 134_885_066, 632_935_151, 826_408_055, 861_986_128,
];
const FRESH_SEED_COUNT = 4;

/**
 * `HAFS_SEED=n` runs that one alone; `HAFS_SEEDS=n` sets how many fresh ones are drawn.
 * Each is part of its test's title, so a failure says how to see it again.
 */
export function freshSeeds(): number[] {
  const { HAFS_SEED, HAFS_SEEDS } = process.env;
  if (HAFS_SEED !== undefined) return [Number(HAFS_SEED)];
  const count = Number(HAFS_SEEDS ?? FRESH_SEED_COUNT);
  const first = Math.floor(Math.random() * 2 ** 30);
  return [...PINNED_SEEDS, ...Array.from({ length: count }, (_, place) => first + place)];
}
