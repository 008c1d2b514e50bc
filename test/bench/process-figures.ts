/** What processes have used, by the kernel's own accounts (proc(5)). */
import { readdir, readFile, readlink, writeFile } from 'node:fs/promises';

/** USER_HZ: it is 100 on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;
const RESET_PEAK = '5';

/** Processes of the given programs with the text among their words. */
export async function processesMentioning(text: string, programs: readonly string[]): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [words, program] = await Promise.all([
        readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
        readlink(`/proc/${pid}/exe`).catch(() => ''),
      ]);
      return pid !== process.pid && words.includes(text) && programs.includes(program);
    }),
  );
  return pids.filter((_, place) => found[place]);
}

/** User and system time since they started, of all their threads. */
export async function cpuSeconds(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map(cpuSecondsOf));
  return each.reduce((sum, seconds) => sum + seconds, 0);
}

export async function cpuSecondsOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name before may hold anything, but ends at the last parenthesis; user and system time are fields 14 and 15.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND;
}

/** From now on `residentPeakMib` counts. */
export async function resetPeaks(pids: readonly number[]): Promise<void> {
  for (const pid of pids) await writeFile(`/proc/${pid}/clear_refs`, RESET_PEAK);
}

/** The sum of what each of them held in memory at its own worst moment. */
export async function residentPeakMib(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map((pid) => residentMib(pid, 'VmHWM')));
  return each.reduce((sum, mib) => sum + mib, 0);
}

export async function residentMib(pid: number, field: 'VmHWM' | 'VmRSS'): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) / 1_024;
}
