/** Three storage nodes and two mounts or more, each in a network namespace of its own, on one switch. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from '../../support/eventually.js';

const HAFS = fileURLToPath(new URL('../../../bin/hafs.js', import.meta.url));
/** `volume verify` reads everything three times. */
const COMMAND_TIMEOUT_MS = 120_000;
const START_TIMEOUT_MS = 30_000;
const PORT = 24_100;
const NODES = [1, 2, 3];
const MOUNTS: readonly string[] = ['m1', 'm2'];

const execute = promisify(execFile);

async function run(program: string, ...words: string[]): Promise<string> {
  const { stdout } = await execute(program, words, { timeout: COMMAND_TIMEOUT_MS, killSignal: 'SIGKILL' });
  return stdout;
}

export interface BrickStatus {
  readonly node: string;
  readonly state: string;
  readonly problem: string | null;
  readonly pending: { readonly bytes: number };
  readonly healed: { readonly entries: number; readonly bytes: number };
  readonly etaSeconds: number | null;
}

/** Where a lab differs from the plain one. */
export interface LabOptions {
  /** Below which a node keeps what it knows and its brick, instead of in a directory of the lab's own. */
  readonly homeOf?: (node: number) => string | undefined;
  /** m1 and m2 if nothing is said. */
  readonly mounts?: readonly string[];
  /** Words before a server's: a program that becomes the server. */
  readonly before?: (node: number) => readonly string[];
}

export class NetnsLab {
  private readonly id = `hafs${process.pid}`;
  private readonly processes = new Map<string, ChildProcess>();

  private constructor(
    readonly directory: string,
    private readonly options: LabOptions,
  ) {}

  static async up(options: LabOptions = {}): Promise<NetnsLab> {
    const lab = new NetnsLab(await mkdtemp(join(tmpdir(), 'hafs-fault-')), options);
    try {
      await lab.makeNetwork();
      for (const node of NODES) lab.startNode(node);
      await lab.makeVolume();
      for (const mount of lab.mounts) await lab.mount(mount);
      return lab;
    } catch (error) {
      await lab.down();
      throw error;
    }
  }

  async down(): Promise<void> {
    for (const child of this.processes.values()) child.kill('SIGCONT');
    for (const child of this.processes.values()) child.kill('SIGKILL');
    for (const mount of this.mounts) await run('umount', '-l', this.mountPoint(mount)).catch(() => undefined);
    for (const name of ['sw', ...NODES.map((node) => `n${node}`), ...this.mounts]) {
      await run('ip', 'netns', 'del', this.namespace(name)).catch(() => undefined);
    }
    await rm(this.directory, { recursive: true, force: true });
  }

  private get mounts(): readonly string[] {
    return this.options.mounts ?? MOUNTS;
  }

  mountPoint(mount: string): string {
    return join(this.directory, mount);
  }

  async makeFolder(name: string): Promise<void> {
    await mkdir(join(this.mountPoint('m1'), name));
  }

  brick(node: number): string {
    return join(this.homeOf(node), `brick${node}`);
  }

  startNode(node: number): void {
    const words = ['server', '--data', join(this.homeOf(node), `n${node}`), '--name', `n${node}`];
    const program = [...(this.options.before?.(node) ?? []), process.execPath, HAFS];
    const listen = `${addressOf(`n${node}`)}:${PORT}`;
    this.start(`n${node}`, ...program, ...words, '--listen', listen, '--insecure');
  }

  /** Everything that a node or a mount has logged. */
  log(name: string): Promise<string> {
    return readFile(join(this.directory, `${name}.log`), 'utf8');
  }

  async kill(name: string): Promise<void> {
    const child = this.processOf(name);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  freeze(name: string): void {
    this.processOf(name).kill('SIGSTOP');
  }

  thaw(name: string): void {
    this.processOf(name).kill('SIGCONT');
  }

  async link(name: string, state: 'up' | 'down'): Promise<void> {
    await this.inside(name, 'ip', 'link', 'set', 'eth0', state);
  }

  /** Changes what `name` does with packets: `-A` begins a fault, `-D` with the same words ends it. */
  async filter(name: string, change: '-A' | '-D', ...rule: string[]): Promise<void> {
    await this.inside(name, 'iptables', change, 'INPUT', ...rule, '-j', 'DROP');
  }

  addressOf(name: string): string {
    return addressOf(name);
  }

  /** Runs a command, asked at one node. */
  hafs(at: number, ...words: string[]): Promise<string> {
    const server = `${addressOf(`n${at}`)}:${PORT}`;
    return this.inside(`n${at}`, process.execPath, HAFS, '--server', server, ...words);
  }

  async status(at: number): Promise<{ manager: string; bricks: BrickStatus[] }> {
    const [volume] = JSON.parse(await this.hafs(at, '--json', 'heal-status', 'www')) as {
      manager: string;
      bricks: BrickStatus[];
    }[];
    if (volume === undefined) throw new Error('no volume');
    return volume;
  }

  async managerNode(askedAt = 1): Promise<number> {
    return Number((await this.status(askedAt)).manager.slice(1));
  }

  /** One that is not manager. */
  async anotherNode(): Promise<number> {
    const manager = await this.managerNode();
    return NODES.find((node) => node !== manager) ?? 0;
  }

  /** Follows `heal-status` as asked at one node. @returns what ends that. */
  watch(at: number, onBricks: (bricks: BrickStatus[]) => void): () => void {
    const server = ['--server', `${addressOf(`n${at}`)}:${PORT}`];
    const words = [process.execPath, HAFS, ...server, '--json', 'heal-status', 'www', '--watch'];
    const child = this.spawnInside(`n${at}`, words, 'pipe');
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      const [volume] = JSON.parse(line) as { bricks: BrickStatus[] }[];
      if (volume !== undefined) onBricks(volume.bricks);
    });
    return () => void child.kill('SIGKILL');
  }

  /** What the nodes have logged about the volume, the newest last. */
  async logged(event: string): Promise<{ readonly atMs: number; readonly text: string }[]> {
    const texts = await Promise.all(NODES.map((node) => readFile(this.logFile(`n${node}`), 'utf8')));
    return texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.includes(` ${event} `))
      .map((text) => ({ atMs: Date.parse(text.split(' ')[0] ?? ''), text }))
      .sort((a, b) => a.atMs - b.atMs);
  }

  async moveManagerTo(node: number): Promise<void> {
    await this.hafs(node, 'volume', 'manager', 'www', 'move', `n${node}`);
    await eventually(async () => {
      const manager = await this.managerNode();
      if (manager !== node) throw new Error(`the manager is n${manager}`);
    }, START_TIMEOUT_MS);
  }

  /** Resolves once all bricks are in sync. */
  async settled(boundMs = START_TIMEOUT_MS): Promise<void> {
    await eventually(async () => {
      const { bricks } = await this.status(1);
      const states = bricks.map(({ state }) => state).join(' ');
      if (states !== 'in-sync in-sync in-sync') throw new Error(`bricks are ${states}`);
    }, boundMs);
  }

  /** @throws when the bricks are not the same, byte for byte. */
  async verify(): Promise<void> {
    const report = await this.hafs(1, 'volume', 'verify', 'www');
    if (!report.includes('identical')) throw new Error(report);
  }

  get nodePids(): number[] {
    return NODES.flatMap((node) => this.processes.get(`n${node}`)?.pid ?? []);
  }

  private processOf(name: string): ChildProcess {
    const child = this.processes.get(name);
    if (child === undefined) throw new Error(`there is no process ${name}`);
    return child;
  }

  private namespace(name: string): string {
    return `${this.id}${name}`;
  }

  private homeOf(node: number): string {
    return this.options.homeOf?.(node) ?? this.directory;
  }

  inside(name: string, program: string, ...words: string[]): Promise<string> {
    return run('nsenter', `--net=/var/run/netns/${this.namespace(name)}`, program, ...words);
  }

  /** nsenter becomes the program, so signals reach it. */
  private start(name: string, ...words: string[]): void {
    const log = openSync(this.logFile(name), 'a');
    this.processes.set(name, this.spawnInside(name, words, log));
    closeSync(log);
  }

  private spawnInside(name: string, words: readonly string[], output: number | 'pipe'): ChildProcess {
    const enter = [`--net=/var/run/netns/${this.namespace(name)}`];
    return spawn('nsenter', [...enter, ...words], { stdio: ['ignore', output, output] });
  }

  private logFile(name: string): string {
    return join(this.directory, `${name}.log`);
  }

  private async makeNetwork(): Promise<void> {
    const names = [...NODES.map((node) => `n${node}`), ...this.mounts];
    const sw = this.namespace('sw');
    for (const name of ['sw', ...names]) await run('ip', 'netns', 'add', this.namespace(name));
    await run('ip', '-n', sw, 'link', 'add', 'br0', 'type', 'bridge');
    await run('ip', '-n', sw, 'link', 'set', 'br0', 'up');
    for (const name of names) {
      const space = this.namespace(name);
      const peer = ['peer', 'name', 'eth0', 'netns', space];
      await run('ip', 'link', 'add', `p${name}`, 'netns', sw, 'type', 'veth', ...peer);
      await run('ip', '-n', sw, 'link', 'set', `p${name}`, 'master', 'br0', 'up');
      await run('ip', '-n', space, 'addr', 'add', `${addressOf(name)}/24`, 'dev', 'eth0');
      for (const device of ['lo', 'eth0']) await run('ip', '-n', space, 'link', 'set', device, 'up');
    }
  }

  private async makeVolume(): Promise<void> {
    const address = (node: number): string => `${addressOf(`n${node}`)}:${PORT}`;
    for (const node of NODES) await eventually(() => this.answers(node), START_TIMEOUT_MS);
    for (const node of NODES.slice(1)) await this.hafs(1, 'peer', 'probe', address(node));
    const bricks = NODES.map((node) => `${address(node)}:${this.brick(node)}`);
    await this.hafs(1, 'volume', 'create', 'www', 'replica', '3', ...bricks);
    await this.hafs(1, 'volume', 'start', 'www');
    await this.settled();
  }

  async answers(node: number): Promise<void> {
    await this.hafs(node, 'peer', 'status');
  }

  async mount(name: string): Promise<void> {
    await mkdir(this.mountPoint(name), { recursive: true });
    const servers = NODES.map((node) => `${addressOf(`n${node}`)}:${PORT}`).join(',');
    this.start(
      name,
      process.execPath,
      HAFS,
      'mount',
      `${servers}:www`,
      this.mountPoint(name),
      '--foreground',
    );
    await eventually(async () => {
      await run('mountpoint', '-q', this.mountPoint(name));
    }, START_TIMEOUT_MS);
  }
}

function addressOf(name: string): string {
  const number = Number(name.slice(1));
  return `10.90.24.${name.startsWith('n') ? 10 + number : 20 + number}`;
}
