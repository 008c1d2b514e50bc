import type { Command } from 'commander';
import { action } from './call.js';
import type { CliContext } from './context.js';
import { link, makeDirectories, move, remove } from './fs/change.js';
import { cat, list, stat } from './fs/look.js';
import { get, put } from './fs/transfer.js';

const PLACES = '<places...>';

export function addFsCommands(program: Command, context: CliContext): void {
  const fs = program.command('fs').description('use a volume without mounting it; places are VOL:/PATH');
  addLookCommands(fs, context);
  addChangeCommands(fs, context);
  addTransferCommands(fs, context);
}

function addLookCommands(fs: Command, context: CliContext): void {
  fs.command('ls')
    .description('list directories')
    .argument(PLACES, 'VOL:/PATH …')
    .option('-l, --long', 'with mode, owner, size and time')
    .action(action(context, list));
  fs.command('stat').description('all that is known of files').argument(PLACES).action(action(context, stat));
  fs.command('cat').description('print files').argument(PLACES).action(action(context, cat));
}

function addChangeCommands(fs: Command, context: CliContext): void {
  fs.command('mkdir')
    .description('make directories')
    .argument(PLACES)
    .option('-p, --parents', 'and those on the way; no error when they are there')
    .action(action(context, makeDirectories));
  fs.command('rm')
    .description('remove files')
    .argument(PLACES)
    .option('-r, --recursive', 'directories too, with all that is in them')
    .action(action(context, remove));
  fs.command('mv')
    .description('rename, or move into a directory')
    .argument('<from>', 'VOL:/PATH')
    .argument('<to>', 'VOL:/PATH')
    .action(action(context, move));
  fs.command('ln')
    .description('make a link')
    .argument('<target>', 'VOL:/PATH; with -s any text')
    .argument('<name>', 'VOL:/PATH')
    .option('-s, --symbolic', 'a symbolic link')
    .action(action(context, link));
}

function addTransferCommands(fs: Command, context: CliContext): void {
  fs.command('put')
    .description('copy into the volume')
    .argument('<local>', 'a file, or with -r a directory ("DIR/." for what is in it)')
    .argument('<place>', 'VOL:/PATH; a directory takes the copy in')
    .option('-r, --recursive', 'directories too')
    .action(action(context, put));
  fs.command('get')
    .description('copy out of the volume')
    .argument('<place>', 'VOL:/PATH')
    .argument('<local>', 'a name, or a directory that takes the copy in')
    .option('-r, --recursive', 'directories too')
    .action(action(context, get));
}
