/** Manual pages' source (man(7)), as far as two pages need it. */

/** Text that stands for itself, also at the beginning of a line. */
export function roffText(text: string): string {
  const escaped = text
    .replace(/\\/g, '\\(rs')
    .replace(/-/g, '\\-')
    .replace(/…/g, '...')
    .replace(/'/g, '\\(aq')
    .replace(/→/g, '\\(->');
  return escaped.replace(/^\./gm, '\\&.');
}

export const heading = (text: string): string => `.SH ${text}`;
export const subheading = (text: string): string => `.SS ${roffText(text)}`;
export const paragraph = (text: string): string => `.PP\n${roffText(text)}`;
/** Lines as they are. */
export const literal = (text: string): string => `.nf\n${roffText(text)}\n.fi`;
export const listItem = (term: string, description: string): string =>
  `.TP\n.B ${roffText(term)}\n${roffText(description)}`;
