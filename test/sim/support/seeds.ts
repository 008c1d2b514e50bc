/** Seeds that found something once are run for ever. */
const PINNED_SEEDS: readonly number[] = [
  1, 2, 3, 91, 120_861_124, 690_757_272, 950_760_253, 134_885_066, 632_935_151, 826_408_055, 861_986_128,
  369_503_132, 732_981_116, 844_645_180, 146_351_773, 200_000_057, 593_166_604,
];
/** Of each kind, where nobody asks for more. */
const QUICK_SEED_COUNT = 4;

/**
 * A few old and new ones. `HAFS_SEED=n` runs that one alone; `HAFS_SEEDS=n` all the old ones and as many new ones.
 * Each is part of its test's title, so a failure says how to see it again.
 */
export function freshSeeds(): number[] {
  const { HAFS_SEED, HAFS_SEEDS } = process.env;
  if (HAFS_SEED !== undefined) return [Number(HAFS_SEED)];
  const pinned = HAFS_SEEDS === undefined ? PINNED_SEEDS.slice(0, QUICK_SEED_COUNT) : PINNED_SEEDS;
  const count = Number(HAFS_SEEDS ?? QUICK_SEED_COUNT);
  const first = Math.floor(Math.random() * 2 ** 30);
  return [...pinned, ...Array.from({ length: count }, (_, place) => first + place)];
}
