import type { Command } from 'commander';
import type { BrickHealth } from '../client/admin-records.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { askHealth } from './heal-status.js';
import { show } from './output.js';
import { scrubDocument, scrubStatusText } from './scrub-report.js';
import { UsageError } from './usage-error.js';
import { showAsked, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

interface Options extends WatchOptions {
  readonly status?: true;
}

export function addVolumeScrubCommand(volume: Command, context: CliContext): void {
  volume
    .command('scrub')
    .description('read all records of all bricks now, and repair those that are damaged')
    .argument('<volume>')
    .option('--status', 'only say how far the scrubs are, and what they found')
    .option(WATCH_FLAGS, `with --status, ${WATCH_DESCRIPTION}`)
    .action(action(context, scrub));
}

async function scrub(call: Call<Options>, name: string): Promise<void> {
  if (call.options.status === true) return showStatus(call, name);
  if (call.options.watch === true) throw new UsageError('--watch goes with --status');
  await withAdmin(call, (admin) => admin.scrub(name));
  const advice = `"hafs volume scrub ${name} --status" shows what it finds.`;
  show(
    call,
    { volume: name, scrub: 'started' },
    () => `volume scrub: ${name}: success: started on all bricks\n${advice}`,
  );
}

const showStatus = (call: Call<Options>, name: string): Promise<void> =>
  showAsked(call, {
    ask: (admin) => askHealth(admin, name),
    document: ([health]) => ({ volume: name, bricks: health?.bricks.map(brickDocument) ?? [] }),
    text: (volumes, paint) => volumes.map((health) => scrubStatusText(health, paint)).join('\n\n'),
  });

const brickDocument = (brick: BrickHealth) => ({
  brick: brick.brick,
  node: brick.nodeName,
  scrub: scrubDocument(brick),
});
