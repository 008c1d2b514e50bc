import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientAdded } from '../../brick/identity/clients.js';
import { initPool } from '../../brick/identity/make-identity.js';
import { NodeIdentity } from '../../brick/identity/node-identity.js';
import { TokenBook, TOKEN_TTL_MS_MAX, TOKEN_TTL_MS_MIN } from '../../brick/identity/token-book.js';
import { AccessDeniedError, InvalidRequestError, RefusedError } from '../../src/core/errors.js';
import { writePrivate } from '../../src/rpc/identity/credential-file.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { SystemRandom, type Random } from '../../src/runtime/random.js';
import { EMPTY_CATALOGUE, type Catalogue } from '../../src/volume/catalogue.js';
import type { ClientRecord } from '../../src/volume/client-record.js';
import { Sessions } from '../../src/volume/sessions.js';
import { ManualClock } from '../support/manual-clock.js';

const DAY_MS = 86_400_000;
const CLIENTS_MAX = 1_000;
const TOKENS_MAX = 64;
const TTL_MS = 60_000;

let directory: string;
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'hafs-identity-records-'))));
afterEach(() => rm(directory, { recursive: true }));

const client = (name: string, change: Partial<ClientRecord> = {}): ClientRecord => ({
  ...{ id: name, name, grants: [], createdAtMs: 0, revokedAtMs: 0 },
  ...change,
});

const fullWith = (last: ClientRecord): Catalogue => ({
  ...EMPTY_CATALOGUE,
  clients: [...Array.from({ length: CLIENTS_MAX - 1 }, (_, place) => client(`c${place}`)), last],
});

test('clients: as many as a pool may have, one of them revoked long ago: its place is free again', () => {
  const full = fullWith(client('old', { revokedAtMs: DAY_MS }));
  const { edits } = clientAdded(full, client('new', { createdAtMs: 62 * DAY_MS }));
  expect(edits.map(({ value }) => value === undefined)).toEqual([false, true]);
});

test('clients: as many as a pool may have, one of them revoked lately: one more is refused', () => {
  const full = fullWith(client('lately', { revokedAtMs: 50 * DAY_MS }));
  expect(() => clientAdded(full, client('new', { createdAtMs: 62 * DAY_MS }))).toThrow(/at most 1000/);
});

const tokenBook = (): { readonly clock: ManualClock; readonly tokens: TokenBook } => {
  const clock = new ManualClock();
  return { clock, tokens: new TokenBook(clock, new SystemRandom()) };
};

test('tokens: before its time is over: good, once; at its end: void', async () => {
  const { clock, tokens } = tokenBook();
  const [first, second] = [tokens.make(TTL_MS), tokens.make(TTL_MS)];
  expect(first).not.toBe(second);
  await clock.advance(TTL_MS - 1);
  tokens.redeem(first);
  expect(() => tokens.redeem(first)).toThrow(AccessDeniedError);
  await clock.advance(1);
  expect(() => tokens.redeem(second)).toThrow(AccessDeniedError);
});

test.each([TOKEN_TTL_MS_MIN - 1, TOKEN_TTL_MS_MAX + 1, 0])('tokens: a life of %d ms: is refused', (ttlMs) => {
  expect(() => tokenBook().tokens.make(ttlMs)).toThrow(InvalidRequestError);
});

test.each([TOKEN_TTL_MS_MIN, TOKEN_TTL_MS_MAX])('tokens: a life of %d ms: is kept to', async (ttlMs) => {
  const { clock, tokens } = tokenBook();
  const [used, unused] = [tokens.make(ttlMs), tokens.make(ttlMs)];
  await clock.advance(ttlMs - 1);
  tokens.redeem(used);
  await clock.advance(1);
  expect(() => tokens.redeem(unused)).toThrow(AccessDeniedError);
});

test('tokens: 64 wait to be redeemed: another is refused until one is used or void', async () => {
  const { clock, tokens } = tokenBook();
  const made = Array.from({ length: TOKENS_MAX }, () => tokens.make(TTL_MS));
  expect(() => tokens.make(TTL_MS)).toThrow(RefusedError);
  tokens.redeem(made[0] ?? '');
  tokens.make(TTL_MS);
  expect(() => tokens.make(TTL_MS)).toThrow(RefusedError);
  await clock.advance(TTL_MS);
  expect(tokens.make(TTL_MS)).toMatch(/^[0-9a-f]{32}$/);
});

test('sessions: their ids: come from what nobody can guess', () => {
  const guessed: Random = { unit: () => 0.5, id: () => 'fedcba9876543210' };
  expect(new Sessions(new ManualClock(), guessed).chooseId()).toBe(0xfedcba9876543 + 1);
});

const makePool = () => initPool(directory, { clock: new SystemClock(), random: new SystemRandom() });

test.each(['authority.pem', 'authority.key', 'node.pem'])(
  'identity: without its %s: it is refused, and does not count as none',
  async (name) => {
    await makePool();
    expect(await NodeIdentity.load(directory)).toBeDefined();
    await unlink(join(directory, 'identity', name));
    await expect(NodeIdentity.load(directory)).rejects.toThrow(RefusedError);
  },
);

test('identity: made only in part: "pool init" makes it whole', async () => {
  await makePool();
  await unlink(join(directory, 'identity', 'authority.pem'));
  await makePool();
  expect(await NodeIdentity.load(directory)).toBeDefined();
  await expect(makePool()).rejects.toThrow(/has an identity already/);
});

test.each(['no directory', 'an empty directory'])('identity: %s: there is none', async (what) => {
  if (what === 'an empty directory') await mkdir(join(directory, 'identity'));
  expect(await NodeIdentity.load(directory)).toBeUndefined();
});

test('secret file: a link waits under the name of its draft: nothing is written behind it', async () => {
  const bait = join(directory, 'bait');
  await writeFile(bait, 'mine');
  await symlink(bait, join(directory, `key.pem.${process.pid}.new`));
  await writePrivate(join(directory, 'key.pem'), 'secret');
  expect(await readFile(bait, 'utf8')).toBe('mine');
  expect((await stat(join(directory, 'key.pem'))).mode & 0o777).toBe(0o600);
});

test('secret file: it cannot take its place: no draft is left', async () => {
  await mkdir(join(directory, 'key.pem', 'full'), { recursive: true });
  await expect(writePrivate(join(directory, 'key.pem'), 'secret')).rejects.toThrow(RefusedError);
  expect(await readdir(directory)).toEqual(['key.pem']);
});
