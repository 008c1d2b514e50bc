/** Processes that outlive the command that started them, known again without mistaking a stranger for them. */
import { readFile, rm, writeFile } from 'node:fs/promises';

export type ProcessState = 'running' | 'paused' | 'stopped';

interface ProcessRecord {
  readonly pid: number;
  /** When it started, in clock ticks since boot: a recycled pid has another one. */
  readonly startTicks: number;
}

export interface FoundProcess {
  readonly pid: number | undefined;
  readonly state: ProcessState;
}

interface ProcStat {
  readonly stateLetter: string;
  readonly startTicks: number;
}

/** Fields 3 and 22 of /proc/PID/stat (proc(5)); the name before them may hold anything but ends at the last `)`. */
export function parseProcStat(text: string): ProcStat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { stateLetter: fields[0] ?? '', startTicks: Number(fields[19]) };
}

async function procStat(pid: number): Promise<ProcStat | undefined> {
  try {
    return parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined; // Gone.
  }
}

/** Remembers a process. One that has already ended is not remembered. */
export async function recordProcess(pidFile: string, pid: number): Promise<void> {
  const stat = await procStat(pid);
  if (stat === undefined) return;
  const record: ProcessRecord = { pid, startTicks: stat.startTicks };
  await writeFile(pidFile, `${JSON.stringify(record)}\n`);
}

export const forgetProcess = (pidFile: string): Promise<void> => rm(pidFile, { force: true });

/** What has become of the process that was remembered. */
export async function findProcess(pidFile: string): Promise<FoundProcess> {
  const stopped = { pid: undefined, state: 'stopped' } as const;
  const record = await readRecord(pidFile);
  if (record === undefined) return stopped;
  const stat = await procStat(record.pid);
  if (stat === undefined || stat.startTicks !== record.startTicks) return stopped;
  switch (stat.stateLetter) {
    case 'Z': // Dead, and not yet collected by its parent.
    case 'X':
      return stopped;
    case 'T':
      return { pid: record.pid, state: 'paused' };
    default:
      return { pid: record.pid, state: 'running' };
  }
}

async function readRecord(pidFile: string): Promise<ProcessRecord | undefined> {
  try {
    return JSON.parse(await readFile(pidFile, 'utf8')) as ProcessRecord;
  } catch {
    return undefined; // Never written, or cut short by a crash: then nothing is known.
  }
}

/** @returns whether there was a process to tell. */
export async function signalProcess(pidFile: string, signal: NodeJS.Signals): Promise<boolean> {
  const { pid } = await findProcess(pidFile);
  if (pid === undefined) return false;
  try {
    return process.kill(pid, signal);
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw err;
  }
}
