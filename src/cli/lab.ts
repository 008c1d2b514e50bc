import { InvalidArgumentError, type Command } from 'commander';
import { action } from './call.js';
import type { CliContext } from './context.js';
import { down } from './lab/down.js';
import { kill, pause, resume, start, status } from './lab/node-commands.js';
import { parseNodeCount, parsePort, up } from './lab/up.js';
import { WATCH_DESCRIPTION, WATCH_FLAGS } from './watch.js';

const DEFAULT_DIRECTORY = '.lab';

export function addLabCommands(program: Command, context: CliContext): void {
  const lab = program.command('lab').description('a whole pool on this machine, to try and to break');
  const command = (name: string, description: string) =>
    lab
      .command(name)
      .description(description)
      .option('--dir <dir>', 'where the lab keeps its data', DEFAULT_DIRECTORY);
  command('up', 'start the servers, make the volume www, mount it')
    .option('--mount <dir>', "where to mount (default: www in the lab's directory)")
    .option('--nodes <count>', 'how many servers (default: 3)', argument(parseNodeCount))
    .option('--base-port <port>', "node 1's port, also HAFS_LAB_PORT (default: 24101)", argument(parsePort))
    .action(action(context, up));
  command('down', 'unmount and stop the servers; the data stays')
    .option('--purge', 'remove the data too')
    .action(action(context, down));
  command('status', 'what runs, and how healthy the volume is')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, status));
  command('kill', 'crash a node (SIGKILL)')
    .argument('<number>', "the node's: 1, 2, …")
    .action(action(context, kill));
  command('pause', 'freeze a node (SIGSTOP)').argument('<number>').action(action(context, pause));
  command('resume', 'thaw a node (SIGCONT)').argument('<number>').action(action(context, resume));
  command('start', 'start a node that was killed').argument('<number>').action(action(context, start));
}

/** Lets commander say which option it was. */
const argument =
  <T>(parse: (text: string) => T) =>
  (text: string): T => {
    try {
      return parse(text);
    } catch (err) {
      throw new InvalidArgumentError((err as Error).message);
    }
  };
