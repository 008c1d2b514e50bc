/** A network namespace: an address that is not a loopback, ports that nobody else has, and a list of who is in it. */
import { run, runWith, succeeds } from '../command.js';

export class Namespace {
  constructor(
    private readonly name: string,
    readonly address: string,
  ) {}

  async make(): Promise<void> {
    await run('ip', 'netns', 'add', this.name);
    await run('ip', '-n', this.name, 'link', 'add', 'bench0', 'type', 'bridge');
    await run('ip', '-n', this.name, 'addr', 'add', `${this.address}/24`, 'dev', 'bench0');
    for (const device of ['lo', 'bench0']) await run('ip', '-n', this.name, 'link', 'set', device, 'up');
  }

  /** Only the network is another: mounts made there are seen by everybody. */
  run(program: string, ...words: string[]): Promise<string> {
    return this.runWithin(undefined, program, ...words);
  }

  runWithin(timeoutMs: number | undefined, program: string, ...words: string[]): Promise<string> {
    const options = timeoutMs === undefined ? {} : { timeoutMs };
    return runWith(options, 'nsenter', `--net=/var/run/netns/${this.name}`, program, ...words);
  }

  async pids(): Promise<number[]> {
    if (!(await this.exists())) return [];
    const text = await run('ip', 'netns', 'pids', this.name);
    return text.split('\n').filter(Boolean).map(Number);
  }

  exists(): Promise<boolean> {
    return succeeds('test', '-e', `/var/run/netns/${this.name}`);
  }

  /** With everything that still runs in it. */
  async remove(): Promise<void> {
    if (!(await this.exists())) return;
    for (const pid of await this.pids()) await succeeds('kill', '-KILL', `${pid}`);
    await run('ip', 'netns', 'del', this.name);
  }
}
