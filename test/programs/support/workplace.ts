import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lab, runOk } from '../../e2e/lab.js';

const BASE_PORT = 24_481;
const KILL_AFTER_MS = 1_000;
const DEAD_MS = 2_000;
const MS_PER_SECOND = 1_000;

/** A minute for each of those programs that go on for as long as they are told; otherwise as short as CI wants it. */
export const isLong = process.env.HAFS_LONG === '1';

/** Three nodes, one volume, two mounts of it, and a directory of the local file system. */
export class Workplace {
  private constructor(
    readonly lab: Lab,
    /** The first mount. */
    readonly one: string,
    /** Another mount of the same volume. */
    readonly other: string,
    readonly scratch: string,
  ) {}

  static async open(basePort = BASE_PORT): Promise<Workplace> {
    const lab = await Lab.up(basePort);
    const scratch = await mkdtemp(join(tmpdir(), 'hafs-programs-'));
    // Users other than root are to reach the mount and what lies beside it.
    await runOk('chmod', '755', lab.directory, scratch);
    const other = await lab.mountVia(2);
    await runOk('chmod', '755', other);
    return new Workplace(lab, lab.mount, other, scratch);
  }

  /** @throws when the bricks are not the same. */
  async close(): Promise<void> {
    try {
      await this.lab.inSync();
      await this.lab.hafsOk('volume', 'verify', 'www');
    } finally {
      await this.lab.purge();
      await rm(this.scratch, { recursive: true, force: true });
    }
  }

  /** Kills the volume manager under a program, and starts the node again; once the program has begun. */
  async withManagerKilled<T>(program: Promise<T>): Promise<T> {
    program.catch(() => undefined); // Thrown below, once the node is up again.
    await pause(KILL_AFTER_MS);
    const manager = `${await this.lab.managerNode()}`;
    await this.lab.lab('kill', manager);
    await pause(DEAD_MS);
    await this.lab.lab('start', manager);
    const result = await program;
    await this.lab.inSync();
    return result;
  }
}

/** Says how long a program took. */
export async function timed<T>(what: string, work: Promise<T>): Promise<T> {
  const beganAtMs = performance.now();
  const result = await work;
  console.log(`${what}: ${((performance.now() - beganAtMs) / MS_PER_SECOND).toFixed(1)} s`);
  return result;
}

const pause = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));
