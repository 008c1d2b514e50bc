import { afterAll, beforeAll, expect, test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { Channel, type Trust } from '../../src/rpc/channel.js';
import { RpcServer } from '../../src/rpc/server.js';
import { FILE_METHODS, POOL_METHODS } from '../../src/rpc/services.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { issued, newAuthority } from '../support/identities.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { fuzz } from './support/fuzz.js';
import { sayAndLeave } from './support/raw-connection.js';

const SIDE_BY_SIDE = 20;
const CALL_TIMEOUT_MS = 10_000;
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
/** RFC 9113, section 6: DATA to CONTINUATION, and some that there are not. */
const FRAME_TYPES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255];

/** length:3 type:1 flags:1 stream:4 (RFC 9113, section 4.1). */
function frame(type: number, flags: number, stream: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(9);
  header.writeUIntBE(payload.length, 0, 3);
  header.writeUInt8(type, 3);
  header.writeUInt8(flags, 4);
  header.writeUInt32BE(stream >>> 0, 5);
  return Buffer.concat([header, payload]);
}

/** `:method POST`, `:scheme http`, `:path /hafs.v1.Pool/Identify`, `te trailers`, `content-type` (RFC 7541, literals). */
const HEADERS = Buffer.concat([
  Buffer.of(0x83, 0x86, 0x44, 22),
  Buffer.from('/hafs.v1.Pool/Identify'),
  ...['te', 'trailers', 'content-type', 'application/grpc'].map((text, place) =>
    Buffer.concat([Buffer.of(...(place % 2 === 0 ? [0, text.length] : [text.length])), Buffer.from(text)]),
  ),
]);
const CALL = [frame(4, 0, 0, Buffer.alloc(0)), frame(1, 4, 1, HEADERS), frame(0, 1, 1, Buffer.alloc(5))];

function framesFrom(dice: Dice): Buffer[] {
  const frames = CALL.map((one) => (dice.isOneIn(2) ? one : damaged(one, dice, dice.pick(CALL))));
  for (let left = dice.below(6); left > 0; left--) {
    const payload = dice.isOneIn(3) ? HEADERS : dice.bytes(dice.pick([0, 4, 5, 6, 8, 100, 20_000]));
    frames.splice(
      dice.below(frames.length + 1),
      0,
      frame(dice.pick(FRAME_TYPES), dice.below(256), dice.below(6), payload),
    );
  }
  return [dice.isOneIn(20) ? damaged(PREFACE, dice, PREFACE) : PREFACE, ...frames];
}

/** type:1 version:2 length:2 (RFC 8446, section 5.1); the handshake is a ClientHello cut short. */
function recordsFrom(dice: Dice): Buffer[] {
  const hello = Buffer.concat([
    Buffer.of(22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 3),
    dice.bytes(34),
    Buffer.from('000213010100', 'hex'),
  ]);
  const record = (): Buffer => {
    const payload = dice.bytes(dice.pick([0, 1, 50, 16_384, 17_000]));
    return Buffer.concat([
      Buffer.of(
        dice.pick([20, 21, 22, 23, 24, 128]),
        3,
        dice.below(5),
        payload.length >> 8,
        payload.length & 255,
      ),
      payload,
    ]);
  };
  return [
    dice.isOneIn(2) ? damaged(hello, dice, hello) : hello,
    ...Array.from({ length: dice.below(3) }, record),
  ];
}

interface Target {
  readonly rpc: RpcServer;
  readonly port: number;
  readonly channel: Channel;
}
const targets = new Map<string, Target>();

async function serving(rpc: RpcServer, trust?: Trust): Promise<Target> {
  rpc.unary(POOL_METHODS.Identify, () => Promise.resolve({ version: '1' }));
  rpc.stream(FILE_METHODS.Session, (call) => void call.on('error', () => undefined).resume());
  const port = await rpc.listen('127.0.0.1:0');
  return { rpc, port, channel: new Channel(`127.0.0.1:${port}`, trust) };
}

beforeAll(async () => {
  const authority = await newAuthority();
  const credential = await issued(authority, 'node');
  const guarding = { credential, clock: new SystemClock(), standing: () => 'good' as const };
  targets.set('plain', await serving(new RpcServer(silentLogger)));
  targets.set('TLS', await serving(new RpcServer(silentLogger, guarding), credential));
});
afterAll(() => {
  for (const { rpc, channel } of targets.values()) {
    channel.close();
    rpc.close();
  }
});

test.each([
  { kind: 'plain', what: 'HTTP/2 frames', inputFrom: framesFrom },
  { kind: 'TLS', what: 'TLS records', inputFrom: recordsFrom },
])('fuzz: $what to a server: whatever comes, others are served', async ({ kind, what, inputFrom }) => {
  const { port, channel } = defined(targets.get(kind));
  const feed = async (dice: Dice): Promise<void> => {
    const inputs = Array.from({ length: SIDE_BY_SIDE }, () => inputFrom(dice));
    await Promise.all(inputs.map((parts) => sayAndLeave(port, parts)));
    expect((await channel.call(POOL_METHODS.Identify, {}, CALL_TIMEOUT_MS)).version).toBe('1');
  };
  await fuzz({ name: `${what}, 20 connections each`, share: 0.001, feed });
});
