import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Volume } from '../../library/volume.js';
import { localLibraryVolume } from '../support/library-volume.js';

interface Example {
  readonly buildApp: (volume: Volume) => FastifyInstance;
}

let app: FastifyInstance;
let volume: Volume;

beforeEach(async () => {
  volume = localLibraryVolume();
  const place = new URL('../../examples/fastify-upload/app.js', import.meta.url).href;
  app = ((await import(place)) as Example).buildApp(volume);
});

afterEach(async () => {
  await app.close();
  await volume.close();
});

test('upload: a body of any kind: is in the volume, and comes back', async () => {
  const data = Buffer.alloc(3_000_001, 'upload');
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const put = await fetch(`${address}/files/a.bin`, {
    method: 'PUT',
    body: data,
    headers: { 'content-type': 'image/png' },
  });
  expect([put.status, await put.json()]).toEqual([201, { name: 'a.bin', bytes: data.length }]);
  expect(Buffer.compare(await volume.readFile('/uploads/a.bin'), data)).toBe(0);
  const got = await fetch(`${address}/files/a.bin`);
  expect(Buffer.compare(Buffer.from(await got.arrayBuffer()), data)).toBe(0);
  expect(await (await fetch(`${address}/files`)).json()).toEqual(['a.bin']);
  expect((await fetch(`${address}/files/a.bin`, { method: 'DELETE' })).status).toBe(204);
  expect((await fetch(`${address}/files/a.bin`)).status).toBe(404);
});

test('upload: it is cut off: nothing is left of it, and the old file is whole', async () => {
  await app.ready();
  await volume.writeFile('/uploads/a', 'old');
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from('half')),
    pull: (controller) => controller.error(new Error('cut off')),
  });
  const put = fetch(`${address}/files/a`, { method: 'PUT', body, duplex: 'half' });
  await expect(put).rejects.toThrow();
  await expect.poll(() => volume.readdir('/uploads')).toEqual(['a']);
  expect(await volume.readFile('/uploads/a', 'utf8')).toBe('old');
});

test.each(['..%2Fx', '.hidden', '%00'])('upload: the name %s: refused', async (name) => {
  const { statusCode } = await app.inject({ method: 'PUT', url: `/files/${name}`, payload: 'x' });
  expect(statusCode).toBe(400);
});
