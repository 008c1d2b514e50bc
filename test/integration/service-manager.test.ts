import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { hafs } from '../support/nodes.js';

const HAFS = fileURLToPath(new URL('../../bin/hafs.js', import.meta.url));
const ADDRESS = '127.0.0.1:22131';
/** Prints what comes, and closes what is handed over with it: systemd-notify waits for that. */
const LISTENER = `
import array, os, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print("listening", flush=True)
while True:
    data, control, _, _ = s.recvmsg(4096, 4096)
    for _, _, fds in control:
        for fd in array.array("i", fds[: len(fds) // 4 * 4]): os.close(fd)
    print(" ".join(data.decode().split("\\n")), flush=True)
`;

const hasNotify = spawnSync('systemd-notify', ['--version']).status === 0;
const testWithNotify = hasNotify || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

let directory: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-notify-'));
});

afterAll(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  await rm(directory, { recursive: true });
});

testWithNotify('service: a node: ready once it answers, stopping before it ends', async () => {
  const socket = join(directory, 'notify');
  const listener = spawn('python3', ['-c', LISTENER, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(listener);
  let heard = '';
  listener.stdout.on('data', (text: Buffer) => (heard += text.toString()));
  await eventually(() => expect(heard).toContain('listening'));
  const words = [HAFS, 'server', '--data', join(directory, 'data'), '--listen', ADDRESS];
  const server = spawn(process.execPath, words, {
    stdio: 'ignore',
    env: { ...process.env, NOTIFY_SOCKET: socket },
  });
  children.push(server);
  await eventually(() => expect(heard).toContain('READY=1'), 20_000);
  expect(heard).toContain(`MAINPID=${server.pid}`);
  expect((await hafs('--server', ADDRESS, 'peer', 'status')).status).toBe(0);
  expect(heard).not.toContain('STOPPING=1');
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(heard).toContain('STOPPING=1');
});
