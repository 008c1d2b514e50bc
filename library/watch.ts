/** What changes in a directory, or of a file, whoever changes it. */
import { posix } from 'node:path';
import type { Ino } from '../src/core/ids.js';
import type { Clock } from '../src/runtime/clock.js';
import { told } from './node-error.js';
import { WatchedTree, type Snapshot, type WatchedTreeDeps } from './watched-tree.js';

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

export interface WatchDeps extends WatchedTreeDeps {
  readonly bell: ChangeBell;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

export interface Watched {
  readonly ino: Ino;
  readonly path: string;
  readonly isDirectory: boolean;
  /** The directories below it as well. */
  readonly isRecursive: boolean;
}

/**
 * Looks whenever the bell rings, and tells what is not as it was. Every look takes the leases anew, so that no change
 * after it goes unnoticed; several changes between two looks are told as one.
 */
export async function* changesOf(deps: WatchDeps, watched: Watched): AsyncGenerator<VolumeChange> {
  const { tree, leasedAttr, bell, clock, signal } = deps;
  const directory = new WatchedTree(deps, watched.isRecursive);
  const look = (): Promise<Snapshot> =>
    told({ syscall: 'watch', path: watched.path }, async () =>
      watched.isDirectory
        ? directory.look(watched.ino)
        : new Map([[posix.basename(watched.path), await tree.getAttr(watched.ino)]]),
    );
  const alarm = new Alarm(bell, clock, signal);
  try {
    let before = await look();
    for (;;) {
      const isRung = await alarm.next();
      if (alarm.isOver) break;
      const inos = [watched.ino, ...[...before.values()].map(({ ino }) => ino)];
      if (!isRung && inos.every((ino) => leasedAttr(ino) !== undefined)) continue;
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
