import type { Command } from 'commander';
import type { AdminClient } from '../client/admin.js';
import type { VolumeHealth } from '../client/admin-records.js';
import { unknownVolume } from '../core/unknown-name.js';
import { action, type Call } from './call.js';
import type { CliContext } from './context.js';
import { healStatusLines, healStatusText, healthDocument } from './heal-report.js';
import { showAsked, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

export function addHealStatusCommand(program: Command, context: CliContext): void {
  program
    .command('heal-status')
    .description('how healthy every brick is, and how far a heal has come')
    .argument('[volume]')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, healStatus));
}

const healStatus = (call: Call<WatchOptions>, name?: string): Promise<void> =>
  showAsked(call, {
    ask: (admin) => askHealth(admin, name),
    document: (volumes) => volumes.map(healthDocument),
    text: healStatusText,
    lines: healStatusLines,
  });

/** @throws {RefusedError} when there is no such volume. */
export async function askHealth(admin: AdminClient, name?: string): Promise<VolumeHealth[]> {
  const volumes = await admin.healStatus(name);
  if (name !== undefined && volumes.length === 0) {
    throw unknownVolume(
      name,
      (await admin.listVolumes()).map((volume) => volume.name),
    );
  }
  return volumes;
}
