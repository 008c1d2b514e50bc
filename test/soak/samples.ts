/** What a process holds on to, seen from outside and as its own /metrics has it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { MIB } from '../../src/core/limits.js';

const ASK_MS_MAX = 5_000;
const run = promisify(execFile);

export interface Subject {
  readonly name: string;
  /** HOST:PORT of its metrics. */
  readonly http: string;
  /** Of its LevelDB databases; a mount has none. */
  readonly directories: readonly string[];
  /** It is never killed on purpose, so that what it holds can be followed from beginning to end. */
  readonly isSteady: boolean;
}

export const MEASURES = ['rss MiB', 'heap MiB', 'fds', 'handles', 'timers', 'disk MiB'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Sample {
  readonly subject: string;
  readonly atSeconds: number;
  readonly values: Readonly<Record<Measure, number>>;
}

/** @returns `undefined` while it does not answer. */
export async function sample(subject: Subject, atSeconds: number): Promise<Sample | undefined> {
  try {
    const response = await fetch(`http://${subject.http}/metrics`, {
      signal: AbortSignal.timeout(ASK_MS_MAX),
    });
    const text = await response.text();
    const values = {
      'rss MiB': metric(text, 'process_resident_memory_bytes') / MIB,
      'heap MiB': metric(text, 'nodejs_heap_size_used_bytes') / MIB,
      fds: metric(text, 'process_open_fds'),
      handles: metric(text, 'nodejs_active_handles_total'),
      timers: metric(text, 'nodejs_active_resources{type="Timeout"}'),
      'disk MiB': await diskMib(subject.directories),
    };
    return { subject: subject.name, atSeconds, values };
  } catch {
    return undefined;
  }
}

function metric(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}

/** Files come and go while they are counted: what du complains about is gone. */
async function diskMib(directories: readonly string[]): Promise<number> {
  if (directories.length === 0) return 0;
  const { stdout } = await run('sh', ['-c', 'du -scm -- "$@" 2>/dev/null || true', 'sh', ...directories]);
  return Number(/(\d+)\s+total/.exec(stdout)?.[1] ?? 0);
}
