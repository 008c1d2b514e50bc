import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERRNO, type Errno } from '../../src/core/errno.js';
import {
  CorruptionError,
  FileError,
  HafsError,
  InvalidRequestError,
  NotManagerError,
  OutcomeUnknownError,
  QuorumLostError,
  SessionExpiredError,
} from '../../src/core/errors.js';
import { operationFromWire, operationToWire } from '../../src/rpc/operation-codec.js';
import { failureFromWire, failureToWire, replyFromWire, replyToWire } from '../../src/rpc/reply-codec.js';
import { wire } from '../../src/rpc/wire.js';
import { envelopeFromWire, envelopeToWire } from '../../src/volume/replica-codec.js';
import { comparable } from '../support/comparable.js';
import { envelope } from '../support/replica-arbitraries.js';
import { operation, reply } from '../support/wire-arbitraries.js';

const RUNS = { numRuns: 1_000 };

test('prop: operation: over the wire and back: is the same', () => {
  const roundTrip = fc.property(operation, (sent) => {
    const bytes = wire.FileRequest.encode(operationToWire(sent)).finish();
    expect(comparable(operationFromWire(wire.FileRequest.decode(bytes)))).toEqual(comparable(sent));
  });
  fc.assert(roundTrip, RUNS);
});

test('prop: reply: over the wire and back: is the same', () => {
  const roundTrip = fc.property(reply, (sent) => {
    const bytes = wire.FileResponse.encode(replyToWire(sent)).finish();
    expect(comparable(replyFromWire(wire.FileResponse.decode(bytes)))).toEqual(comparable(sent));
  });
  fc.assert(roundTrip, RUNS);
});

const message = fc.string({ maxLength: 50 });
const failure = fc.oneof(
  fc
    .tuple(fc.constantFrom(...(Object.keys(ERRNO) as Errno[])), message)
    .map(([errno, what]) => new FileError(errno, what)),
  fc.option(message, { nil: undefined }).map((manager) => new NotManagerError(manager)),
  message.map((what) => new QuorumLostError(what)),
  message.map((what) => new SessionExpiredError(what)),
  message.map((what) => new InvalidRequestError(what)),
  message.map((what) => new CorruptionError(what)),
  message.map((what) => new OutcomeUnknownError(what)),
);

test('prop: failure: over the wire and back: is of the same class and errno', () => {
  const roundTrip = fc.property(failure, (sent) => {
    const bytes = wire.Failure.encode(failureToWire(sent, (brick) => `${brick}:1`)).finish();
    const received = failureFromWire(wire.Failure.decode(bytes));
    expect(received.constructor).toBe(sent.constructor);
    expect({ code: received.code, errno: received.errno }).toEqual({ code: sent.code, errno: sent.errno });
    if (sent instanceof NotManagerError && sent.manager !== undefined) {
      expect(received).toMatchObject({ manager: `${sent.manager}:1` });
    }
  });
  fc.assert(roundTrip, RUNS);
});

test('prop: replica message: over the wire and back: is the same', () => {
  const roundTrip = fc.property(envelope, (sent) => {
    const bytes = wire.LinkMessage.encode(envelopeToWire(sent)).finish();
    expect(comparable(envelopeFromWire(wire.LinkMessage.decode(bytes)))).toEqual(comparable(sent));
  });
  fc.assert(roundTrip, RUNS);
});

type Decoder = (bytes: Uint8Array) => unknown;

const DECODERS: readonly {
  what: string;
  decode: Decoder;
  parse: Decoder;
  valid: fc.Arbitrary<Uint8Array>;
}[] = [
  {
    what: 'request',
    decode: (bytes) => wire.FileRequest.decode(bytes),
    parse: (bytes) => operationFromWire(wire.FileRequest.decode(bytes)),
    valid: operation.map((sent) => wire.FileRequest.encode(operationToWire(sent)).finish()),
  },
  {
    what: 'reply',
    decode: (bytes) => wire.FileResponse.decode(bytes),
    parse: (bytes) => replyFromWire(wire.FileResponse.decode(bytes)),
    valid: reply.map((sent) => wire.FileResponse.encode(replyToWire(sent)).finish()),
  },
  {
    what: 'replica message',
    decode: (bytes) => wire.LinkMessage.decode(bytes),
    parse: (bytes) => envelopeFromWire(wire.LinkMessage.decode(bytes)),
    valid: envelope.map((sent) => wire.LinkMessage.encode(envelopeToWire(sent)).finish()),
  },
];

/** A few bytes changed, removed or added: most of the message still makes sense. */
const mutations = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat({ max: 255 }),
    cut: fc.nat({ max: 2 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutated(
  bytes: Uint8Array,
  changes: readonly { at: number; byte: number; cut: number }[],
): Uint8Array {
  const list = [...bytes];
  for (const { at, byte, cut } of changes) list.splice(Math.floor(at * list.length), cut, byte);
  return Uint8Array.from(list);
}

/** Numbers that no honest peer sends, and the core cannot reckon with. */
function expectSane(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const field of Object.values(value)) expectSane(field);
  }
}

test.each(DECODERS)(
  'prop: $what: of any bytes: is a sane value, or refused as invalid',
  ({ what, decode, parse, valid }) => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.tuple(valid, mutations).map(([bytes, changes]) => mutated(bytes, changes)),
    );
    const isHandled = fc.property(any, (bytes) => {
      try {
        decode(bytes);
      } catch {
        return; // Not even protobuf: the stream is ended by grpc.
      }
      try {
        expectSane(parse(bytes));
      } catch (error) {
        // A reply may be a failure of any class.
        expect(error).toBeInstanceOf(what === 'reply' ? HafsError : InvalidRequestError);
      }
    });
    fc.assert(isHandled, { numRuns: 5_000 });
  },
);

/** Tags that begin a group in a group in a group …: the classic way to exhaust a parser's stack. */
test.each(DECODERS)('rpc: $what nested without end: is refused, not a crash of the process', ({ decode }) => {
  for (const tag of [0x0b, 0xa3]) {
    const nested = Buffer.alloc(1_000_000, tag === 0x0b ? Buffer.of(0x0b) : Buffer.of(0xa3, 0x06));
    expect(() => decode(nested)).toThrow(Error);
  }
});
