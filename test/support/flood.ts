import { spawn, type ChildProcess } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { compile, compiledTo } from './compiled.js';
import { eventually } from './eventually.js';

const BUILT = compiledTo('flood');
const PROGRAM = join(BUILT, 'test/support/flood-process.js');

/** Compiles the program; once, before the first of them begins. */
export async function buildFlood(): Promise<void> {
  compile('flood');
  // The compiler leaves JavaScript where it is.
  await cp(resolve('src/rpc/generated'), join(BUILT, 'src/rpc/generated'), { recursive: true });
}

/** A process that floods one node: `flood-process.ts`. It ends when the node no longer serves it. */
export class Flood {
  private count = 0;

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout === null) throw new Error('the flood has no output');
    createInterface({ input: child.stdout }).on('line', (line) => (this.count = Number(line)));
  }

  /** Resolves once it is being answered. */
  static async begin(address: string, volume: string): Promise<Flood> {
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const flood = new Flood(spawn(process.execPath, [PROGRAM, address, volume], { stdio: [...stdio] }));
    await eventually(() => {
      if (flood.answeredCount === 0) throw new Error('the flood is not answered');
    });
    return flood;
  }

  get answeredCount(): number {
    return this.count;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
