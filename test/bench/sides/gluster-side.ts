import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.js';
import { dropKernelCaches, forceUnmount, forceUnmountAll, isMountPoint } from '../disk.js';
import { Namespace } from './namespace.js';
import type { Side, Victim } from './side.js';

const VOLUME = 'bench';
const BRICKS = ['b1', 'b2', 'b3'];
/** It refuses to serve from a loopback address. Every namespace may have the same. */
const ADDRESS = '10.90.25.1';
const COMMAND_TIMEOUT_MS = 120_000;
const START_WITHIN_MS = 30_000;
/** It heals some ten files a second. */
const HEAL_WITHIN_MS = 600_000;
const PACKAGED_GROUPS = '/var/lib/glusterd/groups';

/** What its guide advises for small files and web sites. */
const TUNING = [
  ['group', 'metadata-cache'],
  ['group', 'nl-cache'],
  ['network.inode-lru-limit', '200000'],
];

const glusterdVolume = (directory: string): string =>
  [
    'volume management',
    '  type mgmt/glusterd',
    `  option working-directory ${directory}/work`,
    `  option run-directory ${directory}/run`,
    `  option glusterd-sockfile ${directory}/glusterd.socket`,
    '  option transport-type socket',
    '  option transport.socket.listen-port 24007',
    'end-volume',
    '',
  ].join('\n');

/** GlusterFS, replica 3 of three bricks, by a glusterd of its own in a network of its own. */
export class GlusterSide implements Side {
  readonly name: string;
  readonly title: string;
  readonly role = 'peer';
  readonly tools = ['glusterd', 'mount.glusterfs', 'ip'];
  readonly victims: readonly Victim[] = [
    { name: 'another node', kill: () => this.killBrick(), restore: () => this.restoreBrick() },
  ];
  private readonly network: Namespace;
  private readonly mounted: string[] = [];

  constructor(
    private readonly directory: string,
    private readonly mounts: string,
    private readonly options: 'default' | 'tuned',
  ) {
    this.name = options === 'tuned' ? 'gluster-tuned' : 'gluster';
    this.title = options === 'tuned' ? 'GlusterFS tuned' : 'GlusterFS';
    this.network = new Namespace(`hafs-bench-${this.name}`, ADDRESS);
  }

  async start(): Promise<void> {
    for (const name of ['work', 'run', 'log', ...BRICKS]) {
      await mkdir(join(this.directory, name), { recursive: true });
    }
    await cp(PACKAGED_GROUPS, join(this.directory, 'work', 'groups'), { recursive: true });
    await this.network.make();
    await this.startDaemon();
    const bricks = BRICKS.map((brick) => `${ADDRESS}:${join(this.directory, brick)}`);
    await this.gluster('volume', 'create', VOLUME, 'replica', '3', ...bricks, 'force');
    for (const [key = '', value = ''] of this.options === 'tuned' ? TUNING : []) {
      await this.gluster('volume', 'set', VOLUME, key, value);
    }
    await this.gluster('volume', 'start', VOLUME);
    await this.mount(0);
  }

  async stop(): Promise<void> {
    await forceUnmountAll(this.mountPoint(''));
    await this.network.remove();
  }

  async mount(number: number): Promise<string> {
    const directory = this.mountPoint(number);
    await mkdir(directory, { recursive: true });
    if (await isMountPoint(directory)) return directory;
    const log = `log-file=${join(this.directory, 'log', `mount${number}.log`)}`;
    await this.network.run('mount', '-t', 'glusterfs', '-o', log, `${ADDRESS}:/${VOLUME}`, directory);
    if (!this.mounted.includes(directory)) this.mounted.push(directory);
    return directory;
  }

  async dropCaches(): Promise<void> {
    for (const directory of this.mounted) await forceUnmount(directory);
    await dropKernelCaches();
    await this.mount(0);
  }

  processes(): Promise<readonly number[]> {
    return this.network.pids();
  }

  private async startDaemon(): Promise<void> {
    const file = join(this.directory, 'glusterd.vol');
    await writeFile(file, glusterdVolume(this.directory));
    const log = join(this.directory, 'log', 'glusterd.log');
    await this.network.run('glusterd', '-f', file, '-p', join(this.directory, 'glusterd.pid'), '-l', log);
    await eventually(async () => {
      await this.gluster('volume', 'list');
    }, START_WITHIN_MS);
  }

  private gluster(...words: string[]): Promise<string> {
    const socket = `--glusterd-sock=${join(this.directory, 'glusterd.socket')}`;
    return this.network.runWithin(COMMAND_TIMEOUT_MS, 'gluster', socket, '--mode=script', ...words);
  }

  private mountPoint(number: number | ''): string {
    return join(this.mounts, `${this.name}${number}`);
  }

  private async killBrick(): Promise<void> {
    const directory = join(this.directory, 'run', 'vols', VOLUME);
    const [file = ''] = (await readdir(directory)).filter((name) => name.endsWith('.pid')).sort();
    process.kill(Number(await readFile(join(directory, file), 'utf8')), 'SIGKILL');
  }

  private async restoreBrick(): Promise<void> {
    await this.gluster('volume', 'start', VOLUME, 'force');
    await eventually(async () => {
      const text = await this.gluster('volume', 'heal', VOLUME, 'statistics', 'heal-count');
      const counts = [...text.matchAll(/^Number of entries: (\d+)$/gm)].map(([, count]) => Number(count));
      if (counts.length !== BRICKS.length || counts.some((count) => count > 0)) throw new Error(text);
    }, HEAL_WITHIN_MS);
  }
}
