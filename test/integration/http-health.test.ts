import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';

const HAFS = fileURLToPath(new URL('../../bin/hafs.js', import.meta.url));
const HTTP = '127.0.0.1:24459';

const statusOf = async (path: string): Promise<number> => (await fetch(`http://${HTTP}${path}`)).status;

test('http: a lone node: is healthy and ready, and knows no other page', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hafs-http-'));
  const words = [
    HAFS,
    'server',
    '--data',
    join(directory, 'n'),
    '--listen',
    '127.0.0.1:24458',
    '--http',
    HTTP,
  ];
  const server = spawn(process.execPath, words, { stdio: 'ignore' });
  try {
    await eventually(async () => expect(await statusOf('/readyz')).toBe(200), 20_000);
    expect(await statusOf('/healthz')).toBe(200);
    expect(await statusOf('/anything')).toBe(404);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(directory, { recursive: true });
  }
});
