/** What the probe has noted (probe.ts). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names the directory that the notes go to. */
export const NOTES_DIRECTORY_VARIABLE = 'HAFS_STAGE_NOTES';

/** `METHOD` of a gRPC service: `in Session` is a client's message that has come, or the manager's. */
export type Event = 'in Session' | 'out Session' | 'in Link' | 'out Link' | 'store' | 'stored';

/** A request of the kernel, from when it was read to when its answer was written. */
export interface Asked {
  readonly opcode: number;
  /** With its headers. */
  readonly bytes: number;
  readonly fromNs: bigint;
  readonly toNs: bigint;
}

/** What happened in one process, each kind in order of time. */
export class ProcessNotes {
  readonly asked: Asked[] = [];
  private readonly times = new Map<string, bigint[]>();

  /** @param lines of all its threads. */
  constructor(lines: readonly string[]) {
    const open = new Map<string, Omit<Asked, 'toNs'>>();
    const inOrder = lines.map((line) => line.trim().split(' ')).sort(byTime);
    for (const [time = '', kind = '', detail = '', opcode, bytes] of inOrder) {
      const atNs = BigInt(time);
      const asked = open.get(detail);
      if (kind === 'asked') open.set(detail, { opcode: Number(opcode), bytes: Number(bytes), fromNs: atNs });
      else if (kind !== 'answered') this.add(`${kind} ${detail}`.trim(), atNs);
      else if (asked !== undefined) this.asked.push({ ...asked, toNs: atNs });
    }
  }

  /** @returns when it last happened, at that time or before; `undefined`: it had not. */
  last(event: Event, atNs: bigint): bigint | undefined {
    const times = this.times.get(event) ?? [];
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= atNs) low = middle + 1;
      else high = middle;
    }
    return times[low - 1];
  }

  count(event: Event): number {
    return this.times.get(event)?.length ?? 0;
  }

  private add(event: string, atNs: bigint): void {
    const times = this.times.get(event);
    if (times === undefined) this.times.set(event, [atNs]);
    else times.push(atNs);
  }
}

const byTime = ([one = '']: string[], [other = '']: string[]): number =>
  BigInt(one) < BigInt(other) ? -1 : 1;

/** @returns the notes of each process, by its number. */
export async function readNotes(directory: string): Promise<Map<number, ProcessNotes>> {
  const lines = new Map<number, string[]>();
  for (const name of await readdir(directory)) {
    const pid = Number(name.split('-')[0]);
    const text = await readFile(join(directory, name), 'utf8');
    // A process that was ended may have left half a line.
    const whole = text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .slice(0, -1);
    lines.set(pid, [...(lines.get(pid) ?? []), ...whole]);
  }
  return new Map([...lines].map(([pid, own]) => [pid, new ProcessNotes(own)]));
}
