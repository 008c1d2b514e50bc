/**
 * Text that a terminal shows and does not obey. Names come from other people: a control character in one (C0, DEL, C1) is shown as
 * `\x1b`.
 */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, escapeOf);

export function escapeOf(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
