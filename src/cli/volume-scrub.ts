import type { Command } from 'commander';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { askHealth } from './heal-status.js';
import { show } from './output.js';
import { scrubDocument, scrubStatusText } from './scrub-report.js';

interface Options {
  readonly status?: true;
}

export function addVolumeScrubCommand(volume: Command, context: CliContext): void {
  volume
    .command('scrub')
    .description('read all records of all bricks now, and repair those that are damaged')
    .argument('<volume>')
    .option('--status', 'only say how far the scrubs are, and what they found')
    .action(action(context, scrub));
}

async function scrub(call: Call<Options>, name: string): Promise<void> {
  if (call.options.status === true) return showStatus(call, name);
  await withAdmin(call, (admin) => admin.scrub(name));
  const advice = `"hafs volume scrub ${name} --status" shows what it finds.`;
  show(
    call,
    { volume: name, scrub: 'started' },
    () => `volume scrub: ${name}: success: started on all bricks\n${advice}`,
  );
}

async function showStatus(call: Call, name: string): Promise<void> {
  for (const health of await withAdmin(call, (admin) => askHealth(admin, name))) {
    const bricks = health.bricks.map((brick) => ({
      brick: brick.brick,
      node: brick.nodeName,
      scrub: scrubDocument(brick),
    }));
    show(call, { volume: name, bricks }, () => scrubStatusText(health));
  }
}
