/** What a request may carry at all: a net under the checks that each method makes of its own fields. */
import protobuf from 'protobufjs/minimal.js';
import { InvalidRequestError } from '../core/errors.js';
import { KIB, MESSAGE_BYTES_MAX } from '../core/limits.js';
import { LEASES_PER_MESSAGE_MAX } from '../core/touched.js';

/** Of one call that is not a stream: the largest makes a client with as many grants as it may have. */
const CALL_BYTES_MAX = 512 * KIB;
/** The longest is a path. */
const TEXT_LENGTH_MAX = 4_095;
/** A request for a certificate. */
const BYTES_MAX = 4 * KIB;
/** The longest lists are of grants, and of nodes. */
const LIST_LENGTH_MAX = 64;
const DEPTH_MAX = 3;

export interface RequestLimits {
  readonly bytesMax: number;
  /** Each costs memory, however small it is. */
  readonly fieldsMax: number;
}

export const CALL_LIMITS: RequestLimits = { bytesMax: CALL_BYTES_MAX, fieldsMax: 2 * LIST_LENGTH_MAX };
/** A pass for each lease that a client goes on with. */
export const STREAM_LIMITS: RequestLimits = {
  bytesMax: MESSAGE_BYTES_MAX,
  fieldsMax: LEASES_PER_MESSAGE_MAX + LIST_LENGTH_MAX,
};

/** Looks at the outermost fields before anything is made of them. @throws {InvalidRequestError} | {RangeError} */
export function refuseOutsized(bytes: Uint8Array, { bytesMax, fieldsMax }: RequestLimits): void {
  if (bytes.length > bytesMax)
    throw new InvalidRequestError(`${bytes.length} bytes, at most ${bytesMax} are allowed`);
  const reader = protobuf.Reader.create(bytes);
  for (let count = 0; reader.pos < reader.len; count++) {
    if (count === fieldsMax) throw new InvalidRequestError(`more than ${fieldsMax} fields`);
    reader.skipType(reader.uint32() & 7);
  }
}

/** @throws {InvalidRequestError} a text, a list or a number in it is beyond what any method takes. */
export function refuseUnbounded(value: unknown, depth = 0): void {
  if (typeof value === 'number') refuseNumber(value);
  else if (typeof value === 'string') refuseLonger('a text', value.length, TEXT_LENGTH_MAX);
  else if (value instanceof Uint8Array) refuseLonger('a byte string', value.length, BYTES_MAX);
  else if (typeof value === 'object' && value !== null) refuseFields(value, depth);
}

function refuseFields(value: object, depth: number): void {
  const fields: unknown[] = Object.values(value);
  refuseLonger('a list', fields.length, LIST_LENGTH_MAX);
  refuseLonger('the nesting', depth, DEPTH_MAX);
  for (const field of fields) refuseUnbounded(field, depth + 1);
}

function refuseNumber(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InvalidRequestError(`${value} is no number that can be reckoned with`);
}

function refuseLonger(what: string, length: number, lengthMax: number): void {
  if (length > lengthMax)
    throw new InvalidRequestError(`${what} of ${length}, at most ${lengthMax} are allowed`);
}
