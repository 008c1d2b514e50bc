import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually } from './eventually.js';

/** From the repository's root, where tests are run: this file may have been compiled to somewhere else. */
const HAFS = resolve('bin/hafs.js');
const COMMAND_TIMEOUT_MS = 120_000;
const START_TIMEOUT_MS = 60_000;
const HTTP_PORT_DISTANCE = 1_000;

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command to its end. */
export const hafs = (...words: string[]): Promise<Outcome> => hafsAtHome(homedir(), words);

/** @param home where it looks for credentials: those that somebody else's nodes left must not be shown to these. */
function hafsAtHome(home: string, words: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, HOME: home };
    const options = { timeout: COMMAND_TIMEOUT_MS, killSignal: 'SIGKILL', env } as const;
    const child = execFile(process.execPath, [HAFS, ...words], options, (_, out, err) => {
      resolve({ status: child.exitCode ?? -1, out, err });
    });
  });
}

/** Real servers on loopback, in one pool, without a volume. */
export interface Nodes {
  address(node: number): string;
  /** HOST:PORT of its page. */
  http(node: number): string;
  hafs(...words: string[]): Promise<Outcome>;
  /** SIGKILL; resolves when it is gone. */
  kill(node: number): Promise<void>;
  /** SIGTERM; resolves when it is gone. */
  terminate(node: number): Promise<void>;
  /** Resolves when it has ended by itself, with the signal that it ended by. */
  gone(node: number): Promise<NodeJS.Signals | null>;
  signal(node: number, signal: 'SIGSTOP' | 'SIGCONT'): void;
  start(node: number): void;
  stop(): Promise<void>;
}

/** @param words of one node's own, for `hafs server`. */
export async function startNodes(
  count: number,
  directory: string,
  basePort: number,
  words: (node: number) => readonly string[] = () => [],
): Promise<Nodes> {
  const address = (node: number): string => `127.0.0.1:${basePort + node - 1}`;
  const http = (node: number): string => `127.0.0.1:${basePort + HTTP_PORT_DISTANCE + node - 1}`;
  const numbers = Array.from({ length: count }, (_, place) => place + 1);
  const begin = (node: number): ChildProcess =>
    startNode(
      ...['--data', join(directory, `node${node}`), '--name', `node${node}`],
      ...['--listen', address(node), '--http', http(node)],
      ...words(node),
    );
  const processes = new Map(numbers.map((node) => [node, begin(node)]));
  const ask = (...words: string[]): Promise<Outcome> =>
    hafsAtHome(directory, ['--server', address(1), ...words]);
  for (const node of numbers) {
    await eventually(async () => {
      if (!(await fetch(`http://${http(node)}/readyz`)).ok) throw new Error(`node ${node} is not ready`);
    }, START_TIMEOUT_MS);
  }
  for (const node of numbers.slice(1)) {
    const { status, err } = await ask('peer', 'probe', address(node));
    if (status !== 0) throw new Error(err);
  }
  const processOf = (node: number): ChildProcess => {
    const child = processes.get(node);
    if (child === undefined) throw new Error(`there is no node ${node}`);
    return child;
  };
  const end = async (node: number, signal: NodeJS.Signals): Promise<void> => {
    const child = processOf(node);
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    address,
    http,
    hafs: ask,
    kill: (node) => end(node, 'SIGKILL'),
    terminate: (node) => end(node, 'SIGTERM'),
    gone: async (node) => {
      const child = processOf(node);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child.signalCode;
    },
    signal: (node, signal) => void processOf(node).kill(signal),
    start: (node) => processes.set(node, begin(node)),
    stop: () => stopAll([...processes.values()]),
  };
}

const startNode = (...words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [HAFS, 'server', ...words], { stdio: 'ignore' });

async function stopAll(processes: readonly ChildProcess[]): Promise<void> {
  const isUp = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;
  const ends = processes.filter(isUp).map((child) => once(child, 'exit'));
  for (const child of processes) child.kill('SIGTERM');
  await Promise.all(ends);
}
