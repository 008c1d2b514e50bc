import { Command, InvalidArgumentError, Option } from 'commander';
import { normalizeAddress } from '../rpc/address.js';
import { splitServers } from '../runtime/config.js';
import { labelOf } from './call.js';
import { addClientCommands } from './client.js';
import type { CliContext } from './context.js';
import { oneLine } from './failure-line.js';
import { addReferenceCommands } from './reference-commands.js';
import { addDoctorCommands } from './doctor.js';
import { addEventsCommand } from './events.js';
import { addFsCommands } from './fs.js';
import { addHealStatusCommand } from './heal-status.js';
import { addIdentityCommands } from './identity.js';
import { addLabCommands } from './lab.js';
import { addMountCommands } from './mount.js';
import { addNodeCommands } from './node-drain.js';
import { addPoolCommands } from './pool.js';
import { addPoolOptionCommands } from './pool-options.js';
import { addServerCommand } from './server.js';
import { addVolumeCommands } from './volume.js';
import { addVolumeAvailabilityCommand } from './volume-availability.js';
import { addVolumeBrickCommands } from './volume-bricks.js';
import { addVolumeClientCommands } from './volume-clients.js';
import { addVolumeHealCommands } from './volume-heal.js';
import { addVolumeProfileCommands } from './volume-profile.js';
import { addVolumeScrubCommand } from './volume-scrub.js';

const EXAMPLES = `  hafs lab up                                           try everything on this machine
  hafs peer probe n2                                    bring another node into the pool
  hafs volume create www replica 3 n1:/b n2:/b n3:/b    make a volume of three bricks
  hafs mount n1,n2,n3:/www /var/www                     use it
  hafs heal-status www --watch                          see how healthy it is`;

/** The whole command line; throws `CommanderError` instead of ending the process. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('hafs');
  const { terminal } = context;
  program
    .description('a replicated distributed file system')
    .version(`hafs ${context.version}`, '-V, --version', 'show the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.complain(text),
    });
  addGlobalOptions(program);
  addServerCommand(program, context);
  const pool = addPoolCommands(program, context);
  addPoolOptionCommands(pool, context);
  addIdentityCommands(pool, context);
  addClientCommands(program, context);
  addNodeCommands(program, context);
  const volume = addVolumeCommands(program, context);
  addVolumeHealCommands(volume, context);
  addVolumeBrickCommands(volume, context);
  addVolumeClientCommands(volume, context);
  addVolumeProfileCommands(volume, context);
  addVolumeScrubCommand(volume, context);
  addVolumeAvailabilityCommand(volume, context);
  addHealStatusCommand(program, context);
  addEventsCommand(program, context);
  addDoctorCommands(program, context);
  addMountCommands(program, context);
  addFsCommands(program, context);
  addLabCommands(program, context);
  addReferenceCommands(program, context, EXAMPLES);
  nameTheirHelp(program);
  return program.addHelpText('after', `\nExamples:\n${EXAMPLES}`);
}

/** Each command's mistakes are answered with its own help. */
function nameTheirHelp(command: Command): void {
  const label = labelOf(command);
  command.configureOutput({ outputError: (text, write) => write(usageLine(text, label)) });
  command.commands.forEach(nameTheirHelp);
}

/** Commander's "error: …" and "(Did you mean …?)" as one line. */
export function usageLine(text: string, label = ''): string {
  const line = oneLine(text.replace(/\n\(Did/, ' (did')).replace(/^error: /, '');
  return `hafs: ${line.replace(/\.$/, '')}; see "hafs ${label === '' ? '' : `${label} `}--help"\n`;
}

function addGlobalOptions(program: Command): void {
  program
    .option('--json', 'print one JSON document')
    .option('--server <list>', 'HOST[:PORT][,…]: nodes of the pool to ask', checkServers)
    .option('--credential <file>', 'who asks: a credential of the pool, also HAFS_CREDENTIAL')
    .option('-y, --yes', 'do not ask, just do it')
    .addOption(
      new Option('--mode <mode>', 'as GlusterFS: script does not ask').choices(['script', 'interactive']),
    );
}

function checkServers(list: string): string {
  try {
    splitServers(list).forEach(normalizeAddress);
  } catch (err) {
    throw new InvalidArgumentError((err as Error).message);
  }
  return list;
}
