/** A copy of this machine that boots systemd: real units, real /etc/fstab. What it writes is in memory, and gone when it ends. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DROP_COPIED_MOUNTS } from './copied-mounts.js';
import { eventually } from './eventually.js';

const SYSTEMD = '/usr/lib/systemd/systemd';
const BOOT_MS_MAX = 60_000;
const COMMAND_MS_MAX = 100_000;

/** Runs as root in namespaces of its own. $1 is an empty directory, $2 prepares the copy and is run in it, $3 is a package for it. */
const BOOT = `
  set -e
  ${DROP_COPIED_MOUNTS}
  mount -t tmpfs tmpfs "$1" && cd "$1" && mkdir upper work root
  mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
  mount --bind /dev root/dev
  mount -t proc proc root/proc
  mount -t sysfs sysfs root/sys
  mountpoint -q root/sys/fs/cgroup || mount -t tmpfs tmpfs root/sys/fs/cgroup
  mount -t cgroup2 cgroup2 root/sys/fs/cgroup
  mount -t tmpfs tmpfs root/run
  mount -t tmpfs tmpfs root/tmp
  # Nothing of what this machine starts at boot.
  rm -rf root/etc/systemd/system/* root/lib/systemd/system/*.wants/*
  : > root/etc/machine-id
  # As systemd itself does where it takes the machine for none in a container: else services that have mounts of their own
  # would keep what was mounted when they were started.
  mount --make-rshared root
  cp "$3" root/hafs.deb
  chroot root /bin/sh -e -c "$2" >&2
  exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot root ${SYSTEMD} --system --show-status=no
`;

export interface Output {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** @returns why no such machine can be had here, if it cannot. */
export function machineObstacle(): string | undefined {
  if (process.getuid?.() !== 0) return 'not root';
  try {
    execFileSync(SYSTEMD, ['--version']);
    return cgroupMount() === undefined ? 'no cgroup2' : undefined;
  } catch {
    return 'no systemd';
  }
}

const cgroupMount = (): string | undefined =>
  /^\S+ (\S+) cgroup2 /m.exec(readFileSync('/proc/self/mounts', 'utf8'))?.[1];

export class SystemdMachine {
  private readonly scratch = mkdtempSync(join(tmpdir(), 'hafs-machine-'));
  private readonly cgroup: string;
  private log = '';
  private process: ChildProcess | undefined;
  private init = 0;

  private constructor() {
    this.cgroup = join(cgroupMount() ?? '', `hafs-machine-${process.pid}`);
    mkdirSync(this.cgroup);
  }

  /** @param prepare is run by sh in the copy before it boots; /hafs.deb is `deb`. */
  static async boot(deb: string, prepare: string): Promise<SystemdMachine> {
    const machine = new SystemdMachine();
    try {
      await machine.start(deb, prepare);
      return machine;
    } catch (error) {
      await machine.stop();
      throw error;
    }
  }

  private async start(deb: string, prepare: string): Promise<void> {
    const namespaces = [
      '--mount',
      '--pid',
      '--uts',
      '--ipc',
      '--net',
      '--cgroup',
      '--propagation',
      'private',
    ];
    const inGroup = `echo $$ > "$0/cgroup.procs"; exec unshare ${namespaces.join(' ')} --fork --kill-child sh -c "$@"`;
    const words = ['-c', inGroup, this.cgroup, BOOT, 'sh', this.scratch, prepare, deb];
    this.process = spawn('sh', words, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.process.stderr?.on('data', (text: Buffer) => (this.log += text.toString()));
    await eventually(async () => {
      if (this.process?.exitCode !== null) throw new Error(`the machine does not boot: ${this.log}`);
      this.init = Number(execFileSync('pgrep', ['-P', `${this.process.pid ?? 0}`], { encoding: 'utf8' }));
      const { out, err } = await this.run('systemctl is-system-running');
      if (out !== 'running') throw new Error(`the machine is ${out}: ${err}${this.log}`);
    }, BOOT_MS_MAX);
  }

  /** Runs a script as root of the machine, with a time limit. `--norc`: bash takes a socket on its standard input for a login from elsewhere. */
  run(script: string): Promise<Output> {
    const words = ['-t', `${this.init}`, '--all', '--root', '--wd', 'bash', '--norc', '-c', script];
    return new Promise((resolve) => {
      execFile('nsenter', words, { timeout: COMMAND_MS_MAX, killSignal: 'SIGKILL' }, (failure, out, err) => {
        const status = failure === null ? 0 : typeof failure.code === 'number' ? failure.code : 1;
        resolve({ status, out: out.trim(), err: err.trim() });
      });
    });
  }

  /** Its first process is killed, and all others with it. */
  async stop(): Promise<void> {
    if (this.init > 0) process.kill(this.init, 'SIGKILL');
    else this.process?.kill('SIGKILL');
    await eventually(() => {
      if (this.process?.exitCode === null && this.process.signalCode === null) throw new Error('it lives on');
      removeGroups(this.cgroup);
    }, BOOT_MS_MAX);
    rmSync(this.scratch, { recursive: true });
  }
}

/** cgroup2 has no files to remove, only groups without members. */
const removeGroups = (cgroup: string): void => {
  const groups = execFileSync('find', [cgroup, '-depth', '-type', 'd'], { encoding: 'utf8' });
  for (const group of groups.split('\n').filter((line) => line !== '')) rmdirSync(group);
};
