import { Option, type Command } from 'commander';
import { action, namedCredential, serversOf, type Call } from './call.js';
import type { CliContext } from './context.js';
import { mountOptionsText } from './mount-option-list.js';

interface Options {
  readonly options: string;
  readonly foreground?: true;
  readonly sloppy?: true;
  readonly fake?: true;
  readonly helper?: true;
}

const FORMS = `
${mountOptionsText()}

Also as:
  hafs VOL DIR -o rw,…                  as mount.fuse calls it
  mount -t fuse hafs#VOL DIR            mount -t fuse.hafs n1,n2:/VOL DIR
In /etc/fstab:
  n1,n2,n3:/VOL  /var/www  fuse.hafs  _netdev,nofail  0 0`;

export function addMountCommands(program: Command, context: CliContext): void {
  program
    .command('mount')
    .description('mount a volume')
    .argument('<source>', '[HOST[:PORT][,…]:]VOL[/SUBDIR]')
    .argument('<dir>', 'where to')
    .option('-o, --options <list>', 'OPT[,OPT…]', joinOptions, '')
    .option('--foreground', 'stay until unmounted')
    .addOption(new Option('-s, --sloppy', 'leave out unknown options').hideHelp())
    .addOption(new Option('-f, --fake', 'only say whether it could be done').hideHelp())
    .addOption(new Option('--helper', 'called by mount(8)').hideHelp())
    .addHelpText('after', FORMS)
    .action(action(context, mount));
  program
    .command('umount')
    .description('unmount a volume; waits until everything is flushed')
    .argument('<dir>')
    .action(action(context, umount));
}

/** `-o` may come several times. */
const joinOptions = (list: string, before: string): string => (before === '' ? list : `${before},${list}`);

async function mount(call: Call<Options>, source: string, directory: string): Promise<void> {
  const { options, foreground, sloppy, fake, helper } = call.options;
  const credentialFile = await namedCredential(call);
  await call.context.programs.mount({
    source,
    directory,
    options,
    foreground: foreground === true,
    sloppy: sloppy === true,
    fake: fake === true,
    isHelper: helper === true,
    servers: await serversOf(call),
    ...(credentialFile !== undefined && { credentialFile }),
  });
}

const umount = (call: Call, directory: string): Promise<void> => call.context.programs.umount(directory);
