import { Argument, type Command } from 'commander';
import type { AdminClient } from '../client/admin.js';
import { within } from '../client/within.js';
import { UnreachableError } from '../core/errors.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { commandEntry } from './reference/command-tree.js';
import { MAN_PAGES, manPage, type ManPage } from './reference/man-pages.js';
import { completionFor, type Completion, type NameSource } from './reference/complete.js';
import { SHELLS, shellScript, WORDS_MARK, type Shell } from './reference/shell-scripts.js';

/** Who presses Tab does not wait longer for the pool than this; without it there are no names. */
const POOL_TIMEOUT_MS = 1_000;

/** @param examples as `--help` has them. */
export function addReferenceCommands(program: Command, context: CliContext, examples: string): void {
  program
    .command('completion')
    .description('print what makes a shell complete commands, options, volumes and nodes')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', '\nbash: eval "$(hafs completion bash)"   zsh: eval "$(hafs completion zsh)"')
    .action(action(context, (call: Call, shell: Shell) => printScript(call, shell)));
  program
    .command('complete', { hidden: true })
    .description('what may stand at the cursor, for the shell')
    .argument('[words...]')
    .action(action(context, (call: Call, words: string[]) => complete(call, words, program)));
  program
    .command('manual-page', { hidden: true })
    .description('the source of a manual page, for the build')
    .addArgument(new Argument('<page>').choices(MAN_PAGES))
    .action(
      action(context, (call: Call, name: ManPage) => {
        const source = { program: commandEntry(program), version: context.version, examples };
        call.context.terminal.write(manPage(name, source));
        return Promise.resolve();
      }),
    );
}

function printScript(call: Call, shell: Shell): Promise<void> {
  call.context.terminal.write(shellScript(shell));
  return Promise.resolve();
}

async function complete(call: Call, words: string[], program: Command): Promise<void> {
  const names: NameSource = {
    volumes: () => asked(call, async (admin) => (await admin.listVolumes()).map(({ name }) => name)),
    nodes: () => asked(call, async (admin) => (await admin.listNodes()).members.map(({ name }) => name)),
    clients: () => asked(call, activeClients),
  };
  call.context.terminal.write(answerText(await completionFor(commandEntry(program), words, names)));
}

const activeClients = async (admin: AdminClient): Promise<string[]> =>
  (await admin.listClients()).filter(({ revokedAtMs }) => revokedAtMs === undefined).map(({ name }) => name);

/** A pool that is not there, or not in time, has no names. */
async function asked(call: Call, names: (admin: AdminClient) => Promise<string[]>): Promise<string[]> {
  const limit = { clock: call.context.clock, timeoutMs: POOL_TIMEOUT_MS };
  try {
    return await within(withAdmin(call, names), limit, () => new UnreachableError('no answer in time'));
  } catch {
    return [];
  }
}

function answerText(completion: Completion): string {
  if (completion.kind !== 'words') return `${completion.kind}\n`;
  const lines = completion.candidates.map(({ value, description }) => `${value}\t${description}`);
  return [WORDS_MARK, ...lines, ''].join('\n');
}
