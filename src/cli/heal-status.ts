import type { Command } from 'commander';
import type { AdminClient } from '../client/admin.js';
import type { VolumeHealth } from '../client/admin-records.js';
import { RefusedError } from '../core/errors.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { failureLine } from './failure-line.js';
import { healStatusLines, healStatusText, healthDocument } from './heal-report.js';
import { show } from './output.js';
import { CommandError } from './usage-error.js';

const WATCH_INTERVAL_MS = 1_000;
/** Cursor home, then erase to the end of the screen (ECMA-48). */
const REDRAW = '\x1b[H\x1b[J';

interface Options {
  readonly watch?: true;
}

export function addHealStatusCommand(program: Command, context: CliContext): void {
  program
    .command('heal-status')
    .description('how healthy every brick is, and how far a heal has come')
    .argument('[volume]')
    .option('-w, --watch', 'again each second, until interrupted')
    .action(action(context, healStatus));
}

async function healStatus(call: Call<Options>, name?: string): Promise<void> {
  await withAdmin(call, async (admin) => {
    if (call.options.watch === true) return watch(call, admin, name);
    const volumes = await askHealth(admin, name);
    show(call, volumes.map(healthDocument), () => healStatusText(volumes));
  });
}

/** @throws {RefusedError} when there is no such volume. */
export async function askHealth(admin: AdminClient, name?: string): Promise<VolumeHealth[]> {
  const volumes = await admin.healStatus(name);
  if (name !== undefined && volumes.length === 0) {
    throw new RefusedError(`volume ${name} does not exist; "hafs volume list" shows those that do`);
  }
  return volumes;
}

async function watch(call: Call<Options>, admin: AdminClient, name?: string): Promise<void> {
  const { terminal, clock } = call.context;
  const interrupted = terminal.interruption();
  // The first answer decides whether there is anything to watch.
  showAgain(call, await askHealth(admin, name));
  for (;;) {
    await clock.sleep(WATCH_INTERVAL_MS, interrupted).catch(() => undefined);
    if (interrupted.aborted) return;
    const volumes = await healthOrComplaint(call, admin, name);
    if (volumes !== undefined) showAgain(call, volumes);
  }
}

function showAgain(call: Call<Options>, volumes: readonly VolumeHealth[]): void {
  const isRedrawn = call.context.terminal.isWatched && call.options.json !== true;
  const text = () => (isRedrawn ? REDRAW + healStatusText(volumes) : healStatusLines(volumes));
  show(call, volumes.map(healthDocument), text);
}

/** A node that goes away while we watch is news, not the end. */
async function healthOrComplaint(
  call: Call,
  admin: AdminClient,
  name?: string,
): Promise<VolumeHealth[] | undefined> {
  try {
    return await admin.healStatus(name);
  } catch (err) {
    call.context.terminal.complain(`${failureLine(new CommandError(call.label, err))}\n`);
    return undefined;
  }
}
