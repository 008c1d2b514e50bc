import type { Command } from 'commander';
import { POOL_OPTIONS } from '../core/options.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { show } from './output.js';
import { chosenOptions, optionsText, valuesOf } from './option-report.js';

export function addPoolOptionCommands(pool: Command, context: CliContext): void {
  pool
    .command('set')
    .description('set an option of the pool (webhook: a URL that is sent every event)')
    .argument('<key>')
    .argument('<value>')
    .action(action(context, set));
  pool
    .command('get')
    .description('show an option of the pool, or all')
    .argument('<key>', 'an option, or "all"')
    .action(action(context, get));
  pool
    .command('reset')
    .description('set an option of the pool back to the default')
    .argument('<key>')
    .action(action(context, reset));
}

async function set(call: Call, key: string, value: string): Promise<void> {
  await withAdmin(call, (admin) => admin.setPoolOption(key, value));
  show(call, { [key]: value }, () => 'pool set: success');
}

async function get(call: Call, key: string): Promise<void> {
  const options = await withAdmin(call, (admin) => admin.poolOptions());
  const chosen = chosenOptions(options, key, { what: 'pool option', table: POOL_OPTIONS });
  show(call, valuesOf(chosen), (paint) => optionsText(chosen, paint));
}

async function reset(call: Call, key: string): Promise<void> {
  await withAdmin(call, (admin) => admin.resetPoolOption(key));
  show(call, { [key]: null }, () => 'pool reset: success');
}
