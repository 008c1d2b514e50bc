import { mkdir } from 'node:fs/promises';
import { dropKernelCaches } from '../disk.js';
import type { Side } from './side.js';

/** A directory of the disk itself: what no network file system can be faster than. */
export class Ext4Side implements Side {
  readonly name = 'ext4';
  readonly title = 'ext4';
  readonly role = 'limit';
  readonly tools = ['mkfs.ext4', 'losetup'];
  readonly victims = [];

  constructor(private readonly directory: string) {}

  async start(): Promise<void> {
    await mkdir(this.directory, { recursive: true });
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  mount(): Promise<string> {
    return Promise.resolve(this.directory);
  }

  dropCaches(): Promise<void> {
    return dropKernelCaches();
  }

  processes(): Promise<readonly number[]> {
    return Promise.resolve([]);
  }
}
