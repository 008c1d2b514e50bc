/** What a command prints: one JSON document, or text for people. */
import Table from 'cli-table3';
import { escapeOf } from '../core/printable.js';
import type { Call } from './call.js';
import { COLOURS, isOwnStyle, PLAIN, type Paint } from './paint.js';

export type Align = 'left' | 'right';

export interface Column {
  readonly head: string;
  readonly align?: Align;
}

const LINE_BREAK = '\n';

const NO_FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Columns side by side, with a line of heads unless all are empty. */
export function tableText(
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
  paint: Paint = PLAIN,
): string {
  const heads = columns.map((column) => (column.head === '' ? '' : paint.head(column.head)));
  const table = new Table({
    ...(heads.some((head) => head !== '') && { head: heads }),
    colAligns: columns.map((column) => column.align ?? 'left'),
    chars: NO_FRAME,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  table.push(...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))));
  return table.toString().replace(/ +$/gm, '');
}

/** Prints `document` with `--json`, else the text; an empty text is no line. @param lead goes before a text, as it is. */
export function show(call: Call, document: unknown, text: (paint: Paint) => string, lead = ''): void {
  const { terminal } = call.context;
  const paint = terminal.isColoured ? COLOURS : PLAIN;
  const isJson = call.options.json === true;
  const shown = isJson ? JSON.stringify(document) : lead + harmless(text(paint), LINE_BREAK);
  if (shown !== '') terminal.write(`${shown}\n`);
}

/** As `printable`, but colours stay. */
const harmless = (text: string, kept = ''): string =>
  text.replace(/\p{Cc}/gu, (character, at: number) =>
    kept.includes(character) || isOwnStyle(text, at) ? character : escapeOf(character),
  );
