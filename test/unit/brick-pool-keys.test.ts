import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keySourceOf, type KeySource } from '../../brick/encryption/key-source.js';
import { newVolumeKey } from '../../brick/encryption/key-wrap.js';
import { PoolKeys } from '../../brick/encryption/pool-keys.js';
import { KeyUnavailableError, RefusedError } from '../../src/core/errors.js';
import { groupId } from '../../src/core/ids.js';

const OLD = '11'.repeat(32);
const NEW = '22'.repeat(32);
const GROUP = groupId('g1');

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-keys-'));
});

afterAll(() => rm(directory, { recursive: true }));

async function fileWith(text: string, mode = 0o600): Promise<string> {
  const path = join(directory, `${Buffer.from(text).toString('base64url').slice(-20)}.${mode}`);
  await writeFile(path, text, { mode });
  return path;
}

const keysIn = async (text: string): Promise<PoolKeys> =>
  new PoolKeys({ kind: 'file', path: await fileWith(text) });

test('pool keys: a wrapped key: is unwrapped by whoever has the pool key, in any place', async () => {
  const volumeKey = newVolumeKey();
  const wrapped = await (await keysIn(`${OLD}\n`)).wrap(GROUP, volumeKey);
  const rotated = await keysIn(`# of this year\n${NEW}\n\n${OLD}\n`);
  expect((await rotated.unwrap(GROUP, wrapped)).equals(volumeKey)).toBe(true);
  const again = await rotated.wrap(GROUP, volumeKey);
  expect(again.poolKey).not.toBe(wrapped.poolKey);
  expect((await (await keysIn(NEW)).unwrap(GROUP, again)).equals(volumeKey)).toBe(true);
});

test('pool keys: by a command: what it prints counts as a file does', async () => {
  const volumeKey = newVolumeKey();
  const wrapped = await (await keysIn(OLD)).wrap(GROUP, volumeKey);
  const keys = new PoolKeys({ kind: 'command', command: `echo ${NEW}; echo ${OLD}` });
  expect((await keys.unwrap(GROUP, wrapped)).equals(volumeKey)).toBe(true);
});

test('pool keys: another pool key: both are named by their fingerprints, and nothing is unwrapped', async () => {
  const wrapped = await (await keysIn(OLD)).wrap(GROUP, newVolumeKey());
  const other = await (await keysIn(NEW)).wrap(GROUP, newVolumeKey());
  const failure: unknown = await (await keysIn(NEW)).unwrap(GROUP, wrapped).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(KeyUnavailableError);
  expect((failure as Error).message).toContain(wrapped.poolKey);
  expect((failure as Error).message).toContain(other.poolKey);
});

test.each([
  { what: 'of another volume', group: groupId('g2'), at: undefined },
  { what: 'damaged', group: GROUP, at: 20 },
])('pool keys: a wrapped key $what: is not unwrapped', async ({ group, at }) => {
  const keys = await keysIn(OLD);
  const { wrapped, ...rest } = await keys.wrap(GROUP, newVolumeKey());
  if (at !== undefined) wrapped[at]! ^= 1;
  await expect(keys.unwrap(group, { ...rest, wrapped })).rejects.toThrow(KeyUnavailableError);
});

const SOURCES: readonly { what: string; source: () => Promise<KeySource>; why: RegExp }[] = [
  { what: 'no source', source: () => Promise.resolve({ kind: 'none' }), why: /--key-file/ },
  {
    what: 'no file',
    source: () => Promise.resolve({ kind: 'file', path: '/nowhere/key' }),
    why: /cannot read/,
  },
  {
    what: 'a file that others can read',
    source: async () => ({ kind: 'file', path: await fileWith(NEW, 0o644) }),
    why: /others can read/,
  },
  {
    what: 'a file without a key',
    source: async () => ({ kind: 'file', path: await fileWith('# none yet\n') }),
    why: /no key in/,
  },
  {
    what: 'a file with something else',
    source: async () => ({ kind: 'file', path: await fileWith(`${OLD}\nsecret words\n`) }),
    why: /64 hexadecimal digits/,
  },
  {
    what: 'a command that fails',
    source: () => Promise.resolve({ kind: 'command', command: `echo ${OLD} >&2; exit 3` }),
    why: /ended with 3/,
  },
];

test.each(SOURCES)('pool keys: $what: says so, and nothing of what was read', async ({ source, why }) => {
  const failure: unknown = await new PoolKeys(await source())
    .wrap(GROUP, newVolumeKey())
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(KeyUnavailableError);
  expect((failure as Error).message).toMatch(why);
  expect((failure as Error).message).not.toContain('1111');
  expect((failure as Error).message).not.toContain('secret');
});

test('pool keys: a file and a command: refused', () => {
  expect(() => keySourceOf('/etc/hafs/pool.key', 'echo')).toThrow(RefusedError);
});
