import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpServer, json, plainText } from '../../src/runtime/http-server.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { fuzz } from './support/fuzz.js';
import { sayAndLeave } from './support/raw-connection.js';

const SIDE_BY_SIDE = 20;
const REQUESTS = [
  'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'HEAD /metrics?a=%00 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
  'POST /api/status HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 5\r\n\r\nhello',
  'GET /../../etc/passwd HTTP/1.0\r\n\r\n',
  'GET http://elsewhere/metrics HTTP/1.1\r\nhost: elsewhere\r\ntransfer-encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n',
  `GET /metrics HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
  'OPTIONS * HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
].map((text) => Buffer.from(text, 'latin1'));

let failures = 0;
const log = {
  ...silentLogger,
  error: () => {
    failures++;
  },
};
const routes = new Map([
  ['/', () => plainText('fine')],
  ['/metrics', () => json({ fine: true })],
]);
const server = new HttpServer(routes, log);
let port = 0;

beforeAll(async () => {
  port = await server.listen('127.0.0.1:0');
});
afterAll(() => server.close());

const inputFrom = (dice: Dice): Buffer => {
  const request = dice.pick(REQUESTS);
  return dice.isOneIn(10) ? request : damaged(request, dice, dice.pick(REQUESTS));
};

test('fuzz: the status page: whatever is said to it, it goes on answering others', async () => {
  const feed = async (dice: Dice): Promise<void> => {
    const inputs = Array.from({ length: SIDE_BY_SIDE }, () => [inputFrom(dice), inputFrom(dice)]);
    await Promise.all(inputs.map((parts) => sayAndLeave(port, parts)));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('fine\n');
  };
  // Each feed is 40 requests.
  await fuzz({ name: 'the status page, 40 requests each', share: 0.001, feed });
  expect(failures).toBe(0);
});
