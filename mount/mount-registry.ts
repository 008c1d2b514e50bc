/** Which process serves which mount: one small file each, so that `hafs umount` can wait for its end. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDirectory } from '../src/runtime/make-directory.js';

const REGISTRY_DIRECTORY = '/run/hafs/mounts';
/** Field 22 of /proc/PID/stat (proc(5)), counted from the one after the command's closing parenthesis. */
const START_TIME_FIELD = 19;

export interface MountRecord {
  readonly pid: number;
  /** When the process started, in the kernel's ticks: a pid is used again, the two together are not. */
  readonly startedAtTicks: string;
  readonly directory: string;
}

export class MountRegistry {
  private readonly directory: string;

  constructor(directory = REGISTRY_DIRECTORY) {
    this.directory = directory;
  }

  /** Says that this process serves `directory` from now on. */
  async add(directory: string): Promise<void> {
    makeDirectory(this.directory);
    const record: MountRecord = {
      pid: process.pid,
      startedAtTicks: (await startedAtTicks(process.pid)) ?? '',
      directory,
    };
    await writeFile(this.fileOf(process.pid), JSON.stringify(record));
  }

  async removeOwn(): Promise<void> {
    await rm(this.fileOf(process.pid), { force: true });
  }

  /** The processes alive that serve `directory`; what dead ones left behind is removed on the way. */
  async serving(directory: string): Promise<readonly MountRecord[]> {
    const alive: MountRecord[] = [];
    for (const record of await this.records()) {
      if (await isAlive(record)) alive.push(record);
      else await rm(this.fileOf(record.pid), { force: true });
    }
    return alive.filter((record) => record.directory === directory);
  }

  private async records(): Promise<readonly MountRecord[]> {
    const names = await readdir(this.directory).catch(() => []);
    const texts = await Promise.all(
      names.map((name) => readFile(join(this.directory, name), 'utf8').catch(() => '')),
    );
    return texts.flatMap(parseRecord);
  }

  private fileOf(pid: number): string {
    return join(this.directory, `${pid}.json`);
  }
}

/** Whether the process that wrote the record still runs. */
export const isAlive = async ({ pid, startedAtTicks: expected }: MountRecord): Promise<boolean> =>
  (await startedAtTicks(pid)) === expected;

async function startedAtTicks(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isZombie = fields[0] === 'Z';
  return isZombie ? undefined : fields[START_TIME_FIELD];
}

/** Half-written or foreign files count as none. */
function parseRecord(text: string): MountRecord[] {
  try {
    const value = JSON.parse(text) as Partial<MountRecord>;
    const { pid, startedAtTicks: ticks, directory } = value;
    if (typeof pid !== 'number' || typeof ticks !== 'string' || typeof directory !== 'string') return [];
    return [{ pid, startedAtTicks: ticks, directory }];
  } catch {
    return [];
  }
}
