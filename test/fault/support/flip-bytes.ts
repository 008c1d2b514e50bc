import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeededRandom } from '../../sim/support/scheduler.js';

/** Damages the tables of a LevelDB database that nobody has open. @returns how many bytes it has changed. */
export async function flipBytes(directory: string, count: number, random: SeededRandom): Promise<number> {
  const tables = (await readdir(directory)).filter((name) => name.endsWith('.ldb'));
  for (const table of tables) await flipIn(join(directory, table), count, random);
  return tables.length * count;
}

async function flipIn(path: string, count: number, random: SeededRandom): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const byte = Buffer.alloc(1);
    for (let nth = 0; nth < count; nth++) {
      const place = random.below(size);
      await file.read(byte, 0, 1, place);
      byte[0] = byte[0]! ^ (1 << random.below(8));
      await file.write(byte, 0, 1, place);
    }
  } finally {
    await file.close();
  }
}
