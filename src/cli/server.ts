import { Option, type Command } from 'commander';
import { DEFAULT_PORT } from '../rpc/address.js';
import type { LogFormat } from '../runtime/logger.js';
import { action, type Call } from './call.js';
import type { CliContext } from './context.js';

interface Options {
  readonly data: string;
  readonly listen?: string;
  readonly insecure?: true;
  readonly advertise?: string;
  readonly name?: string;
  readonly http?: string;
  readonly keyFile?: string;
  readonly keyCommand?: string;
  readonly logFormat: LogFormat;
}

export function addServerCommand(program: Command, context: CliContext): void {
  program
    .command('server')
    .description('run a storage node in the foreground; SIGTERM stops it in good order')
    .requiredOption('--data <dir>', "the node's identity, its copy of the pool, the default place of bricks")
    .option(
      '--listen <host:port>',
      `where to listen (default: port ${DEFAULT_PORT}, on loopback only without an identity)`,
    )
    .option('--insecure', 'without an identity, let anybody in from elsewhere')
    .option('--advertise <host:port>', 'how the other nodes and the clients reach this one')
    .option('--name <node>', "the node's name (default: the host name)")
    .option(
      '--http <host:port>',
      'serve the status page, /metrics, /healthz and /readyz; a PORT alone: for this machine only',
    )
    .option('--key-file <file>', "the pool's keys, for encrypted volumes; the first one wraps")
    .option('--key-command <command>', 'what prints them instead')
    .addOption(new Option('--log-format <format>', 'on stderr').choices(['json', 'text']).default('text'))
    .action(action(context, serve));
}

function serve(call: Call<Options>): Promise<void> {
  const { data, listen, insecure, advertise, name, http, keyFile, keyCommand, logFormat } = call.options;
  return call.context.programs.serve({
    dataDirectory: data,
    logFormat,
    ...(listen !== undefined && { listen }),
    ...(insecure === true && { insecure }),
    ...(advertise !== undefined && { advertise }),
    ...(name !== undefined && { name }),
    ...(http !== undefined && { http }),
    ...(keyFile !== undefined && { keyFile }),
    ...(keyCommand !== undefined && { keyCommand }),
  });
}
