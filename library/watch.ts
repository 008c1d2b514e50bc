/** What changes in a directory, or of a file, whoever changes it. */
import type { Attr } from '../src/core/attr.js';
import type { Ino } from '../src/core/ids.js';
import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import { nameText } from '../src/client/tree/byte-path.js';
import type { Clock } from '../src/runtime/clock.js';

/** As `fs.promises.watch` tells it: `rename` for a name that came, went or stands for something else. */
export interface VolumeChange {
  readonly eventType: 'rename' | 'change';
  readonly filename: string;
}

/** Without a lease nobody tells us of a change, so that we look by ourselves. */
const LOOK_INTERVAL_MS = 1_000;

/** Rings when something that this client had been told may be so no longer. */
export class ChangeBell {
  private readonly listeners = new Set<() => void>();

  ring(): void {
    for (const listener of this.listeners) listener();
  }

  /** @returns what ends it. */
  onRing(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

export interface WatchDeps {
  readonly tree: VolumeTree;
  readonly bell: ChangeBell;
  /** Whether a change of any of them would be told. */
  readonly isLeased: (inos: readonly Ino[]) => boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

type Snapshot = ReadonlyMap<string, Attr>;

/**
 * Looks whenever the bell rings, and tells what is not as it was. Every look takes the leases anew, so that no change
 * after it goes unnoticed; several changes between two looks are told as one.
 */
export async function* changesOf(
  { tree, bell, isLeased, clock, signal }: WatchDeps,
  watched: { readonly ino: Ino; readonly name: string; readonly isDirectory: boolean },
): AsyncGenerator<VolumeChange> {
  const look = (): Promise<Snapshot> =>
    watched.isDirectory ? snapshotOf(tree, watched.ino) : fileSnapshot(tree, watched.ino, watched.name);
  const alarm = new Alarm(bell, clock, signal);
  try {
    let before = await look();
    for (;;) {
      const isRung = await alarm.next();
      if (alarm.isOver) break;
      const inos = [watched.ino, ...[...before.values()].map(({ ino }) => ino)];
      if (!isRung && isLeased(inos)) continue;
      const after = await look();
      yield* differences(before, after);
      before = after;
    }
  } finally {
    alarm.stop();
  }
  signal?.throwIfAborted();
}

/** Goes off when the bell has rung since the last time, after a while, and at the end. */
class Alarm {
  readonly stop: () => void;
  private isRung = false;
  private wake: () => void = () => undefined;

  constructor(
    bell: ChangeBell,
    private readonly clock: Clock,
    private readonly signal: AbortSignal | undefined,
  ) {
    const abort = (): void => this.wake();
    signal?.addEventListener('abort', abort);
    const stopListening = bell.onRing(() => {
      this.isRung = true;
      this.wake();
    });
    this.stop = () => {
      stopListening();
      signal?.removeEventListener('abort', abort);
    };
  }

  get isOver(): boolean {
    return this.signal?.aborted === true;
  }

  /** @returns whether the bell has rung. */
  async next(): Promise<boolean> {
    if (!this.isRung && !this.isOver) {
      const timer = this.clock.after(LOOK_INTERVAL_MS, () => this.wake());
      await new Promise<void>((resolve) => (this.wake = resolve));
      timer.stop();
    }
    const wasRung = this.isRung;
    this.isRung = false;
    return wasRung;
  }
}

async function snapshotOf(tree: VolumeTree, directory: Ino): Promise<Snapshot> {
  await tree.getAttr(directory); // For its lease: an empty listing brings none.
  const entries = new Map<string, Attr>();
  for await (const { name, attr } of tree.list(directory)) entries.set(nameText(name), attr);
  return entries;
}

const fileSnapshot = async (tree: VolumeTree, ino: Ino, name: string): Promise<Snapshot> =>
  new Map([[name, await tree.getAttr(ino)]]);

export function differences(before: Snapshot, after: Snapshot): VolumeChange[] {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const renamed = [...after].filter(([name, { ino }]) => before.get(name)?.ino !== ino);
  const changed = [...after].filter(([name, { ino, version }]) => {
    const old = before.get(name);
    return old?.ino === ino && old.version !== version;
  });
  return [
    ...gone.map((filename) => ({ eventType: 'rename' as const, filename })),
    ...renamed.map(([filename]) => ({ eventType: 'rename' as const, filename })),
    ...changed.map(([filename]) => ({ eventType: 'change' as const, filename })),
  ];
}
