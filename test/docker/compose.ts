import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROJECT = 'hafs-lab-test';
export const SITE = 'http://127.0.0.1:8088';
export const STATUS_PAGE = 'http://127.0.0.1:8089';
/** Building the images for the first time takes longest, and many times as long on a busy machine. */
const COMMAND_TIMEOUT_MS = 1_200_000;
const PAGE_TIMEOUT_MS = 15_000;
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;
const POLL_MS = 200;

/** Runs a command to its end. @returns what it printed. */
async function run(program: string, ...words: string[]): Promise<string> {
  const options = { cwd: ROOT, timeout: COMMAND_TIMEOUT_MS, maxBuffer: OUTPUT_BYTES_MAX };
  const { stdout } = await promisify(execFile)(program, words, options);
  return stdout.trim();
}

export const docker = (...words: string[]): Promise<string> => run('docker', ...words);

let command: Promise<string[]> | undefined;

/** `docker compose` where there is one, else docker-compose 1.29. */
const composeCommand = (): Promise<string[]> =>
  (command ??= docker('compose', 'version').then(
    () => ['docker', 'compose'],
    () => ['docker-compose'],
  ));

export async function compose(...words: string[]): Promise<string> {
  if (words[0] === 'down') containers.clear();
  const [program = '', ...first] = await composeCommand();
  return run(program, ...first, '-p', PROJECT, ...words);
}

/** By service; a container stays the same until all are taken down. */
const containers = new Map<string, Promise<string>>();

/** The container's id, also of one that has stopped. */
export function containerOf(service: string): Promise<string> {
  const filters = [`project=${PROJECT}`, `service=${service}`].flatMap((label) => [
    '--filter',
    `label=com.docker.compose.${label}`,
  ]);
  const container = containers.get(service) ?? docker('ps', '-aq', ...filters);
  containers.set(service, container);
  return container;
}

/** Without compose, which takes a second to begin. */
export const inside = async (service: string, script: string): Promise<string> =>
  docker('exec', await containerOf(service), 'sh', '-c', script);

/** Starts a command in a container and goes on. @returns what it has printed so far. */
export async function startInside(service: string, script: string): Promise<() => string> {
  const words = ['exec', await containerOf(service), 'sh', '-c', script];
  const child = spawn('docker', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return () => output;
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
  readonly pending: { readonly entries: number; readonly bytes: number };
}

export interface VolumeStatus {
  readonly quorum: boolean;
  readonly manager: string;
  readonly bricks: readonly BrickStatus[];
}

export async function healStatus(askedAt: string): Promise<VolumeStatus> {
  const [volume] = JSON.parse(await inside(askedAt, 'hafs --json heal-status www')) as VolumeStatus[];
  if (volume === undefined) throw new Error('heal-status names no volume');
  return volume;
}

export async function page(path: string, site = SITE): Promise<string> {
  return (await visit(path, site)).text();
}

/** Which web server has answered, as HAProxy says. */
export async function servedBy(path: string): Promise<string | null> {
  const answer = await visit(path, SITE);
  await answer.body?.cancel();
  return answer.headers.get('x-served-by');
}

async function visit(path: string, site: string): Promise<Response> {
  const answer = await fetch(`${site}/${path}`, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${path}: status ${answer.status}`);
  return answer;
}
