/** One call of one command: what came with it, and the way its failures take. */
import type { Command } from 'commander';
import { AdminClient } from '../client/admin.js';
import { UpkeepClient } from '../client/upkeep.js';
import { normalizeAddress } from '../rpc/address.js';
import { chooseServers, loadSettings } from '../runtime/config.js';
import type { CliContext } from './context.js';
import { CommandError, UsageError } from './usage-error.js';

/** The options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly json?: true;
  readonly server?: string;
  readonly yes?: true;
  readonly mode?: 'script' | 'interactive';
}

export interface Call<Options = object> {
  readonly context: CliContext;
  readonly options: GlobalOptions & Options;
  /** The command's words: "volume start". */
  readonly label: string;
}

/** What commander hands to an action: the arguments, the options, the command. */
type ActionArguments<Args extends unknown[]> = [...Args, object, Command];

export type Body<Options, Args extends unknown[]> = (call: Call<Options>, ...args: Args) => Promise<void>;

/** An action for commander that runs `body`; what it throws says which command failed. */
export function action<Options, Args extends unknown[]>(context: CliContext, body: Body<Options, Args>) {
  return async (...given: ActionArguments<Args>): Promise<void> => {
    const command = given[given.length - 1] as Command;
    const args = given.slice(0, -2) as Args;
    const call = {
      context,
      options: command.optsWithGlobals<GlobalOptions & Options>(),
      label: labelOf(command),
    };
    try {
      await body(call, ...args);
    } catch (err) {
      if (err instanceof UsageError) throw new UsageError(err.message, { cause: err }, call.label);
      throw new CommandError(subjectLabel(call.label, args), err);
    }
  };
}

/** The command's words, without the program's name. */
export function labelOf(command: Command): string {
  const parent = command.parent;
  if (parent == null) return '';
  return parent.parent == null ? command.name() : `${labelOf(parent)} ${command.name()}`;
}

/** GlusterFS's way: "volume start: www: failed: …". */
function subjectLabel(label: string, args: readonly unknown[]): string {
  const subject = args[0];
  return /^(volume|node) /.test(label) && typeof subject === 'string' ? `${label}: ${subject}` : label;
}

/** The nodes to ask: HOST:PORT each. @throws {InvalidRequestError} */
export async function serversOf(call: Call): Promise<readonly string[]> {
  const { environment, configFile } = call.context;
  const flag = call.options.server;
  const fromEnvironment = environment('HAFS_SERVER');
  // Someone who names a server can do without the file, even when it is broken.
  const file = flag === undefined && fromEnvironment === undefined ? await loadSettings(configFile) : {};
  return chooseServers({ flag, environment: fromEnvironment, file }).map(normalizeAddress);
}

export async function withAdmin<T>(call: Call, work: (admin: AdminClient) => Promise<T>): Promise<T> {
  return using(new AdminClient(await serversOf(call)), work);
}

export async function withUpkeep<T>(call: Call, work: (upkeep: UpkeepClient) => Promise<T>): Promise<T> {
  return using(new UpkeepClient(await serversOf(call)), work);
}

async function using<Client extends AdminClient, T>(
  client: Client,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
