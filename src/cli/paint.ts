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

const ESCAPE = '\x1b';
/** Bold, red, green, yellow, and their ends (ECMA-48, SGR). */
const OWN_STYLE = /^\[(1|22|31|32|33|39)m/;

/** Whether what begins there is one of the above, and no order of another kind to the terminal. */
export const isOwnStyle = (text: string, at: number): boolean =>
  text[at] === ESCAPE && OWN_STYLE.test(text.slice(at + 1, at + 5));

/** A brick's state. */
export function paintState(state: string, paint: Paint): string {
  if (state === 'in-sync') return paint.good(state);
  return state === 'offline' || state === 'isolated' ? paint.bad(state) : paint.warn(state);
}
