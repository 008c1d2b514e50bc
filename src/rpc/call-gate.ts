import {
  ServerInterceptingCall,
  ServerListenerBuilder,
  ResponderBuilder,
  status,
  type ServerInterceptor,
  type StatusObject,
} from '@grpc/grpc-js';
import type { AuthContext } from '@grpc/grpc-js/build/src/auth-context.js';
import type { Clock } from '../runtime/clock.js';

/** Who has not said all of a call by then is answered that it is over: what was said is kept in memory until then. */
const REQUEST_MS_MAX = 15_000;

type Refusal = Pick<StatusObject, 'code' | 'details'>;

/** @returns why this caller may not, `undefined` if it may. */
export type Gate = (path: string, source: { getAuthContext(): AuthContext }) => Refusal | undefined;

/**
 * Looks at who calls before a byte of what he says is kept; grpc-js asks a method's handler only after it has all of the
 * request. Streams are handled as soon as they begin, and look for themselves.
 */
export function callGate(gate: Gate, clock: Pick<Clock, 'after'>): ServerInterceptor {
  return (method, call) => {
    // Returned as it is: a call in between would cost each message of a stream something.
    const untouched: unknown = call;
    if (method.requestStream) return untouched as ServerInterceptingCall;
    const late = clock.after(REQUEST_MS_MAX, () =>
      refuse({ code: status.DEADLINE_EXCEEDED, details: 'the request was not complete in time' }),
    );
    const refuse = (refusal: Refusal): void => {
      late.stop();
      guarded.sendStatus(refusal);
    };
    const listener = new ServerListenerBuilder()
      .withOnReceiveMetadata((metadata, next) => {
        const refusal = gate(method.path, call);
        if (refusal === undefined) next(metadata);
        else refuse(refusal);
      })
      .withOnReceiveHalfClose((next) => {
        late.stop();
        next();
      })
      .withOnCancel(() => late.stop())
      .build();
    const guarded = new ServerInterceptingCall(
      call,
      new ResponderBuilder().withStart((next) => next(listener)).build(),
    );
    return guarded;
  };
}
