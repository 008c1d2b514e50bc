/** `hafs help volume create`, and `hafs volume help create`: brought to `hafs volume create --help`. */
import { suggestion } from '../core/unknown-name.js';
import type { CommandEntry } from './reference/command-tree.js';
import { UsageError } from './usage-error.js';

const HELP = 'help';

/** @throws {UsageError} there is no such command. */
export function helpForm(words: readonly string[], program: CommandEntry): readonly string[] {
  const at = words.indexOf(HELP);
  const groups = words.slice(0, at);
  const rest = words.slice(at + 1);
  if (at === -1 || rest.length === 0 || rest.some((word) => word.startsWith('-'))) return words;
  const group = groups.reduce<CommandEntry | undefined>(commandIn, program);
  // It is a volume, a directory or a file that is called so.
  if (group === undefined || group.commands.length === 0) return words;
  rest.reduce((command, word) => {
    const next = commandIn(command, word);
    if (next !== undefined) return next;
    const names = command.commands.map(({ words: own }) => own.at(-1) ?? '');
    if (names.length === 0) return command;
    throw new UsageError(`unknown command '${word}'${suggestion(word, names)}`, {}, command.words.join(' '));
  }, group);
  return [...groups, ...rest, '--help'];
}

const commandIn = (command: CommandEntry | undefined, word: string): CommandEntry | undefined =>
  command?.commands.find(({ words }) => words.at(-1) === word);
