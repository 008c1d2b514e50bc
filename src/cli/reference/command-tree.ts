/** The command line as plain data: what completion and the manual pages are made of. */
import type { Argument, Command, Option } from 'commander';

export interface OptionEntry {
  /** "-w, --watch", "--dir <dir>" */
  readonly term: string;
  /** "-w" and "--watch". */
  readonly names: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** "dir" of "--dir <dir>". */
  readonly valueName: string;
  readonly choices: readonly string[];
}

export interface ArgumentEntry {
  readonly name: string;
  readonly description: string;
  readonly isVariadic: boolean;
  readonly choices: readonly string[];
}

export interface CommandEntry {
  /** "volume", "create"; empty for the program itself. */
  readonly words: readonly string[];
  /** "hafs volume create [options] <volume> <words...>" */
  readonly usage: string;
  readonly description: string;
  readonly arguments: readonly ArgumentEntry[];
  readonly options: readonly OptionEntry[];
  readonly commands: readonly CommandEntry[];
}

/** Without what is hidden, and without `help`. */
export function commandEntry(command: Command, words: readonly string[] = []): CommandEntry {
  const help = command.createHelp();
  return {
    words,
    usage: help.commandUsage(command),
    description: help.commandDescription(command),
    arguments: command.registeredArguments.map(argumentEntry),
    options: help
      .visibleOptions(command)
      .filter((option) => option.long !== '--help')
      .map((option) => optionEntry(option, help.optionDescription(option))),
    commands: help
      .visibleCommands(command)
      .filter((child) => child.name() !== 'help')
      .map((child) => commandEntry(child, [...words, child.name()])),
  };
}

const argumentEntry = (argument: Argument): ArgumentEntry => ({
  name: argument.name(),
  description: argument.description,
  isVariadic: argument.variadic,
  choices: argument.argChoices ?? [],
});

const optionEntry = (option: Option, description: string): OptionEntry => ({
  term: option.flags,
  names: [option.short, option.long].filter((name) => name !== undefined),
  description,
  takesValue: option.required || option.optional,
  valueName: /[<[]([^>\]]+)[>\]]/.exec(option.flags)?.[1] ?? '',
  choices: option.argChoices ?? [],
});
