/** What `hafs server` takes from the environment and the configuration file: as if it stood on the command line, first. */
import { loadNodeSettings, type NodeSettings } from '../runtime/node-config.js';
import type { CommandEntry, OptionEntry } from './reference/command-tree.js';

const COMMAND = 'server';

interface Sources {
  readonly environment: (name: string) => string | undefined;
  readonly configFile: string;
}

/**
 * The words with those settings right behind `server`. What comes later wins: so it is flag, environment, file, default.
 * @throws {InvalidRequestError} the file is wrong.
 */
export async function withNodeSettings(
  words: readonly string[],
  program: CommandEntry,
  { environment, configFile }: Sources,
): Promise<readonly string[]> {
  const at = commandIndex(words, program.options);
  const command = program.commands.find(({ words: own }) => own[0] === COMMAND);
  if (words[at] !== COMMAND || command === undefined || words.includes('--help')) return words;
  const names = command.options.map(longName);
  const fromFile = await loadNodeSettings(configFile, names);
  const fromEnvironment = Object.fromEntries(
    names.flatMap((name) => {
      const value = environment(environmentName(name));
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const settings = { ...fromFile, ...fromEnvironment };
  return [...words.slice(0, at + 1), ...wordsOf(settings, command.options), ...words.slice(at + 1)];
}

/** "--log-format" is HAFS_NODE_LOG_FORMAT. */
export const environmentName = (name: string): string =>
  `HAFS_NODE_${name.toUpperCase().replaceAll('-', '_')}`;

const longName = ({ names }: OptionEntry): string => (names.at(-1) ?? '').replace(/^--/, '');

const wordsOf = (settings: NodeSettings, options: readonly OptionEntry[]): string[] =>
  options.flatMap((option) => {
    const value = settings[longName(option)];
    if (value === undefined) return [];
    return option.takesValue ? [`--${longName(option)}=${value}`] : [`--${longName(option)}`];
  });

/** Where the first word stands that is neither an option nor an option's value. */
function commandIndex(words: readonly string[], options: readonly OptionEntry[]): number {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) return at;
    if (options.some(({ names, takesValue }) => takesValue && names.includes(word))) at++;
  }
  return words.length;
}
