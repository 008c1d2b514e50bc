/** What becomes of an operation that has not got its reply. Decided here, carried out by `courier.ts`. */
import {
  NotManagerError,
  OutcomeUnknownError,
  QuorumLostError,
  SessionExpiredError,
  UnreachableError,
  type HafsError,
} from '../core/errors.js';

export type Verdict =
  /** This is the answer: the caller hears it. */
  | 'final'
  /** Nothing was applied; the same manager may do it a little later. */
  | 'again'
  /** As `again`, but this try may have been applied. */
  | 'againInDoubt'
  /** Nothing was applied; another node is the manager. */
  | 'elsewhere'
  /** The session is over, for this operation and for all others. */
  | 'expired';

/** What the manager's refusal means for the operation. */
export function judgeFailure(error: HafsError): Verdict {
  if (error instanceof NotManagerError) return 'elsewhere';
  if (error instanceof QuorumLostError) return 'again';
  if (error instanceof OutcomeUnknownError) return 'againInDoubt';
  if (error instanceof SessionExpiredError) return 'expired';
  return 'final';
}

/** What the caller hears when the operation's time is over. `mayBeApplied` only ever holds for a mutation. */
export function errorAtTimeout(operation: {
  readonly kind: string;
  readonly mayBeApplied: boolean;
  readonly timeoutMs: number;
}): QuorumLostError | OutcomeUnknownError {
  const { kind, mayBeApplied, timeoutMs } = operation;
  if (mayBeApplied) return new OutcomeUnknownError(`no reply to ${kind} within ${timeoutMs} ms`);
  return new QuorumLostError(`no volume manager could do ${kind} within ${timeoutMs} ms`);
}

/** Whether `connectVolume` would hear the same again. */
export function isFinalWhenConnecting(error: HafsError): boolean {
  const verdict = judgeFailure(error);
  return verdict === 'expired' || (verdict === 'final' && !(error instanceof UnreachableError));
}
