import type { BrickId } from '../../core/ids.js';
import type { KvSnapshot, KvStore } from '../../kv/kv-store.js';
import { AFTER_LAST_KEY, FIRST_REPLICATED_KEY } from './brick-records.js';
import { EntryDigest } from './range-digest.js';
import type { ChecksumMessage, ChecksumReply } from './replica-message.js';

/** Checksums kept for whoever asks; older ones go. */
const CHECKPOINTS_MAX = 4;

export interface BrickChecksum {
  readonly entries: number;
  /** Hexadecimal; empty while it is being computed. */
  readonly checksum: string;
  /** Why there is none, or empty. */
  readonly problem: string;
}

const COMPUTING: BrickChecksum = { entries: 0, checksum: '', problem: '' };

type Listener = (from: BrickId, reply: ChecksumReply) => void;

/** Checksums of this brick's whole replicated state at marked places in the order, and those of the others. */
export class Checkpoints {
  private readonly results = new Map<number, BrickChecksum>();
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly store: KvStore,
    private readonly send: (to: BrickId, message: ChecksumMessage) => void,
  ) {}

  receive(from: BrickId, message: ChecksumMessage): void {
    if (message.kind === 'checksumReply') {
      for (const listener of this.listeners) listener(from, message);
      return;
    }
    const { term, index } = message;
    const result = this.at(index) ?? { entries: 0, checksum: '', problem: 'it was not in sync' };
    this.send(from, { kind: 'checksumReply', term, index, ...result });
  }

  request(from: BrickId, term: number, index: number): void {
    this.send(from, { kind: 'checksumRequest', term, index });
  }

  /** @returns what ends the listening. */
  onReply(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Called when the store is exactly at `index`. The work goes on in the background. */
  take(index: number): void {
    this.results.set(index, COMPUTING);
    for (const old of this.results.keys()) if (this.results.size > CHECKPOINTS_MAX) this.results.delete(old);
    const snapshot = this.store.snapshot();
    void checksumOf(snapshot).then((result) => this.results.set(index, result));
  }

  /** @returns `undefined` when there is no such checkpoint here. */
  at(index: number): BrickChecksum | undefined {
    return this.results.get(index);
  }
}

async function checksumOf(snapshot: KvSnapshot): Promise<BrickChecksum> {
  const digest = new EntryDigest();
  try {
    const range = { from: FIRST_REPLICATED_KEY, to: AFTER_LAST_KEY };
    for await (const { key, value } of snapshot.scan(range)) digest.add(key, value);
    return { entries: digest.entries, checksum: digest.hexadecimal(), problem: '' };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { entries: digest.entries, checksum: '', problem };
  } finally {
    await snapshot.release();
  }
}
