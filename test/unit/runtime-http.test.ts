import { expect, test } from 'vitest';
import { RefusedError } from '../../src/core/errors.js';
import { parseHttpAddress } from '../../src/runtime/http-server.js';

test.each([
  { text: '8080', host: '127.0.0.1', port: 8_080 },
  { text: ':8080', host: '127.0.0.1', port: 8_080 },
  { text: '0.0.0.0:80', host: '0.0.0.0', port: 80 },
  { text: 'n1.example:8080', host: 'n1.example', port: 8_080 },
  { text: '[::1]:8080', host: '::1', port: 8_080 },
])('http address: $text: is $host and $port', ({ text, host, port }) => {
  expect(parseHttpAddress(text)).toEqual({ host, port });
});

test.each(['', 'n1', 'n1:', 'n1:x', '70000', 'n1:123456'])('http address: "%s": is refused', (text) => {
  expect(() => parseHttpAddress(text)).toThrow(RefusedError);
});
