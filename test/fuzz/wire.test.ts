import fc from 'fast-check';
import { test } from 'vitest';
import { HafsError, InvalidRequestError } from '../../src/core/errors.js';
import { leasedOf } from '../../src/rpc/lease-codec.js';
import { operationFromWire, operationToWire } from '../../src/rpc/operation-codec.js';
import { replyFromWire, replyToWire } from '../../src/rpc/reply-codec.js';
import * as services from '../../src/rpc/services.js';
import type { Method } from '../../src/rpc/services.js';
import { wire } from '../../src/rpc/wire.js';
import { envelopeFromWire, envelopeToWire } from '../../src/volume/replica-codec.js';
import { envelope } from '../support/replica-arbitraries.js';
import { operation, reply } from '../support/wire-arbitraries.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { assertSane, resultOrRefusal } from './support/expectations.js';
import { fuzz, fuzzSeed } from './support/fuzz.js';
import { randomMessage } from './support/random-protobuf.js';

const SAMPLES = 400;
const TEXTS = ['www', '127.0.0.1:24100', '', '/srv/brick', 'n1', '\0', '../..'];

/** Half of them damaged messages, half of them of no schema at all. */
const inputFrom =
  (samples: readonly Uint8Array[]) =>
  (dice: Dice): Buffer =>
    dice.isOneIn(2) ? randomMessage(dice, TEXTS) : damaged(dice.pick(samples), dice, dice.pick(samples));

const samplesOf = <T>(arbitrary: fc.Arbitrary<T>, encode: (value: T) => Uint8Array): Uint8Array[] =>
  fc.sample(arbitrary, { numRuns: SAMPLES, seed: fuzzSeed }).map(encode);

/** What is not even protobuf never reaches hafs: gRPC ends the call. */
function decodedOr<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

const requests = inputFrom(
  samplesOf(operation, (value) => wire.FileRequest.encode(operationToWire(value)).finish()),
);
const replies = inputFrom(samplesOf(reply, (value) => wire.FileResponse.encode(replyToWire(value)).finish()));
const links = inputFrom(
  samplesOf(envelope, (value) => wire.LinkMessage.encode(envelopeToWire(value)).finish()),
);

test('fuzz: requests of clients: each is an operation, or refused', async () => {
  const feed = (dice: Dice): void => {
    const request = decodedOr(() => wire.FileRequest.decode(requests(dice)));
    if (request !== undefined) resultOrRefusal([InvalidRequestError], () => operationFromWire(request));
  };
  await fuzz({ name: 'requests', share: 1, feed });
});

test('fuzz: answers of volume managers: each is a reply, or an error of ours', async () => {
  const feed = (dice: Dice): void => {
    const response = decodedOr(() => wire.FileResponse.decode(replies(dice)));
    if (response === undefined) return;
    resultOrRefusal([HafsError], () => replyFromWire(response));
    resultOrRefusal([HafsError], () => leasedOf(response, true));
  };
  await fuzz({ name: 'replies', share: 1, feed });
});

test('fuzz: messages between bricks: each is understood, or refused', async () => {
  const feed = (dice: Dice): void => {
    const message = decodedOr(() => wire.LinkMessage.decode(links(dice)));
    if (message !== undefined) resultOrRefusal([InvalidRequestError], () => envelopeFromWire(message));
  };
  await fuzz({ name: 'brick messages', share: 1, feed });
});

test('fuzz: messages of every other method: are decoded, or refused', async () => {
  const methods = Object.values(services)
    .flatMap((service) => Object.values(service) as unknown as Method<object, object, object, object>[])
    .filter(({ path }) => typeof path === 'string');
  const feed = (dice: Dice): void => {
    const method = dice.pick(methods);
    const bytes = randomMessage(dice, TEXTS);
    const request = decodedOr(() => method.requestDeserialize(bytes));
    if (request !== undefined) method.requestSerialize(request);
    const response = decodedOr(() => method.responseDeserialize(bytes));
    if (response !== undefined) assertSane(method.responseSerialize(response).length);
  };
  await fuzz({ name: 'other messages', share: 1, feed });
});
