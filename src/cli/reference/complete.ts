/** What may stand at the cursor. */
import { POOL_OPTIONS, VOLUME_OPTIONS } from '../../core/options.js';
import { GENERIC_MOUNT_OPTIONS, OWN_MOUNT_OPTIONS } from '../mount-option-list.js';
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
  /** Those that were not revoked. */
  readonly clients: () => Promise<readonly string[]>;
}

type Kind = 'directories' | 'files' | 'volumes' | 'places' | 'nodes' | 'clients' | 'mountOptions' | 'nothing';

/** By what an argument, or an option's value, is called. */
const KIND_BY_NAME: ReadonlyMap<string, Kind> = new Map([
  ...kinds('directories', ['dir']),
  ...kinds('files', ['local', 'file']),
  ...kinds('volumes', ['volume', 'volumes...', 'source']),
  ...kinds('places', ['places', 'place', 'from', 'to', 'target', 'name']),
  ...kinds('nodes', ['node', 'host', 'list', 'host:port']),
]);

/** Where that would mislead: an argument named after its command, or an option. */
export const KIND_BY_PLACE: ReadonlyMap<string, Kind> = new Map([
  // Who makes something thinks of a name for it.
  ...kinds('nothing', ['client create name', 'volume create volume', 'server --name']),
  // Of their addresses the ports are missing that are asked for here.
  ...kinds('nothing', ['support-bundle --http']),
  ...kinds('clients', ['client revoke name']),
  ...kinds('mountOptions', ['mount --options']),
]);

function kinds(kind: Kind, names: readonly string[]): (readonly [string, Kind])[] {
  return names.map((name) => [name, kind] as const);
}

const TOP_KINDS = ['read', 'readFiles', 'write', 'lookup', 'readdir', 'getattr'];
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

/** Of `volume create`, by how many words stand before them. */
const CREATE_WORDS: Readonly<Record<number, readonly string[]>> = { 1: ['replica'], 2: ['3'], 6: ['force'] };

const HELP: Candidate = { value: '--help', description: 'how the command is called' };
/** What takes several values, separated by commas. */
const LIST_NAME = 'list';

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
  if (pending !== undefined) return optionValue(current, command, pending, names);
  if (current.startsWith('-'))
    return matching(current, plain([...optionsOf(program, command).flatMap(optionNames), HELP]));
  if (command.commands.length > 0) return matching(current, plain(command.commands.map(commandName)));
  const argument = command.arguments[given.length] ?? lastIfVariadic(command.arguments);
  if (argument === undefined) return { kind: 'words', candidates: [] };
  const fixed = fixedWords(command, argument, given);
  return matching(current, await valuesOf(kindOf(command, argument.name, argument.name), fixed, names));
}

async function optionValue(
  current: string,
  command: CommandEntry,
  { names: own, valueName, choices }: OptionEntry,
  names: NameSource,
): Promise<Completion> {
  const values = await valuesOf(kindOf(command, own.at(-1) ?? '', valueName), choices, names);
  if (valueName !== LIST_NAME || values.kind !== 'words') return matching(current, values);
  const before = current.slice(0, current.lastIndexOf(',') + 1);
  const candidates = values.candidates.map((one) => ({ ...one, value: `${before}${one.value}` }));
  return matching(current, plain(candidates));
}

const kindOf = ({ words }: CommandEntry, place: string, name: string): Kind =>
  KIND_BY_PLACE.get([...words, place].join(' ')) ?? KIND_BY_NAME.get(name) ?? 'nothing';

function fixedWords(
  { words }: CommandEntry,
  { name, choices }: ArgumentEntry,
  given: readonly string[],
): readonly string[] {
  const place = [...words, name].join(' ');
  // What an option may be depends on which one it is.
  if (place === 'volume set value') return VOLUME_OPTIONS.get(given[1] ?? '')?.choices ?? [];
  if (place === 'volume create words') return CREATE_WORDS[given.length] ?? [];
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

async function valuesOf(kind: Kind, choices: readonly string[], names: NameSource): Promise<Completion> {
  if (choices.length > 0) return asWords(choices);
  switch (kind) {
    case 'directories':
    case 'files':
      return { kind };
    case 'volumes':
      return asWords(await names.volumes());
    case 'places':
      return asWords((await names.volumes()).map((volume) => `${volume}:/`));
    case 'nodes':
      return asWords(await names.nodes());
    case 'clients':
      return asWords(await names.clients());
    case 'mountOptions':
      return plain(mountOptionWords());
    case 'nothing':
      return asWords([]);
  }
}

const asWords = (values: readonly string[]): Completion =>
  plain(values.map((value) => ({ value, description: '' })));

/** "op-timeout=" of "op-timeout=SECONDS"; nothing of what stands for many. */
function mountOptionWords(): Candidate[] {
  const generic = GENERIC_MOUNT_OPTIONS.split(' ').map((term) => ({ term, description: '' }));
  return [...OWN_MOUNT_OPTIONS, ...generic]
    .filter(({ term }) => !term.endsWith('*'))
    .map(({ term, description }) => ({ value: term.replace(/=.*/, '='), description }));
}

function matching(current: string, completion: Completion): Completion {
  if (completion.kind !== 'words') return completion;
  return plain(completion.candidates.filter(({ value }) => value.startsWith(current)));
}
