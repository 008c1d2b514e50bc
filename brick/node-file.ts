import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, RefusedError } from '../src/core/errors.js';
import { OWNER_DIRECTORY_MODE, OWNER_FILE_MODE } from '../src/runtime/file-mode.js';
import type { PoolNode } from '../src/volume/catalogue.js';
import { makeDirectory } from '../src/runtime/make-directory.js';

const FILE_NAME = 'node.json';

/** Who this node is, and whom it knew last: enough to find the pool again after a restart. */
export interface NodeRecord {
  readonly id: string;
  /** The replica set that holds the pool's configuration. */
  readonly pool: string;
  /** Nodes of the pool, this one included, as last known. */
  readonly nodes: readonly PoolNode[];
}

/** The node's own small file in its data directory. */
export class NodeFile {
  private saving: Promise<void> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private current: NodeRecord,
  ) {}

  /** @param fresh makes the record of a node that starts for the first time. */
  static async open(directory: string, fresh: () => NodeRecord): Promise<NodeFile> {
    const path = join(directory, FILE_NAME);
    try {
      makeDirectory(directory, OWNER_DIRECTORY_MODE);
      const known = await readRecord(path);
      const file = new NodeFile(path, known ?? fresh());
      if (known === undefined) await file.save(file.current);
      return file;
    } catch (error) {
      throw new RefusedError(`cannot use the data directory ${directory}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  get record(): NodeRecord {
    return this.current;
  }

  /** Whole or not at all, and on disk once it resolves. One after the other. */
  save(record: NodeRecord): Promise<void> {
    this.current = record;
    const saved = this.saving.then(() => this.write(record));
    this.saving = saved.catch(() => undefined);
    return saved;
  }

  private async write(record: NodeRecord): Promise<void> {
    const draft = `${this.path}.new`;
    const file = await open(draft, 'w', OWNER_FILE_MODE);
    try {
      await file.writeFile(`${JSON.stringify(record, undefined, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.path);
  }
}

async function readRecord(path: string): Promise<NodeRecord | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as NodeRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
