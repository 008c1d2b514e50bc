/** Three nodes with identities on loopback, a volume, and two mounts of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SecureNodes } from '../support/secure-nodes.js';
import type { Subject } from './samples.js';

const BASE_PORT = 22_961;
const HTTP_BASE_PORT = 22_971;
const HAFS = resolve('bin/hafs.js');
export const NODES = [1, 2, 3] as const;
const MOUNTS = [1, 2] as const;
/** Killed now and then; the others live from beginning to end. */
export const VICTIM = 3;
const UMOUNT_MS_MAX = 20_000;

export class SoakLab {
  private readonly mounts = new Map<number, ChildProcess>();

  private constructor(
    readonly directory: string,
    readonly nodes: SecureNodes,
  ) {}

  static async up(): Promise<SoakLab> {
    const directory = await mkdtemp(join(tmpdir(), 'hafs-soak-'));
    const lab = new SoakLab(directory, new SecureNodes(directory, BASE_PORT));
    try {
      await lab.makePool();
      for (const mount of MOUNTS) await lab.mount(mount);
      return lab;
    } catch (error) {
      await lab.down();
      throw error;
    }
  }

  get subjects(): Subject[] {
    const nodes = NODES.map((node) => ({
      name: `node ${node}`,
      http: httpOf(node),
      directories: [this.brick(node), this.nodes.data(node)],
      isSteady: node !== VICTIM,
    }));
    const mounts = MOUNTS.map((mount) => ({
      name: `mount ${mount}`,
      http: httpOf(NODES.length + mount),
      directories: [],
      isSteady: true,
    }));
    return [...nodes, ...mounts];
  }

  get mountPoints(): string[] {
    return MOUNTS.map((mount) => this.mountPoint(mount));
  }

  start(node: number): void {
    this.nodes.start(node, '--http', httpOf(node));
  }

  /** Whoever was not told to end has not. */
  ended(): string[] {
    return [...this.mounts].flatMap(([mount, { exitCode, signalCode }]) =>
      exitCode === null && signalCode === null ? [] : [`mount ${mount} has ended`],
    );
  }

  /** What no process may ever log. */
  async complaints(): Promise<string[]> {
    const files = [this.nodes.logFile, ...MOUNTS.map((mount) => this.mountLog(mount))];
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    const isComplaint = (line: string): boolean =>
      /unexpected_error|AssertionError|UnhandledPromise/.test(line);
    return texts.flatMap((text) => text.split('\n').filter(isComplaint));
  }

  async down(): Promise<void> {
    for (const [mount, child] of this.mounts) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit', { signal: AbortSignal.timeout(UMOUNT_MS_MAX) });
      child.kill('SIGTERM');
      await gone.catch(() => this.unmountByForce(mount, child));
    }
    for (const node of NODES) await this.nodes.stop(node);
    await rm(this.directory, { recursive: true, force: true });
  }

  private async unmountByForce(mount: number, child: ChildProcess): Promise<void> {
    await once(spawn('umount', ['-l', this.mountPoint(mount)], { stdio: 'ignore' }), 'exit');
    child.kill('SIGKILL');
  }

  private async makePool(): Promise<void> {
    const { nodes } = this;
    for (const node of NODES) {
      await nodes.giveIdentity(node);
      this.start(node);
      await nodes.answers(node, '--credential', nodes.adminFile);
      if (node !== 1) await nodes.ok('peer', 'probe', nodes.address(node));
    }
    const bricks = NODES.map((node) => `${nodes.address(node)}:${this.brick(node)}`);
    await nodes.ok('volume', 'create', 'www', 'replica', '3', ...bricks);
    await nodes.ok('volume', 'start', 'www');
    await nodes.ok('client', 'create', 'soak', '--volume', 'www', '--out', this.credential);
  }

  private async mount(mount: number): Promise<void> {
    await mkdir(this.mountPoint(mount), { recursive: true });
    const servers = NODES.map((node) => this.nodes.address(node)).join(',');
    const options = `credential=${this.credential},metrics=${httpOf(NODES.length + mount)}`;
    const words = ['mount', '--foreground', `${servers}:/www`, this.mountPoint(mount), '-o', options];
    const log = openSync(this.mountLog(mount), 'a');
    const child = spawn(process.execPath, [HAFS, ...words], { stdio: ['ignore', log, log] });
    closeSync(log);
    this.mounts.set(mount, child);
  }

  private brick(node: number): string {
    return join(this.directory, `brick${node}`);
  }

  private get credential(): string {
    return join(this.directory, 'soak.pem');
  }

  private mountPoint(mount: number): string {
    return join(this.directory, `mount${mount}`);
  }

  private mountLog(mount: number): string {
    return join(this.directory, `mount${mount}.log`);
  }
}

const httpOf = (place: number): string => `127.0.0.1:${HTTP_BASE_PORT + place}`;
