import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROJECT = 'hafs-lab-test';
export const SITE = 'http://127.0.0.1:8088';
const COMMAND_TIMEOUT_MS = 300_000;
const POLL_MS = 200;

/** Runs a command to its end. @returns what it printed. */
async function run(program: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, words, { cwd: ROOT, timeout: COMMAND_TIMEOUT_MS });
  return stdout.trim();
}

export const docker = (...words: string[]): Promise<string> => run('docker', ...words);

/** Takes `docker compose` where there is one, else docker-compose 1.29. */
export async function compose(...words: string[]): Promise<string> {
  const isPlugin = await docker('compose', 'version').then(
    () => true,
    () => false,
  );
  const call = ['-p', PROJECT, ...words];
  return isPlugin ? docker('compose', ...call) : run('docker-compose', ...call);
}

export const inside = (service: string, script: string): Promise<string> =>
  compose('exec', '-T', service, 'sh', '-c', script);

/** The container's id, also of one that has stopped. */
export async function containerOf(service: string): Promise<string> {
  const filters = [`project=${PROJECT}`, `service=${service}`].flatMap((label) => [
    '--filter',
    `label=com.docker.compose.${label}`,
  ]);
  return docker('ps', '-aq', ...filters);
}

export async function eventually(
  what: string,
  isSo: () => Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const giveUpAtMs = performance.now() + timeoutMs;
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > giveUpAtMs) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export interface BrickStatus {
  readonly node: string;
  readonly state: string;
}

export async function healStatus(askedAt: string): Promise<{ manager: string; bricks: BrickStatus[] }> {
  const [volume] = JSON.parse(await inside(askedAt, 'hafs --json heal-status www')) as {
    manager: string;
    bricks: BrickStatus[];
  }[];
  if (volume === undefined) throw new Error('heal-status names no volume');
  return volume;
}

export const page = async (path: string): Promise<string> => {
  const answer = await fetch(`${SITE}/${path}`, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new Error(`${path}: status ${answer.status}`);
  return answer.text();
};
