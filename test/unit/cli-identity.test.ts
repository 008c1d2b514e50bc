import { expect, test } from 'vitest';
import { tokenText } from '../../src/rpc/identity/token.js';
import { runCli } from '../support/cli-run.js';

const join = (input: string) =>
  runCli(['pool', 'join', '--data', '/nonexistent/data', '--token-file', '-'], { input });

test('pool join: a token on standard input: is taken', async () => {
  const token = tokenText({ address: 'n1:24100', fingerprint: 'a'.repeat(64), secret: 'b'.repeat(32) });
  // The played program refuses whoever has got as far as that.
  expect((await join(`${token}\n`)).err).toBe('pool join: failed: no pool here\n');
});

test('pool join: something else on standard input: is refused', async () => {
  const { status, err } = await join('hello\n');
  expect(status).toBe(1);
  expect(err).toContain('this is no token');
});
