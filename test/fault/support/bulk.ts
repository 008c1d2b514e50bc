import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('bulk.py', import.meta.url));
const TIMEOUT_MS = 200_000;

/** Eight at a time. */
export async function writeFiles(folder: string, count: number, sizeBytes: number): Promise<void> {
  const words = [SCRIPT, folder, String(count), String(sizeBytes)];
  await promisify(execFile)('python3', words, { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' });
}
