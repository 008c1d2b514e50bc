/** Numbers for people: three digits say all that a measurement knows. */
const US_PER_MS = 1_000;

export function numberText(value: number): string {
  if (Number.isNaN(value)) return '-';
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

export const ratioText = (ratio: number): string => (Number.isNaN(ratio) ? '-' : `${numberText(ratio)} ×`);

export const latencyText = (us: number): string =>
  Number.isNaN(us) ? '-' : us < US_PER_MS ? `${numberText(us)} µs` : `${numberText(us / US_PER_MS)} ms`;
