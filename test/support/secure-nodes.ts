/** Real servers on loopback that have identities, in one pool. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { eventually } from './eventually.js';
import { hafs, type Outcome } from './nodes.js';

/** From the repository's root, where tests are run: this file may have been compiled to somewhere else. */
const HAFS = resolve('bin/hafs.js');
const START_TIMEOUT_MS = 60_000;

export class SecureNodes {
  private readonly processes = new Map<number, ChildProcess>();

  constructor(
    private readonly directory: string,
    private readonly basePort: number,
  ) {}

  address(node: number): string {
    return `127.0.0.1:${this.basePort + node - 1}`;
  }

  data(node: number): string {
    return join(this.directory, `node${node}`);
  }

  get adminFile(): string {
    return join(this.data(1), 'identity', 'admin.pem');
  }

  get logFile(): string {
    return join(this.directory, 'nodes.log');
  }

  /** As an administrator, unless the words name another credential. */
  hafs(...words: string[]): Promise<Outcome> {
    return hafs('--server', this.address(1), '--credential', this.adminFile, ...words);
  }

  /** @throws when the command fails. @returns what it printed. */
  async ok(...words: string[]): Promise<string> {
    const { status, out, err } = await this.hafs(...words);
    if (status !== 0) throw new Error(`${words.join(' ')}: ${err}`);
    return out;
  }

  /** The first node begins the pool; each further one gets a token of it. */
  async giveIdentity(node: number): Promise<void> {
    if (node === 1) await this.ok('pool', 'init', '--data', this.data(1));
    else await this.ok('pool', 'join', '--data', this.data(node), '--token-file', await this.newToken());
  }

  /** @returns the file it is in. */
  async newToken(): Promise<string> {
    const file = join(this.directory, 'token');
    await writeFile(file, await this.ok('pool', 'token', 'create'), { mode: 0o600 });
    return file;
  }

  /** @param words further ones; the last of two that contradict counts. */
  start(node: number, ...words: string[]): void {
    const log = openSync(this.logFile, 'a');
    const own = ['--data', this.data(node), '--name', `node${node}`, '--listen', this.address(node)];
    const child = spawn(process.execPath, [HAFS, 'server', ...own, ...words], {
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.processes.set(node, child);
  }

  /** Resolves once it answers. @param credential as words. */
  async answers(node: number, ...credential: string[]): Promise<void> {
    await eventually(async () => {
      const { status, err } = await hafs('--server', this.address(node), ...credential, 'peer', 'status');
      if (status !== 0) throw new Error(err);
    }, START_TIMEOUT_MS);
  }

  /** @throws {Error} it does not run. */
  signal(node: number, signal: NodeJS.Signals): void {
    const child = this.processes.get(node);
    if (child?.exitCode !== null || child.signalCode !== null) throw new Error(`node ${node} has ended`);
    child.kill(signal);
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(node: number): Promise<void> {
    const child = this.processes.get(node);
    if (child === undefined) return;
    const ended = once(child, 'exit');
    this.signal(node, 'SIGKILL');
    await ended;
  }

  async stop(node: number): Promise<void> {
    const child = this.processes.get(node);
    this.processes.delete(node);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.processes.keys()].map((node) => this.stop(node)));
  }
}
