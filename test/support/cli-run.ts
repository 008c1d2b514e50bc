/** Runs the `hafs` command in this process, with everything outside of it played. */
import type {
  CliContext,
  MountOptions,
  NewIdentity,
  Programs,
  ServerOptions,
} from '../../src/cli/context.js';
import { buildProgram } from '../../src/cli/program.js';
import { commandEntry, type CommandEntry } from '../../src/cli/reference/command-tree.js';
import { runCommandLine } from '../../src/cli/run.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { RefusedError, UnreachableError } from '../../src/core/errors.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { SystemRandom } from '../../src/runtime/random.js';

export interface CliOutcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly questions: readonly string[];
  readonly served: readonly ServerOptions[];
  readonly mounted: readonly MountOptions[];
  readonly unmounted: readonly string[];
}

export interface CliSetting {
  readonly environment?: Readonly<Record<string, string>>;
  /** What the person at the terminal answers; nobody is there without it. */
  readonly answer?: string;
  /** Standard input. */
  readonly input?: string;
  readonly invokedAs?: string;
  readonly volume?: FileVolume;
  readonly configFile?: string;
  /** Fires as Ctrl-C does. */
  readonly interruption?: AbortSignal;
  /** The output is a terminal with colours. */
  readonly isWatched?: boolean;
}

export async function runCli(words: readonly string[], setting: CliSetting = {}): Promise<CliOutcome> {
  const terminal = new PlayedTerminal(setting.answer, setting.interruption, setting.isWatched, setting.input);
  const programs = new PlayedPrograms();
  const context = playedContext(setting, terminal, programs);
  const status = await runCommandLine(words, setting.invokedAs ?? 'hafs', context);
  const { out, err, questions } = terminal;
  return { status, out, err, questions, ...programs.calls };
}

/** The commands there are, as data. */
export const commandTree = (): CommandEntry =>
  commandEntry(buildProgram(playedContext({}, new PlayedTerminal(undefined), new PlayedPrograms())));

function playedContext(setting: CliSetting, terminal: Terminal, programs: Programs): CliContext {
  return {
    programs,
    terminal,
    connectVolume: () =>
      setting.volume === undefined
        ? Promise.reject(new UnreachableError('no volume here'))
        : Promise.resolve(setting.volume),
    clock: new SystemClock(),
    random: new SystemRandom(),
    environment: (name) => setting.environment?.[name],
    configFile: setting.configFile ?? '/nonexistent/hafs.toml',
    credentialPlaces: { systemFile: '/nonexistent/credential.pem', directory: '/nonexistent/credentials' },
    version: '1.2.3',
    commandName: 'hafs',
    entryFile: '/nonexistent/hafs.js',
  };
}

class PlayedTerminal implements Terminal {
  readonly isProgressWatched = false;
  readonly questions: string[] = [];
  out = '';
  err = '';

  constructor(
    private readonly answer: string | undefined,
    private readonly interrupted: AbortSignal = AbortSignal.abort(),
    readonly isWatched = false,
    private readonly input = '',
  ) {}

  get isColoured(): boolean {
    return this.isWatched;
  }

  get canAsk(): boolean {
    return this.answer !== undefined;
  }

  write(text: string): void {
    this.out += text;
  }

  writeBytes(bytes: Uint8Array): Promise<void> {
    this.out += Buffer.from(bytes).toString('utf8');
    return Promise.resolve();
  }

  complain(text: string): void {
    this.err += text;
  }

  ask(question: string): Promise<string> {
    this.questions.push(question);
    return Promise.resolve(this.answer ?? '');
  }

  readInput(): Promise<string> {
    return Promise.resolve(this.input);
  }

  interruption(): AbortSignal {
    return this.interrupted;
  }
}

class PlayedPrograms implements Programs {
  readonly calls = {
    served: [] as ServerOptions[],
    mounted: [] as MountOptions[],
    unmounted: [] as string[],
  };

  serve(options: ServerOptions): Promise<void> {
    this.calls.served.push(options);
    return Promise.resolve();
  }

  mount(options: MountOptions): Promise<void> {
    this.calls.mounted.push(options);
    return Promise.resolve();
  }

  umount(directory: string): Promise<void> {
    this.calls.unmounted.push(directory);
    return Promise.resolve();
  }

  initPool(): Promise<NewIdentity> {
    return Promise.reject(new RefusedError('no pool here'));
  }

  joinPool(): Promise<NewIdentity> {
    return Promise.reject(new RefusedError('no pool here'));
  }
}
