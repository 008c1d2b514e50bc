import { test } from 'vitest';
import { decodeRequest } from '../../mount/protocol/decode-request.js';
import { encodeReply } from '../../mount/protocol/encode-reply.js';
import type { KernelRequest } from '../../mount/protocol/kernel-request.js';
import { OPCODE } from '../../mount/protocol/opcode.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { REQUEST, requestBytes } from '../support/fuse-messages.js';
import { KernelMock } from '../support/kernel-mock.js';
import { LocalVolume } from '../support/local-volume.js';
import { violations } from '../support/volume-checks.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { resultOrRefusal } from './support/expectations.js';
import { fuzz } from './support/fuzz.js';

const IN_HEADER_BYTES = 40;
const NODEID_OFFSET = 16;
const NODES = 12;
const INPUTS_PER_VOLUME = 2_000;
const ANSWER_MS_MAX = 10_000;
const OPCODES = Object.values(OPCODE);
const requests = Object.values(REQUEST).map(({ opcode, body }) => requestBytes(opcode, body));

/** A request of the kernel with something wrong behind its header, or in it. */
function inputFrom(dice: Dice): Uint8Array {
  const request = Buffer.from(dice.pick(requests));
  if (dice.isOneIn(3)) request.writeUInt32LE(dice.pick(OPCODES), 4);
  request.writeBigUInt64LE(BigInt(1 + dice.below(NODES)), NODEID_OFFSET);
  if (dice.isOneIn(8)) return damaged(request, dice, request);
  const body = request.subarray(IN_HEADER_BYTES);
  const changed = dice.isOneIn(4) ? body : damaged(body, dice, dice.pick(requests));
  const whole = Buffer.concat([request.subarray(0, IN_HEADER_BYTES), changed]);
  whole.writeUInt32LE(whole.length, 0);
  return whole;
}

function decoded(dice: Dice): KernelRequest | undefined {
  try {
    const message = decodeRequest(inputFrom(dice));
    return message.kind === 'request' ? message.request : undefined;
  } catch (error) {
    if (error instanceof InvalidRequestError) return undefined;
    throw error;
  }
}

test('fuzz: requests of the kernel: each is understood, or refused', async () => {
  const feed = (dice: Dice): void => {
    const input = inputFrom(dice);
    resultOrRefusal([InvalidRequestError], () => decodeRequest(input).kind);
  };
  await fuzz({ name: 'kernel requests', share: 1, feed });
});

interface Mounted {
  readonly volume: LocalVolume;
  readonly kernel: KernelMock;
}

function newMount(): Mounted {
  const clock = new SystemClock();
  const volume = new LocalVolume(clock);
  return { volume, kernel: new KernelMock(volume.connect(), clock) };
}

async function answered({ kernel }: Mounted, { header, body }: KernelRequest): Promise<void> {
  const id = kernel.send(header.nodeid, body);
  // Who waits for a lock of his own waits for ever, and is not answered before he gives up.
  if (body.kind === 'lock' && body.waits) return;
  const timer = { handle: undefined as NodeJS.Timeout | undefined };
  const silence = new Promise<undefined>((_, reject) => {
    timer.handle = setTimeout(() => reject(new Error(`no answer to ${body.kind}`)), ANSWER_MS_MAX);
  });
  const reply = await Promise.race([kernel.taken(id), silence]);
  clearTimeout(timer.handle);
  if (reply !== undefined && reply.kind !== 'none') encodeReply(header.unique, reply);
}

function assertWhole({ volume }: Mounted): void {
  const wrong = violations(volume.entries());
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

test('fuzz: requests of the kernel to a mount: each is answered, and the volume stays whole', async () => {
  let mounted = newMount();
  let count = 0;
  const feed = async (dice: Dice): Promise<void> => {
    const request = decoded(dice);
    if (request !== undefined) await answered(mounted, request);
    if (++count % INPUTS_PER_VOLUME !== 0) return;
    assertWhole(mounted);
    mounted = newMount();
  };
  await fuzz({ name: 'a mount', share: 0.5, feed });
  assertWhole(mounted);
});
