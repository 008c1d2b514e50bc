/** The forms in which mount(8) and mount.fuse call this program, brought to `hafs mount …`. */
import { UsageError } from './usage-error.js';

const HELPER_NAMES: ReadonlySet<string> = new Set(['mount.hafs', 'mount.fuse.hafs']);

/** Mount helpers get `-t TYPE` and `-N NAMESPACE` too; both say nothing new. */
const HELPER_OPTIONS_WITH_VALUE: ReadonlySet<string> = new Set(['-t', '-N']);
/** `-n` and `-v` ask for nothing: there is no /etc/mtab any more, and one line says all. */
const HELPER_FLAGS = { s: '--sloppy', f: '--fake' } as const;

/**
 * The command line as commander is to see it.
 *
 * @param invokedAs the name under which the program was called, without directories.
 * @param isCommand whether a word is the name of a command.
 */
export function normalizeWords(
  words: readonly string[],
  invokedAs: string,
  isCommand: (word: string) => boolean,
): readonly string[] {
  if (HELPER_NAMES.has(invokedAs)) return ['mount', '--helper', ...fromHelperForm(words)];
  return isMountForm(words, isCommand) ? ['mount', ...words] : words;
}

/** `VOL DIR -o opts`: what mount.fuse makes of `mount -t fuse hafs#VOL DIR`. */
function isMountForm(words: readonly string[], isCommand: (word: string) => boolean): boolean {
  const [first, second, third] = words;
  if (first === undefined || second === undefined) return false;
  if (first.startsWith('-') || second.startsWith('-') || isCommand(first)) return false;
  return second.startsWith('/') || third?.startsWith('-o') === true;
}

/** `DEVICE DIR [-sfnv] [-N NAMESPACE] [-o OPTS] [-t TYPE]`: mount(8), "EXTERNAL HELPERS". */
function fromHelperForm(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (HELPER_OPTIONS_WITH_VALUE.has(word)) at++;
    else if (word === '-o') result.push('-o', words[++at] ?? '');
    else if (/^-[sfnv]+$/.test(word)) result.push(...flagsOf(word));
    else if (word.startsWith('-')) throw new UsageError(`unknown option "${word}" of a mount helper`);
    else result.push(word);
  }
  return result;
}

function flagsOf(cluster: string): string[] {
  return Object.entries(HELPER_FLAGS).flatMap(([letter, flag]) => (cluster.includes(letter) ? [flag] : []));
}
