/** Uploads go straight to a volume, piece by piece, and are served from there. */
import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fastify from 'fastify';

const UPLOAD_BYTES_MAX = 1024 ** 3;
const ROOT = '/uploads';

/**
 * PUT /files/NAME takes a body of any kind, GET and DELETE do what they say, GET /files lists.
 * @param {import('hafs').Volume} volume
 */
export function buildApp(volume) {
  const app = fastify({ bodyLimit: UPLOAD_BYTES_MAX });
  // The body stays a stream: nothing is held in memory, and the volume's pace is the upload's.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.setErrorHandler((error, _request, reply) => reply.code(statusOf(error)).send({ error: error.message }));
  app.addHook('onReady', async () => {
    await volume.mkdir(ROOT, { recursive: true });
  });

  app.put('/files/:name', (request, reply) => upload(volume, request, reply));
  app.get('/files', async () => (await volume.readdir(ROOT)).filter((name) => !name.startsWith('.')));
  app.get('/files/:name', async (request, reply) => {
    const path = pathOf(request.params.name);
    const { size } = await volume.stat(path);
    return reply
      .type('application/octet-stream')
      .header('content-length', size)
      .send(volume.createReadStream(path));
  });
  app.delete('/files/:name', async (request, reply) => {
    await volume.unlink(pathOf(request.params.name));
    return reply.code(204).send();
  });
  return app;
}

/** Under a name of its own first: whoever reads sees the old file or the new one, never half of it. */
async function upload(volume, request, reply) {
  const path = pathOf(request.params.name);
  const draft = posix.join(ROOT, `.${randomUUID()}`);
  try {
    const out = volume.createWriteStream(draft, { flags: 'wx' });
    await pipeline(request.body ?? [], out);
    await volume.rename(draft, path);
    return await reply.code(201).send({ name: request.params.name, bytes: out.bytesWritten });
  } catch (error) {
    await volume.rm(draft, { force: true });
    throw error;
  }
}

function pathOf(name) {
  if (name === '' || name.startsWith('.') || name.includes('/') || name.includes('\0'))
    throw Object.assign(new Error(`"${name}" is no name for a file`), { code: 'EINVAL' });
  return posix.join(ROOT, name);
}

/** No majority of bricks, or no answer: whoever asks may try again. */
function statusOf(error) {
  if (error.statusCode !== undefined) return error.statusCode;
  switch (error.code) {
    case 'ENOENT':
      return 404;
    case 'EINVAL':
    case 'ENAMETOOLONG':
      return 400;
    case 'ENOSPC':
      return 507;
    case 'EROFS':
    case 'ENOTCONN':
      return 503;
    default:
      return 500;
  }
}
