/** The top of a mount, as users other than root see it: its ACL is asked for once, and a new one is heeded at once. */
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMountTable } from '../../mount/mount-table.js';
import { Anchor, clearDeadAnchors } from '../../mount/transport/anchor.js';
import { mountDevice } from '../../mount/transport/kernel-mount.js';
import { defined } from '../../src/core/assert.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { eventually } from '../support/eventually.js';
import { describeWithFuse, shell, tryShell } from '../support/mount-fixture.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 21_811;
const METRICS = '127.0.0.1:21819';
const WITHIN_MS = 60_000;
const LOOKS = 50;
const CLOCK = new SystemClock();
/** Of a name, as www-data. */
const AS_USER = 'setpriv --reuid=33 --regid=33 --clear-groups';

const describe = await describeWithFuse();

describe('the top of a mount', () => {
  let scratch = '';
  let nodes: Nodes;
  let here = '';
  let there = '';

  const ok = async (...words: string[]): Promise<string> => {
    const { status, out, err } = await nodes.hafs(...words);
    if (status !== 0) throw new Error(err);
    return out;
  };
  const mount = async (name: string, ...options: string[]): Promise<string> => {
    const directory = join(scratch, name);
    await mkdir(directory);
    await ok('mount', `${nodes.address(1)}:/www`, directory, ...options);
    return directory;
  };

  beforeAll(async () => {
    // Another user must get there.
    scratch = await mkdtemp(join(tmpdir(), 'hafs-top-'));
    await shell(`chmod 755 ${scratch}`);
    nodes = await startNodes(3, scratch, BASE_PORT);
    const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(scratch, `brick${node}`)}`);
    await ok('volume', 'create', 'www', 'replica', '3', ...bricks);
    await ok('volume', 'start', 'www');
    await eventually(async () => {
      await ok('fs', 'mkdir', 'www:/site');
    }, WITHIN_MS);
    here = await mount('here', '-o', `metrics=${METRICS}`);
    there = await mount('there');
    await shell(`chmod 755 ${there} && echo hello > ${there}/site/index.html && chmod 644 ${there}/site/*`);
  });

  afterAll(async () => {
    for (const directory of [here, there].filter((place) => place !== ''))
      await nodes.hafs('umount', directory);
    await nodes.stop();
    await rm(scratch, { recursive: true });
  });

  const aclsAsked = async (): Promise<number> => {
    const page = await (await fetch(`http://${METRICS}/metrics`)).text();
    return Number(/^hafs_mount_request_seconds_count\{request="getxattr"\} (\d+)$/m.exec(page)?.[1] ?? 0);
  };

  test('mount: another user looks at a file again and again: the ACL of the top is asked for a few times at most', async () => {
    const look = `${AS_USER} sh -c 'for i in $(seq ${LOOKS}); do cat ${here}/site/index.html; done'`;
    await shell(look);
    const before = await aclsAsked();
    await shell(look);
    expect((await aclsAsked()) - before).toBeLessThan(LOOKS / 5);
  });

  test('mount: an ACL is set on the top through another mount: is heeded at once, and so is its end', async () => {
    const look = `${AS_USER} cat ${here}/site/index.html`;
    for (let round = 0; round < 5; round++) {
      expect(await shell(look)).toBe('hello');
      await shell(`setfacl -m u:33:--- ${there}`);
      expect((await tryShell(look)).stderr).toContain('Permission denied');
      await shell(`setfacl -b ${there}`);
    }
    await shell(`chmod 700 ${there}`);
    expect((await tryShell(look)).stderr).toContain('Permission denied');
    await shell(`chmod 755 ${there}`);
    expect(await shell(look)).toBe('hello');
  });

  test('anchor: prepared: only root gets to it; cleared: nothing is left', async () => {
    const anchor = defined(await Anchor.prepare('/srv', CLOCK));
    expect((await stat(dirname(anchor.hidden))).mode & 0o777).toBe(0o700);
    expect((await tryShell(`${AS_USER} ls ${anchor.hidden}`)).stderr).toContain('Permission denied');
    expect(await anchor.clear()).toBeUndefined();
    await expect(stat(dirname(anchor.hidden))).rejects.toThrow('ENOENT');
  });

  test('anchor: the process was killed before the mount was shown: the next one takes it away', async () => {
    const { hidden } = defined(await Anchor.prepare('/srv', CLOCK));
    const fd = openSync('/dev/fuse', 'r+');
    await mountDevice(fd, { source: 'dead', directory: hidden, options: [] }, CLOCK);
    closeSync(fd);
    await clearDeadAnchors(CLOCK);
    expect((await readMountTable()).filter(({ mountPoint }) => mountPoint === hidden)).toEqual([]);
    await expect(stat(dirname(hidden))).rejects.toThrow('ENOENT');
  });

  test('mount: the top has number 1, is in the mount table once, and is its own way up', async () => {
    const entries = (await readMountTable()).filter(({ mountPoint }) => mountPoint === here);
    expect(entries).toHaveLength(1);
    const again = (await readMountTable()).filter(({ device }) => device === entries[0]?.device);
    expect(again).toEqual(entries);
    expect(await shell(`stat -c %i . && stat -c %i site/.. && ls -aid . && pwd -P`, here)).toBe(
      ['1', '1', '1 .', here].join('\n'),
    );
    expect(await shell(`ls -ai1 | sed -n 1p`, here)).toMatch(/^\s*1 \.$/);
  });
});
