/** What a request may carry at all: a net under the checks that each method makes of its own fields. */
import protobuf from 'protobufjs/minimal.js';
import { InvalidRequestError } from '../core/errors.js';
import { KIB, MESSAGE_BYTES_MAX, PATHS_MAX } from '../core/limits.js';
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
/** Of a request that lists no leases; the longest names a symbolic link's target. */
const OPERATION_PARTS_MAX = 8 * KIB;

export interface RequestLimits {
  readonly bytesMax: number;
  /** Each costs memory, however small it is. */
  readonly fieldsMax: number;
  /** Of each list in it, once it is decoded; streams look for themselves. */
  readonly listLengthMax: number;
  /** What is in its fields, where they are messages; calls are too small to do harm by that. */
  readonly inner?: InnerLimits;
}

interface InnerLimits {
  /** Of all fields together: what they consist of, and the numbers in lists. Each takes time and memory to decode. */
  readonly partsMax: number;
  /** By number of field, the one in it that holds bytes as they are: they are not parts, for nothing is made of them. */
  readonly byteStrings: ReadonlyMap<number, number>;
}

export const CALL_LIMITS: RequestLimits = {
  bytesMax: CALL_BYTES_MAX,
  fieldsMax: 2 * LIST_LENGTH_MAX,
  listLengthMax: LIST_LENGTH_MAX,
};
export const PATHS_LIMITS: RequestLimits = {
  bytesMax: CALL_BYTES_MAX,
  fieldsMax: PATHS_MAX + LIST_LENGTH_MAX,
  listLengthMax: PATHS_MAX,
};
/** What nodes say to each other: who is one may do worse. */
export const LINK_LIMITS: RequestLimits = {
  bytesMax: MESSAGE_BYTES_MAX,
  fieldsMax: LIST_LENGTH_MAX,
  listLengthMax: LIST_LENGTH_MAX,
};
/** A client goes on with as many leases as it may have: each is a number, and a pass of two fields. */
export const SESSION_LIMITS: RequestLimits = {
  bytesMax: MESSAGE_BYTES_MAX,
  fieldsMax: LEASES_PER_MESSAGE_MAX + LIST_LENGTH_MAX,
  listLengthMax: LEASES_PER_MESSAGE_MAX,
  inner: {
    partsMax: 3 * LEASES_PER_MESSAGE_MAX + OPERATION_PARTS_MAX,
    // `data` of `write`, `value` of `setxattr`, `seal` of one of `passes`.
    byteStrings: new Map([
      [26, 4],
      [27, 3],
      [60, 2],
    ]),
  },
};

/** As protobuf has it: its length, and then so many bytes. */
const DELIMITED = 2;
/** A byte of a number that is as large as this is not its last. */
const GOES_ON = 0x80;

/** Looks at the fields before anything is made of them. @throws {InvalidRequestError} | {RangeError} */
export function refuseOutsized(bytes: Uint8Array, { bytesMax, fieldsMax, inner }: RequestLimits): void {
  if (bytes.length > bytesMax)
    throw new InvalidRequestError(`${bytes.length} bytes, at most ${bytesMax} are allowed`);
  const reader = protobuf.Reader.create(bytes);
  let partCount = 0;
  for (let count = 0; reader.pos < reader.len; count++) {
    if (count === fieldsMax) throw new InvalidRequestError(`more than ${fieldsMax} fields`);
    const tag = reader.uint32();
    if (inner === undefined || (tag & 7) !== DELIMITED) reader.skipType(tag & 7);
    else partCount += partsOf(reader, inner.byteStrings.get(tag >>> 3));
    if (inner !== undefined && partCount > inner.partsMax)
      throw new InvalidRequestError(`more than ${inner.partsMax} fields and numbers in lists`);
  }
}

/** @returns at least as many as decoding the field that begins here will make, however deep in it they are. */
function partsOf(reader: protobuf.Reader, byteString: number | undefined): number {
  if (byteString === undefined) return numbersIn(reader.bytes());
  const lengthBytes = reader.uint32();
  const end = reader.pos + lengthBytes;
  let count = 0;
  while (reader.pos < end) {
    const tag = reader.uint32();
    count++;
    if ((tag & 7) !== DELIMITED || tag >>> 3 === byteString) reader.skipType(tag & 7);
    else count += numbersIn(reader.bytes());
  }
  if (reader.pos > end) throw new InvalidRequestError('a field reaches beyond the message that it is in');
  return count;
}

/** Every field begins with a number, and the last byte of each is such a one: there is not more of either. */
function numbersIn(bytes: Uint8Array): number {
  let count = 0;
  // By place: an iterator takes three times as long, and a message may have 8 MiB.
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? GOES_ON) < GOES_ON) count++;
  return count;
}

/** @throws {InvalidRequestError} a text, a list or a number in it is beyond what this method takes. */
export function refuseUnbounded(value: unknown, listLengthMax: number, depth = 0): void {
  if (typeof value === 'number') refuseNumber(value);
  else if (typeof value === 'string') refuseLonger('a text', value.length, TEXT_LENGTH_MAX);
  else if (value instanceof Uint8Array) refuseLonger('a byte string', value.length, BYTES_MAX);
  else if (typeof value === 'object' && value !== null) refuseFields(value, listLengthMax, depth);
}

function refuseFields(value: object, listLengthMax: number, depth: number): void {
  const fields: unknown[] = Object.values(value);
  refuseLonger('a list', fields.length, listLengthMax);
  refuseLonger('the nesting', depth, DEPTH_MAX);
  for (const field of fields) refuseUnbounded(field, listLengthMax, depth + 1);
}

function refuseNumber(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InvalidRequestError(`${value} is no number that can be reckoned with`);
}

function refuseLonger(what: string, length: number, lengthMax: number): void {
  if (length > lengthMax)
    throw new InvalidRequestError(`${what} of ${length}, at most ${lengthMax} are allowed`);
}
