/** Colours, for a terminal that shows them. */
import { styleText } from 'node:util';

const BAR_WIDTH = 20;

export interface Paint {
  readonly head: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  /** How far something has come, 0 to 1, as a bar; nothing where it would not be looked at. */
  readonly bar: (share: number) => string;
}

const asItIs = (text: string): string => text;

export const PLAIN: Paint = { head: asItIs, good: asItIs, warn: asItIs, bad: asItIs, bar: () => '' };

/** Whether there are colours is the terminal's business: not looked at again here. */
const styled =
  (style: 'bold' | 'green' | 'yellow' | 'red') =>
  (text: string): string =>
    styleText(style, text, { validateStream: false });

export const COLOURS: Paint = {
  head: styled('bold'),
  good: styled('green'),
  warn: styled('yellow'),
  bad: styled('red'),
  bar: (share) => {
    const filled = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
    return ` ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${Math.floor(share * 100)} %`;
  },
};

/** A brick's state. */
export function paintState(state: string, paint: Paint): string {
  if (state === 'in-sync') return paint.good(state);
  return state === 'offline' || state === 'isolated' ? paint.bad(state) : paint.warn(state);
}
