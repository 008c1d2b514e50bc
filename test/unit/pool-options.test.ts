import { expect, test } from 'vitest';
import { changedPoolOptions } from '../../brick/pool-options.js';
import { RefusedError } from '../../src/core/errors.js';

const set = (key: string, value: string) => changedPoolOptions({}, { key, value, reset: false });

test('pool options: a web address: is taken, and given up by a reset', () => {
  const options = set('webhook', 'https://h.example/x?y');
  expect(options).toEqual({ webhook: 'https://h.example/x?y' });
  expect(changedPoolOptions(options, { key: 'webhook', value: '', reset: true })).toEqual({});
});

test.each([
  { key: 'webhook', value: 'file:///etc/passwd' },
  { key: 'webhook', value: 'h.example' },
  { key: 'webhook', value: '' },
  { key: 'webhooks', value: 'http://h/' },
])('pool options: $key = "$value": is refused', ({ key, value }) => {
  expect(() => set(key, value)).toThrow(RefusedError);
});
