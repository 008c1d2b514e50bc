import { open } from 'node:fs/promises';

/** Brings a file, or a directory's entries, to the disk. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
