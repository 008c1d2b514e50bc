/** What may stand at the cursor. */
import type { ArgumentEntry, CommandEntry, OptionEntry } from './command-tree.js';

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

export type Completion =
  | { readonly kind: 'words'; readonly candidates: readonly Candidate[] }
  /** The shell knows better. */
  | { readonly kind: 'files' | 'directories' };

/** Names that only the running pool knows. */
export interface NameSource {
  readonly volumes: () => Promise<readonly string[]>;
  /** Names of nodes. */
  readonly nodes: () => Promise<readonly string[]>;
}

const DIRECTORY_NAMES: ReadonlySet<string> = new Set(['dir']);
const FILE_NAMES: ReadonlySet<string> = new Set(['local', 'file']);
const VOLUME_NAMES: ReadonlySet<string> = new Set(['volume', 'source']);
const NODE_NAMES: ReadonlySet<string> = new Set(['node', 'host', 'list', 'host:port']);
const PLACE_NAMES: ReadonlySet<string> = new Set(['places', 'place', 'from', 'to', 'target', 'name']);

/**
 * @param words what stands before the cursor, without the program's name; the last is the one to be completed,
 * possibly empty.
 */
export async function completionFor(
  program: CommandEntry,
  words: readonly string[],
  names: NameSource,
): Promise<Completion> {
  const current = words.at(-1) ?? '';
  const { command, position, pending } = placeOf(program, words.slice(0, -1));
  if (pending !== undefined)
    return matching(current, await valuesOf(pending.valueName, pending.choices, names));
  if (current.startsWith('-'))
    return matching(current, plain(optionsOf(program, command).flatMap(optionNames)));
  if (command.commands.length > 0) return matching(current, plain(command.commands.map(commandName)));
  const argument = command.arguments[position] ?? lastIfVariadic(command.arguments);
  if (argument === undefined) return { kind: 'words', candidates: [] };
  return matching(current, await valuesOf(argument.name, argument.choices, names));
}

interface Place {
  readonly command: CommandEntry;
  /** Of its arguments, so many are there. */
  readonly position: number;
  /** The option that waits for its value. */
  readonly pending: OptionEntry | undefined;
}

function placeOf(program: CommandEntry, words: readonly string[]): Place {
  let command = program;
  let position = 0;
  let pending: OptionEntry | undefined;
  for (const word of words) {
    if (pending !== undefined) pending = undefined;
    else if (word.startsWith('-')) {
      const option = optionsOf(program, command).find(({ names }) => names.includes(word));
      if (option?.takesValue === true) pending = option;
    } else {
      const child = command.commands.find(({ words: own }) => own.at(-1) === word);
      if (child === undefined) position++;
      else command = child;
    }
  }
  return { command, position, pending };
}

const optionsOf = (program: CommandEntry, command: CommandEntry): readonly OptionEntry[] =>
  command === program ? program.options : [...command.options, ...program.options];

const optionNames = ({ names, description }: OptionEntry): Candidate[] =>
  names.filter((name) => name.startsWith('--')).map((value) => ({ value, description }));

const commandName = ({ words, description }: CommandEntry): Candidate => ({
  value: words.at(-1) ?? '',
  description,
});

const plain = (candidates: readonly Candidate[]): Completion => ({ kind: 'words', candidates });

const lastIfVariadic = (all: readonly ArgumentEntry[]): ArgumentEntry | undefined =>
  all.at(-1)?.isVariadic === true ? all.at(-1) : undefined;

async function valuesOf(name: string, choices: readonly string[], names: NameSource): Promise<Completion> {
  const words = (values: readonly string[]): Completion =>
    plain(values.map((value) => ({ value, description: '' })));
  if (choices.length > 0) return words(choices);
  if (DIRECTORY_NAMES.has(name)) return { kind: 'directories' };
  if (FILE_NAMES.has(name)) return { kind: 'files' };
  if (VOLUME_NAMES.has(name)) return words(await names.volumes());
  if (NODE_NAMES.has(name)) return words(await names.nodes());
  if (PLACE_NAMES.has(name)) return words((await names.volumes()).map((volume) => `${volume}:/`));
  return words([]);
}

function matching(current: string, completion: Completion): Completion {
  if (completion.kind !== 'words') return completion;
  return plain(completion.candidates.filter(({ value }) => value.startsWith(current)));
}
