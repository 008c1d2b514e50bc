import { FileError, InvalidRequestError } from '../core/errors.js';
import type { Attr } from '../core/attr.js';
import type { Ino, SessionId } from '../core/ids.js';
import type { FileReply, OperationId } from '../core/operation.js';

/** A mutation that was applied. */
export interface Mutated {
  readonly reply: FileReply;
  /** What it has changed; not known any more when it was applied by an earlier try. */
  readonly changed?: readonly Ino[];
  /** What was changed is this now, as far as the reply does not say it. */
  readonly after?: readonly Attr[];
  /** What has not changed since may be cached (`Leases.grant`). */
  readonly mark?: number;
}

interface Call {
  readonly sequence: number;
  readonly mutated: Promise<Mutated>;
}

/**
 * The newest operation of each slot, as this manager knows it. A repetition joins the first one while that is under
 * way. A refusal leaves no trace in the volume, so it is remembered here: a copy of the request that comes late
 * must not do what its client was told is refused.
 */
export class SlotCalls {
  private readonly calls = new Map<SessionId, Map<number, Call>>();

  /** @throws {InvalidRequestError} when the slot has gone on to a newer operation; what `work` throws. */
  async run(id: OperationId, work: () => Promise<Mutated>): Promise<Mutated> {
    const slots = this.slotsOf(id.session);
    const newest = slots.get(id.slot);
    if (newest?.sequence === id.sequence) return newest.mutated;
    if (newest !== undefined && newest.sequence > id.sequence)
      throw new InvalidRequestError('the operation is older than the last of its slot');
    const call = { sequence: id.sequence, mutated: work() };
    slots.set(id.slot, call);
    const isForgotten = await call.mutated.then(
      () => true,
      (error: unknown) => !(error instanceof FileError),
    );
    // What was applied is told by the volume itself; what is in doubt may be tried again.
    if (isForgotten && slots.get(id.slot) === call) slots.delete(id.slot);
    return call.mutated;
  }

  forget(session: SessionId): void {
    this.calls.delete(session);
  }

  private slotsOf(session: SessionId): Map<number, Call> {
    const known = this.calls.get(session);
    if (known !== undefined) return known;
    const slots = new Map<number, Call>();
    this.calls.set(session, slots);
    return slots;
  }
}
