import { afterEach, beforeEach, expect, test } from 'vitest';
import { passKeyOf, type VolumeAccess } from '../../brick/identity/volume-access.js';
import { AccessDeniedError } from '../../src/core/errors.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { PassOffice } from '../../src/rpc/identity/pass-office.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { HostileClient } from '../fuzz/support/hostile-client.js';
import { LoneManager } from '../fuzz/support/lone-manager.js';

const KEEP_ALIVES_MAX = 64;
const { INVALID, ACCESS_DENIED } = wire.Failure.Reason;
const WHOLE: VolumeAccess = { owner: 'client/c', isReadOnly: false };
const PART: VolumeAccess = {
  ...WHOLE,
  confinement: { directory: '/', passes: new PassOffice(passKeyOf('k'), 's') },
};

let lone: LoneManager;
let client: HostileClient;

beforeEach(async () => {
  lone = await LoneManager.start();
  client = new HostileClient(lone.serving, (volume) => {
    if (volume === 'none') throw new AccessDeniedError('this credential is not for volume none');
    return volume === 'part' ? PART : WHOLE;
  });
});
afterEach(() => lone.stop());

const ask = (request: hafs.v1.IFileRequest) => client.ask(new wire.FileRequest(request));
const opening = (volume: string): hafs.v1.IFileRequest => ({ open: { volume, client: 'test' } });
const lookUp: hafs.v1.IFileRequest = { lookup: { parent: 1, name: Buffer.from('.') } };

test('session: a second one on the same stream: refused, and the first one goes on with its own rights', async () => {
  await ask(opening('whole'));
  expect(await ask(opening('part'))).toMatchObject({ failure: { reason: INVALID } });
  const reply = await ask(lookUp);
  expect(reply?.entry?.attr?.ino).toBe(1);
  expect(reply?.passes).toBeUndefined();
});

test('session: two that are opened at once on one stream: the second is refused', async () => {
  const [first, second] = await Promise.all([ask(opening('whole')), ask(opening('part'))]);
  expect(first?.opened).toBeTruthy();
  expect(second).toMatchObject({ failure: { reason: INVALID } });
});

test('session: one that is refused: leaves nothing behind, and another one can be opened', async () => {
  expect(await ask(opening('none'))).toMatchObject({ failure: { reason: ACCESS_DENIED } });
  expect(await ask({ close: {} })).toMatchObject({ failure: { reason: INVALID } });
  expect((await ask(opening('whole')))?.opened).toBeTruthy();
});

test('session: more keep-alives at once than any client sends: refused', async () => {
  await ask(opening('whole'));
  const replies = await Promise.all(
    Array.from({ length: KEEP_ALIVES_MAX + 1 }, () => ask({ keepAlive: { returned: [] } })),
  );
  expect(replies.filter((reply) => reply?.alive).length).toBe(KEEP_ALIVES_MAX);
  expect(replies.at(-1)).toMatchObject({ failure: { reason: INVALID } });
});

test('session: once it was asked to close: nothing more is done on its stream, not even to close it again', async () => {
  await ask(opening('whole'));
  const [closed, ...after] = await Promise.all([ask({ close: {} }), ask(lookUp), ask({ close: {} })]);
  expect(closed?.failure).toBeFalsy();
  for (const reply of [...after, await ask({ keepAlive: {} })])
    expect(reply).toMatchObject({ failure: { reason: INVALID } });
});

test('session: answers to recalls that no client gives: the first one ends the stream, and is the only one in the log', async () => {
  const lines: string[] = [];
  const log = { ...silentLogger, warn: (event: string) => void lines.push(event) };
  const hostile = new HostileClient(lone.serving, () => WHOLE, { log });
  await hostile.ask(new wire.FileRequest({ open: { volume: 'whole', client: 'test', caches: true } }));
  for (let count = 0; count < 3; count++)
    await hostile.ask(new wire.FileRequest({ recalled: { recall: -1 } }));
  expect({ lines, isEnded: hostile.isEnded }).toEqual({ lines: ['file.bad_recall_answer'], isEnded: true });
});
