/** hafs(8) and mount.hafs(8), from the same source as `--help`. */
import { GENERIC_MOUNT_OPTIONS, IMPLIED_MOUNT_OPTIONS, OWN_MOUNT_OPTIONS } from '../mount-option-list.js';
import type { CommandEntry, OptionEntry } from './command-tree.js';
import { heading, listItem, literal, paragraph, roffText, subheading } from './roff.js';

export interface ManSource {
  readonly program: CommandEntry;
  readonly version: string;
  /** The lines of `--help` after "Examples:". */
  readonly examples: string;
}

const EXIT_STATUS = [
  listItem('0', 'done'),
  listItem('1', 'refused or failed; one line on standard error says what, why, and what to do'),
  listItem('2', 'wrong usage'),
];

const ENVIRONMENT = [
  listItem('HAFS_SERVER', 'HOST[:PORT][,...]: nodes to ask, unless --server names some'),
  listItem('HAFS_CREDENTIAL', 'a file: who asks, unless --credential names one'),
  listItem(
    'HAFS_NODE_OPTION',
    'an option of hafs server, in capitals and with _ for -: HAFS_NODE_LOG_FORMAT',
  ),
  listItem('HAFS_LAB_PORT', 'the port of node 1 of hafs lab up, unless --base-port names one'),
  listItem('HAFS_DEBUG', '1: a failure shows where in the program it happened'),
  listItem('NO_COLOR', 'set: no colours'),
];

const FILES = [
  listItem(
    '/etc/hafs/hafs.toml',
    'server = "HOST[:PORT][,...]": nodes to ask, when neither flag nor environment names some; [node]: the options of hafs server',
  ),
  listItem('/etc/hafs/credential.pem', 'the credential of this machine, which commands and mounts show'),
  listItem('~/.hafs/credentials', 'credentials of a user, each named after a node: HOST:PORT.pem'),
  listItem('/var/log/hafs', 'the logs of mounts'),
  listItem('/run/hafs/mounts', 'which process serves which mount'),
];

const header = (name: string, version: string): string =>
  `.TH ${name.toUpperCase()} 8 "" "hafs ${version}" "hafs"`;

export const MAN_PAGES = ['hafs', 'mount.hafs'] as const;
export type ManPage = (typeof MAN_PAGES)[number];

export const manPage = (name: ManPage, source: ManSource): string =>
  name === 'hafs' ? hafsPage(source) : mountPage(source);

function hafsPage({ program, version, examples }: ManSource): string {
  return page([
    header('hafs', version),
    heading('NAME'),
    `hafs \\- ${roffText(program.description)}`,
    heading('SYNOPSIS'),
    '.B hafs\n[options] command [arguments]\n.br\n.B hafs\n.I volume directory\n.RB [ \\-o\n.IR options ]',
    heading('DESCRIPTION'),
    roffText('Without a command it says how it is called. Any node of the pool answers any command.'),
    paragraph(
      'The second form is that of mount.fuse, and the same as hafs mount: the directory begins with a slash, or -o follows it.',
    ),
    heading('OPTIONS'),
    ...program.options.map(optionItem),
    listItem('-h, --help', 'how the program is called; behind a command, how that one is'),
    heading('COMMANDS'),
    ...leaves(program).flatMap(commandSection),
    heading('"EXIT STATUS"'),
    ...EXIT_STATUS,
    heading('ENVIRONMENT'),
    ...ENVIRONMENT,
    heading('FILES'),
    ...FILES,
    heading('EXAMPLES'),
    literal(examples),
    heading('"SEE ALSO"'),
    '.BR mount.hafs (8),\n.BR mount (8),\n.BR fstab (5)',
  ]);
}

function mountPage({ version }: ManSource): string {
  return page([
    header('mount.hafs', version),
    heading('NAME'),
    'mount.hafs \\- mount a hafs volume',
    heading('SYNOPSIS'),
    '.B mount \\-t hafs\n.RI [ HOST [: PORT ][,...]:]/ VOLUME [/ SUBDIRECTORY ]\n.I directory\n.RB [ \\-o\n.IR options ]',
    heading('DESCRIPTION'),
    roffText(
      'The helper that mount(8) calls for file systems of type hafs and fuse.hafs. It ends when the volume is mounted ' +
        'and answers, and leaves a process behind that serves it. A mount point whose process has died is cleared first.',
    ),
    heading('OPTIONS'),
    ...OWN_MOUNT_OPTIONS.map(({ term, description }) => listItem(term, description)),
    paragraph(`Those of mount(8) mean what they mean elsewhere: ${GENERIC_MOUNT_OPTIONS}`),
    paragraph(`Taken, and so without being said: ${IMPLIED_MOUNT_OPTIONS}`),
    heading('EXAMPLES'),
    literal(
      'mount -t hafs n1,n2,n3:/www /var/www\n' +
        'n1,n2,n3:/www /var/www hafs _netdev,nofail,mount-timeout=300,x-systemd.mount-timeout=330 0 0\n' +
        'n1,n2,n3:/www /var/www hafs noauto,x-systemd.automount,_netdev 0 0',
    ),
    heading('"EXIT STATUS"'),
    ...EXIT_STATUS,
    heading('"SEE ALSO"'),
    '.BR hafs (8),\n.BR mount (8),\n.BR fstab (5)',
  ]);
}

const page = (parts: readonly string[]): string => `${parts.join('\n')}\n`;

const leaves = (command: CommandEntry): CommandEntry[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

const commandSection = (command: CommandEntry): string[] => [
  subheading(command.usage),
  roffText(command.description),
  ...command.arguments
    .filter(({ description }) => description !== '')
    .map(({ name, description }) => listItem(name, description)),
  ...command.options.map(optionItem),
];

const optionItem = ({ term, description }: OptionEntry): string => listItem(term, description);
