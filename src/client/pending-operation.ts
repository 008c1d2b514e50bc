import { isQuery, type FileOperation } from '../core/operation.js';
import type { Timer } from '../runtime/clock.js';
import { operationToWire } from '../rpc/operation-codec.js';
import type { hafs } from '../rpc/wire.js';
import type { SessionStream } from './session-stream.js';
import type { SlotUse } from './slots.js';

/** One operation from `execute` to its outcome, however often it has to be sent. */
export class PendingOperation {
  readonly isMutation: boolean;
  /** Bytes of file data that it carries. */
  readonly dataBytes: number;
  /** Mutations, once they are admitted: stays the same in every try. */
  use: SlotUse | undefined;
  /** The stream that owes an answer. */
  sentOn: SessionStream | undefined;
  /** Admission knows it. */
  isEntered = false;
  attemptCount = 0;
  /** Runs while it rests before another try. */
  retry: Timer | undefined;
  private isInDoubt = false;

  constructor(readonly operation: FileOperation) {
    this.isMutation = !isQuery(operation);
    this.dataBytes = operation.kind === 'write' ? operation.data.length : 0;
  }

  /** Whether one of the tries so far may have changed the volume. */
  get mayBeApplied(): boolean {
    return this.isMutation && (this.isInDoubt || this.sentOn !== undefined);
  }

  /** The last try had no answer, or the manager itself does not know. */
  doubt(): void {
    this.isInDoubt = true;
    this.sentOn = undefined;
  }

  toWire(): hafs.v1.IFileRequest {
    return { ...operationToWire(this.operation), ...this.use };
  }
}
