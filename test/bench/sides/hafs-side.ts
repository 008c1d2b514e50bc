import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findProcess } from '../../../src/cli/lab/process-record.js';
import { labOf, LAB_VOLUME, serverList, type Lab } from '../../../src/cli/lab/layout.js';
import { eventually } from '../../support/eventually.js';
import { run } from '../command.js';
import { dropKernelCaches, forceUnmountAll, isMountPoint } from '../disk.js';
import { HAFS } from '../places.js';
import { processesMentioning } from '../process-figures.js';
import type { Side, Victim } from './side.js';

/** Apart from a lab's usual ports, and from those of the tests; HAFS_LAB_PORT chooses others. */
const BASE_PORT = 26_401;
const NODE_COUNT = 3;
const SETTLE_WITHIN_MS = 120_000;

interface VolumeReport {
  readonly manager: string;
  readonly bricks: readonly { readonly node: string; readonly state: string }[];
}

/** Three real servers and as many mounts as asked for. */
export class HafsSide implements Side {
  readonly name = 'hafs';
  readonly title = 'hafs';
  readonly role = 'hafs';
  readonly tools = [];
  readonly victims: readonly Victim[] = [this.victim('manager'), this.victim('another node')];
  private readonly lab: Lab;
  private readonly mounted: string[] = [];
  private killed = '';

  constructor(
    directory: string,
    private readonly mounts: string,
  ) {
    const basePort = Number(process.env['HAFS_LAB_PORT'] ?? BASE_PORT);
    const mountPoint = this.mountPoint(0);
    this.lab = labOf(directory, { nodeCount: NODE_COUNT, basePort, mountPoint });
  }

  async start(): Promise<void> {
    await mkdir(this.mounts, { recursive: true });
    const { basePort, mountPoint } = this.lab.settings;
    await this.inLab('up', '--base-port', `${basePort}`, '--mount', mountPoint);
    this.mounted.push(mountPoint);
  }

  async stop(): Promise<void> {
    await forceUnmountAll(join(this.mounts, this.name));
    await run(process.execPath, HAFS, '--yes', 'lab', 'down', '--purge', '--dir', this.lab.directory);
  }

  async mount(number: number): Promise<string> {
    const directory = this.mountPoint(number);
    await mkdir(directory, { recursive: true });
    if (await isMountPoint(directory)) return directory;
    await run(process.execPath, HAFS, 'mount', `${serverList(this.lab)}:/${LAB_VOLUME}`, directory);
    if (!this.mounted.includes(directory)) this.mounted.push(directory);
    return directory;
  }

  async dropCaches(): Promise<void> {
    for (const directory of this.mounted) {
      if (await isMountPoint(directory)) await run(process.execPath, HAFS, 'umount', directory);
    }
    await dropKernelCaches();
    await this.mount(0);
  }

  async processes(): Promise<readonly number[]> {
    const servers = await Promise.all(this.lab.nodes.map((node) => findProcess(node.pidFile)));
    const clients = await processesMentioning(`${this.mounts}/`, [process.execPath]);
    return [...servers.flatMap(({ pid }) => (pid === undefined ? [] : [pid])), ...clients];
  }

  private mountPoint(number: number): string {
    return join(this.mounts, `${this.name}${number}`);
  }

  private inLab(...words: string[]): Promise<string> {
    return run(process.execPath, HAFS, 'lab', ...words, '--dir', this.lab.directory);
  }

  private victim(kind: 'manager' | 'another node'): Victim {
    return {
      name: kind,
      kill: async () => {
        const { manager, bricks } = await this.report();
        const other = bricks.find(({ node }) => node !== manager)?.node ?? manager;
        this.killed = kind === 'manager' ? manager : other;
        await this.inLab('kill', this.killed);
      },
      restore: async () => {
        await this.inLab('start', this.killed);
        await eventually(() => this.expectInSync(), SETTLE_WITHIN_MS);
      },
    };
  }

  private async expectInSync(): Promise<void> {
    const states = (await this.report()).bricks.map(({ state }) => state);
    if (states.some((state) => state !== 'in-sync')) throw new Error(`bricks are ${states.join(' ')}`);
  }

  private async report(): Promise<VolumeReport> {
    const words = ['--server', serverList(this.lab), '--json', 'heal-status', LAB_VOLUME];
    const [volume] = JSON.parse(await run(process.execPath, HAFS, ...words)) as VolumeReport[];
    if (volume === undefined) throw new Error('no volume');
    return volume;
  }
}
