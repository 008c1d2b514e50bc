/** What clients did, each on a mount of its own, during a fault, and whether it can be true of one file system. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { disorderIn } from './disorder.js';

const WORKER = fileURLToPath(new URL('worker.py', import.meta.url));
const NS_PER_MS = 1e6;

export interface Operation {
  readonly kind: 'register' | 'read' | 'append' | 'create' | 'create name' | 'unlink name' | 'lookup name';
  readonly key: string;
  /** Of a name: the inode, 'ok', or why not. */
  readonly value: number | string;
  /** Who did it. */
  readonly process: string;
  readonly begunNs: number;
  readonly endedNs: number;
  /** 0: acknowledged. */
  readonly errno: number;
}

export interface Findings {
  readonly operations: number;
  readonly errors: number;
  readonly longestStallMs: number;
  readonly lost: number;
  readonly doubled: number;
  readonly stale: number;
  /** Registers, names and the log that no one order of what all mounts were told explains. */
  readonly notLinearizable: number;
}

/** Works on all mounts at once for a time, or until `over` if that is sooner. @returns every operation, of all. */
export async function work(
  mounts: ReadonlyMap<string, string>,
  seconds: number,
  over?: Promise<unknown>,
): Promise<Operation[]> {
  const names = [...mounts.keys()];
  const histories = await Promise.all(
    names.map((name, place) => {
      const peer = names[(place + 1) % names.length] ?? '';
      return workOn([mounts.get(name) ?? '', name, peer, String(seconds)], name, over);
    }),
  );
  return histories.flat();
}

async function workOn(
  words: readonly string[],
  name: string,
  over: Promise<unknown> | undefined,
): Promise<Operation[]> {
  const child = spawn('python3', [WORKER, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const end = (): unknown => child.stdin.end();
  void over?.then(end, end);
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  await once(child, 'close');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind, key, value, begunNs, endedNs, errno] = JSON.parse(line) as [
        Operation['kind'],
        string,
        number | string,
        number,
        number,
        number,
      ];
      return { kind, key, value, process: name, begunNs, endedNs, errno };
    });
}

/** The time that 99 of 100 operations begun in this span took at most. */
export function percentile99Ms(history: readonly Operation[], fromNs: number, toNs: number): number {
  const durationsNs = history
    .filter(({ begunNs }) => begunNs >= fromNs && begunNs < toNs)
    .map(({ begunNs, endedNs }) => endedNs - begunNs)
    .sort((a, b) => a - b);
  return (durationsNs[Math.floor(durationsNs.length * 0.99)] ?? Infinity) / NS_PER_MS;
}

/** Compares what was acknowledged with what `mount` shows now. */
export async function judge(history: readonly Operation[], mount: string): Promise<Findings> {
  const lines = (await readFile(join(mount, 'log'), 'utf8')).split('\n').slice(0, -1);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  let lost = 0;
  for (const operation of history) if (await isLost(operation, mount, counts)) lost++;
  const disorder = await disorderIn(history, mount, lines);
  for (const text of disorder) console.log(text);
  const durationsMs = history.map(({ begunNs, endedNs }) => (endedNs - begunNs) / NS_PER_MS);
  return {
    operations: history.length,
    errors: history.filter(({ errno }) => errno !== 0).length,
    longestStallMs: Math.round(Math.max(...durationsMs)),
    lost,
    doubled: [...counts.values()].filter((count) => count > 1).length,
    stale: staleReads(history),
    notLinearizable: disorder.length,
  };
}

async function isLost(operation: Operation, mount: string, lines: Map<string, number>): Promise<boolean> {
  const { kind, key, value, errno } = operation;
  if (errno !== 0) return false;
  if (kind === 'append') return !lines.has(`${key}-${String(value).padStart(8, '0')}`);
  if (kind !== 'create') return false;
  const text = await readFile(join(mount, `made-${key}-${value}`), 'utf8').catch(() => undefined);
  return text !== `${value}\n`;
}

const isShared = ({ key }: Operation): boolean => /^(shared|sized|page)-/.test(key);

/** A register with one writer only grows: a read that begins after a write was acknowledged may not show less. */
function staleReads(history: readonly Operation[]): number {
  const isAcknowledged = ({ errno }: Operation): boolean => errno === 0;
  const writes = history.filter((operation) => operation.kind === 'register' && isAcknowledged(operation));
  return history.filter((read) => {
    if (read.kind !== 'read' || isShared(read) || !isAcknowledged(read)) return false;
    return writes.some(
      (write) => write.key === read.key && write.endedNs < read.begunNs && write.value > read.value,
    );
  }).length;
}
