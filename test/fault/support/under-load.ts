/** One fault under load: mounts work in a folder of their own, are struck, and what they saw is judged. */
import { judge, work, type Findings } from './history.js';
import type { NetnsLab } from './netns-lab.js';
import { pause } from './pause.js';

/** So that the load is under way when the fault comes. */
export const FAULT_AFTER_MS = 3_000;

export interface Strike {
  readonly folder: string;
  readonly mounts: readonly string[];
  readonly seconds: number;
  readonly strike: () => Promise<void>;
}

export async function strikeUnderLoad(
  lab: NetnsLab,
  { folder, mounts, seconds, strike }: Strike,
): Promise<Findings> {
  await lab.makeFolder(folder);
  const folders = new Map(mounts.map((name) => [name, `${lab.mountPoint(name)}/${folder}`]));
  const history = work(folders, seconds);
  await pause(FAULT_AFTER_MS);
  await strike();
  return judge(await history, folders.get(mounts[0] ?? '') ?? '');
}
