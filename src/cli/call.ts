/** One call of one command: what came with it, and the way its failures take. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AdminClient } from '../client/admin.js';
import { OwnIdentity } from '../client/own-identity.js';
import { UpkeepClient } from '../client/upkeep.js';
import { normalizeAddress } from '../rpc/address.js';
import type { Trust } from '../rpc/channel.js';
import { readCredential } from '../rpc/identity/credential-file.js';
import { findCredential } from '../rpc/identity/credential-place.js';
import { credentialFrom, serversFrom, type SettingSources } from '../runtime/config.js';
import { silentLogger } from '../runtime/logger.js';
import type { CliContext } from './context.js';
import { CommandError, UsageError } from './usage-error.js';

/** The options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly json?: true;
  readonly server?: string;
  readonly credential?: string;
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

const sourcesOf = ({ options, context }: Call): SettingSources => ({
  server: options.server,
  credential: options.credential,
  environment: context.environment,
  configFile: context.configFile,
});

/** The nodes to ask: HOST:PORT each. @throws {InvalidRequestError} */
export const serversOf = async (call: Call): Promise<readonly string[]> =>
  (await serversFrom(sourcesOf(call))).map(normalizeAddress);

/** The credential that was named, as an absolute path. @throws {InvalidRequestError} */
export async function namedCredential(call: Call): Promise<string | undefined> {
  const named = await credentialFrom(sourcesOf(call));
  return named === undefined ? undefined : resolve(named);
}

/** The one that was named, or the one that is kept for the servers. */
export const credentialFileOf = async (call: Call): Promise<string | undefined> =>
  findCredential(await namedCredential(call), await serversOf(call), call.context.credentialPlaces);

/** Who asks, if anybody. */
export async function trustOf(call: Call): Promise<Trust | undefined> {
  const file = await credentialFileOf(call);
  return file === undefined ? undefined : readCredential(file);
}

export async function withAdmin<T>(call: Call, work: (admin: AdminClient) => Promise<T>): Promise<T> {
  return using(call, AdminClient, work);
}

export async function withUpkeep<T>(call: Call, work: (upkeep: UpkeepClient) => Promise<T>): Promise<T> {
  return using(call, UpkeepClient, work);
}

async function using<Client extends AdminClient, T>(
  call: Call,
  Client: new (servers: readonly string[], trust?: Trust) => Client,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const servers = await serversOf(call);
  const { clock, terminal } = call.context;
  const deps = { clock, log: silentLogger, servers: () => servers };
  const identity = await OwnIdentity.load(await credentialFileOf(call), deps);
  const client = new Client(servers, identity.current);
  try {
    const result = await work(client);
    if (client.isInsecure) terminal.complain(INSECURE_WARNING);
    // Whoever asks now and then keeps the credential alive; that it cannot be written is no failure of the command.
    await identity.renewIfDue().catch(() => undefined);
    return result;
  } finally {
    client.close();
  }
}

const INSECURE_WARNING =
  'warning: this pool runs with --insecure: anybody who can reach its nodes can read and change everything\n';
