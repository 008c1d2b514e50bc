import { expect, test } from 'vitest';
import { backoffMs, BACKOFF_MS_MAX, BACKOFF_MS_MIN } from '../../src/client/backoff.js';
import { errorAtTimeout, isFinalWhenConnecting, judgeFailure } from '../../src/client/verdict.js';
import {
  CorruptionError,
  FileError,
  InvalidRequestError,
  NotManagerError,
  OutcomeUnknownError,
  QuorumLostError,
  RefusedError,
  SessionExpiredError,
  UnreachableError,
} from '../../src/core/errors.js';

test.each([
  { error: new FileError('ENOENT'), want: 'final', whenConnecting: true },
  { error: new InvalidRequestError('bad'), want: 'final', whenConnecting: true },
  { error: new CorruptionError('bad'), want: 'final', whenConnecting: true },
  { error: new RefusedError('no'), want: 'final', whenConnecting: true },
  { error: new UnreachableError('gone'), want: 'final', whenConnecting: false },
  { error: new QuorumLostError('few'), want: 'again', whenConnecting: false },
  { error: new OutcomeUnknownError('lost'), want: 'againInDoubt', whenConnecting: false },
  { error: new NotManagerError('b:1'), want: 'elsewhere', whenConnecting: false },
  { error: new SessionExpiredError('old'), want: 'expired', whenConnecting: true },
])('verdict: $error.name is $want', ({ error, want, whenConnecting }) => {
  expect(judgeFailure(error)).toBe(want);
  expect(isFinalWhenConnecting(error)).toBe(whenConnecting);
});

test.each([
  { mayBeApplied: false, want: QuorumLostError },
  { mayBeApplied: true, want: OutcomeUnknownError },
])('verdict: time is up, may be applied $mayBeApplied: $want.name', ({ mayBeApplied, want }) => {
  expect(errorAtTimeout({ kind: 'make', mayBeApplied, timeoutMs: 10 })).toBeInstanceOf(want);
});

test.each([
  { attempt: 1, unit: 0.5, want: BACKOFF_MS_MIN },
  { attempt: 1, unit: 0, want: 0.75 * BACKOFF_MS_MIN },
  { attempt: 2, unit: 0.5, want: 1.5 * BACKOFF_MS_MIN },
  { attempt: 8, unit: 0.5, want: BACKOFF_MS_MAX },
  { attempt: 100_000, unit: 0.5, want: BACKOFF_MS_MAX },
])('backoff: attempt $attempt, chance $unit: $want ms', ({ attempt, unit, want }) => {
  expect(backoffMs(attempt, unit)).toBe(want);
});
