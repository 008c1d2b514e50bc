import { readFile } from 'node:fs/promises';
import { eventually } from '../../support/eventually.js';

const TIMEOUT_MS = 60_000;
const LOOK_MS = 1_000;
/** Of one processor, by all of them. */
const QUIET_SHARE = 0.25;
/** The unit of /proc/PID/stat, proc(5). */
const TICK_MS = 10;

/** Resolves once these processes have nothing left to do: LevelDB merges for seconds what was written before. */
export async function quiet(pids: readonly number[]): Promise<void> {
  await eventually(async () => {
    const before = await workedMs(pids);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const share = ((await workedMs(pids)) - before) / LOOK_MS;
    if (share > QUIET_SHARE) throw new Error(`the nodes still take ${share} of a processor`);
  }, TIMEOUT_MS);
}

async function workedMs(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map(workedMsOf));
  return each.reduce((sum, ms) => sum + ms, 0);
}

/** @returns 0 for one that is gone. */
async function workedMsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * TICK_MS;
}
