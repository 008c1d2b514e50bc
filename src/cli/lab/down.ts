import { rm, rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Call } from '../call.js';
import { confirm } from '../confirm.js';
import { show } from '../output.js';
import { withdrawCredential } from './lab-identity.js';
import { ensureUnmounted } from './lab-mount.js';
import { findLab, labFiles, type Lab } from './layout.js';
import { stopNode } from './node-process.js';

export interface DownOptions {
  readonly dir: string;
  readonly purge?: true;
}

/** Unmounts, stops the servers, and with `--purge` removes the data. */
export async function down(call: Call<DownOptions>): Promise<void> {
  const directory = resolve(call.options.dir);
  const isPurged = call.options.purge === true;
  const lab = await findLab(directory);
  if (lab === undefined) {
    show(call, { directory, lab: false }, () => `There is no lab in ${directory}.`);
    return;
  }
  if (isPurged) await confirm(call, `All data of the lab in ${directory} will be removed.`);
  await ensureUnmounted(lab, call.context);
  await stopNodes(lab, call);
  await withdrawCredential(lab, call.context);
  if (isPurged) await purge(lab);
  const rest = isPurged ? 'its data is removed' : `its data is still in ${directory}`;
  show(call, { directory, lab: !isPurged }, () => `The lab is down; ${rest}.`);
}

async function stopNodes(lab: Lab, call: Call): Promise<void> {
  await Promise.all(
    lab.nodes.map(async (node) => {
      const wasKilled = await stopNode(node, call.context.clock);
      if (wasKilled)
        call.context.terminal.complain(`lab down: ${node.name} did not stop in time and was killed\n`);
    }),
  );
}

/** Removes what `up` has made and nothing else: the directory may be anybody's. */
async function purge(lab: Lab): Promise<void> {
  for (const path of labFiles(lab)) await rm(path, { recursive: true, force: true });
  // Only when empty: a mount point that someone has put files into is not ours any more.
  await rmdir(lab.settings.mountPoint).catch(() => undefined);
  await rmdir(lab.directory).catch(() => undefined);
}
