/** What may stand at the cursor. */
import { POOL_OPTIONS, VOLUME_OPTIONS } from '../../core/options.js';
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
const TOP_KINDS = ['read', 'write', 'lookup', 'readdir', 'getattr'];
const LAB_NODES = ['1', '2', '3'];

/** Of these arguments, named after their command, the words are fixed. */
export const FIXED_WORDS: Readonly<Record<string, readonly string[]>> = {
  'volume heal what': ['full', 'info'],
  'volume heal detail': ['summary'],
  'volume manager move': ['move'],
  'volume profile info': ['info'],
  'volume top operation': TOP_KINDS,
  'volume reset-brick words': ['start', 'commit'],
  'volume replace-brick words': ['abort', 'commit'],
  'volume set key': [...VOLUME_OPTIONS.keys()],
  'volume get key': ['all', ...VOLUME_OPTIONS.keys()],
  'volume reset key': [...VOLUME_OPTIONS.keys()],
  'pool set key': [...POOL_OPTIONS.keys()],
  'pool get key': ['all', ...POOL_OPTIONS.keys()],
  'pool reset key': [...POOL_OPTIONS.keys()],
  'lab kill number': LAB_NODES,
  'lab pause number': LAB_NODES,
  'lab resume number': LAB_NODES,
  'lab start number': LAB_NODES,
};

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
  const { command, given, pending } = placeOf(program, words.slice(0, -1));
  if (pending !== undefined)
    return matching(current, await valuesOf(pending.valueName, pending.choices, names));
  if (current.startsWith('-'))
    return matching(current, plain(optionsOf(program, command).flatMap(optionNames)));
  if (command.commands.length > 0) return matching(current, plain(command.commands.map(commandName)));
  const argument = command.arguments[given.length] ?? lastIfVariadic(command.arguments);
  if (argument === undefined) return { kind: 'words', candidates: [] };
  const fixed = fixedWords(command, argument, given);
  return matching(current, await valuesOf(argument.name, fixed, names));
}

function fixedWords(
  { words }: CommandEntry,
  { name, choices }: ArgumentEntry,
  given: readonly string[],
): readonly string[] {
  const place = [...words, name].join(' ');
  // What an option may be depends on which one it is.
  if (place === 'volume set value') return VOLUME_OPTIONS.get(given[1] ?? '')?.choices ?? [];
  return FIXED_WORDS[place] ?? choices;
}

interface Place {
  readonly command: CommandEntry;
  /** Of its arguments, those that are there. */
  readonly given: readonly string[];
  /** The option that waits for its value. */
  readonly pending: OptionEntry | undefined;
}

function placeOf(program: CommandEntry, words: readonly string[]): Place {
  let command = program;
  const given: string[] = [];
  let pending: OptionEntry | undefined;
  for (const word of words) {
    if (pending !== undefined) pending = undefined;
    else if (word.startsWith('-')) {
      const option = optionsOf(program, command).find(({ names }) => names.includes(word));
      if (option?.takesValue === true) pending = option;
    } else {
      const child = command.commands.find(({ words: own }) => own.at(-1) === word);
      if (child === undefined) given.push(word);
      else command = child;
    }
  }
  return { command, given, pending };
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
