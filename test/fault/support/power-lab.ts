/** A lab whose nodes keep everything on disks that forget, and whose machines have boots of their own. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PowerLoss } from '../../support/forgetful-disk/disk-command.js';
import { ForgetfulDisk } from '../../support/forgetful-disk/forgetful-disk.js';
import { NetnsLab } from './netns-lab.js';

const NODES = [1, 2, 3];
const BOOT_ID = '/proc/sys/kernel/random/boot_id';
/** Becomes the server, in a mount namespace where the file `$0` says which boot this is. */
const SCRIPT = `mount --bind "$0" ${BOOT_ID} && exec "$@"`;

export class PowerLab {
  private constructor(
    private readonly boots: string,
    private readonly disks: readonly ForgetfulDisk[],
    readonly lab: NetnsLab,
  ) {}

  static async up(): Promise<PowerLab> {
    const boots = await mkdtemp(join(tmpdir(), 'hafs-boots-'));
    const disks: ForgetfulDisk[] = [];
    try {
      for (const node of NODES) {
        disks.push(await ForgetfulDisk.start());
        await writeFile(join(boots, `${node}`), randomUUID());
      }
      const lab = await NetnsLab.up({
        homeOf: (node) => disks[node - 1]!.directory,
        before: (node) => ['unshare', '-m', 'sh', '-c', SCRIPT, join(boots, `${node}`)],
      });
      return new PowerLab(boots, disks, lab);
    } catch (error) {
      for (const disk of disks) await disk.dispose();
      throw error;
    }
  }

  async down(): Promise<void> {
    await this.lab.down();
    for (const disk of this.disks) await disk.dispose();
    await rm(this.boots, { recursive: true });
  }

  disk(node: number): ForgetfulDisk {
    return this.disks[node - 1]!;
  }

  /** All these machines at once. @returns how many pages and names the disks have forgotten. */
  async losePower(nodes: readonly number[], keep: 'nothing' | 'some', seed = 0): Promise<PowerLoss> {
    const losses = await Promise.all(nodes.map((node) => this.disk(node).losePower(keep, seed * 10 + node)));
    await Promise.all(nodes.map((node) => this.lab.kill(`n${node}`)));
    return {
      lostPages: losses.reduce((sum, { lostPages }) => sum + lostPages, 0),
      lostEntries: losses.reduce((sum, { lostEntries }) => sum + lostEntries, 0),
    };
  }

  async restorePower(nodes: readonly number[]): Promise<void> {
    for (const node of nodes) {
      await this.disk(node).remount();
      await writeFile(join(this.boots, `${node}`), randomUUID());
      this.lab.startNode(node);
    }
  }
}
