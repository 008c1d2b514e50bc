/**
 * Loaded into hafs's processes before anything else (`NODE_OPTIONS=--import`): notes when a request comes from the kernel or is
 * answered, when a message is handed to HTTP/2 or has come from it, and when LevelDB is given a batch or has written it.
 * One line each, `NANOSECONDS KIND DETAIL`, by the clock that all processes of a machine share; a file for each thread.
 */
import fs from 'node:fs';
import http2 from 'node:http2';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Duplex, Readable, Writable } from 'node:stream';
import { isMainThread, threadId } from 'node:worker_threads';
import { Level } from 'level';
import { NOTES_DIRECTORY_VARIABLE } from './note.js';

const NOTES_AT_ONCE = 256;
/** `fuse_in_header` and `fuse_out_header` of linux/fuse.h: where both have the request's number, and the former its kind. */
const UNIQUE_OFFSET = 8;
const OPCODE_OFFSET = 4;

const file = join(process.env[NOTES_DIRECTORY_VARIABLE] ?? '.', `${process.pid}-${threadId}`);
const lines: string[] = [];

function note(kind: string, detail: string): void {
  lines.push(`${process.hrtime.bigint()} ${kind} ${detail}\n`);
  if (lines.length === NOTES_AT_ONCE) write();
}

const write = (): void => fs.appendFileSync(file, lines.splice(0).join(''));

function watchDevice(): void {
  const { readSync, writevSync } = fs;
  fs.readSync = ((fd: number, into: Buffer, ...rest: []) => {
    const bytes = readSync(fd, into, ...rest);
    // Threads read nothing but the device.
    if (!isMainThread)
      note('asked', `${into.readBigUInt64LE(UNIQUE_OFFSET)} ${into.readUInt32LE(OPCODE_OFFSET)} ${bytes}`);
    return bytes;
  }) as typeof fs.readSync;
  fs.writevSync = ((fd: number, [head, ...more]: [Buffer, ...Buffer[]]) => {
    const unique = Buffer.from(head.buffer, head.byteOffset, head.byteLength).readBigUInt64LE(UNIQUE_OFFSET);
    const bytes = writevSync(fd, [head, ...more]);
    note('answered', `${unique}`);
    return bytes;
  }) as typeof fs.writevSync;
  syncBuiltinESMExports();
}

type Method = (this: object, ...words: unknown[]) => unknown;

/** Has a method of all objects of a class called by `around`. */
function intercept(
  prototype: object,
  name: string,
  around: (self: object, call: () => unknown) => unknown,
): void {
  const methods = prototype as Record<string, Method>;
  const inner = methods[name]!;
  methods[name] = function (...words) {
    return around(this, () => inner.apply(this, words));
  };
}

type Http2Stream = http2.ClientHttp2Stream & { servedPath?: string | undefined };

const isHttp2 = (stream: object): stream is Http2Stream => stream.constructor.name.endsWith('Http2Stream');

const methodOf = ({ servedPath, sentHeaders }: Http2Stream): string =>
  (servedPath ?? String(sentHeaders[':path'])).split('/').at(-1) ?? '';

function watchMessages(): void {
  const { createServer } = http2;
  http2.createServer = ((options: http2.ServerOptions) =>
    createServer(options).on('stream', (stream, headers) => {
      (stream as unknown as Http2Stream).servedPath = headers[':path'];
    })) as typeof http2.createServer;
  const noted = (kind: string) => (self: object, call: () => unknown) => {
    if (isHttp2(self)) note(kind, methodOf(self));
    return call();
  };
  intercept(Readable.prototype, 'push', noted('in'));
  intercept(Writable.prototype, 'write', noted('out'));
  // What a stream of both directions writes by is a copy of its own (stream.Duplex).
  intercept(Duplex.prototype, 'write', noted('out'));
}

function watchStore(): void {
  intercept(Level.prototype, 'batch', (_, call) => {
    note('store', '');
    const written = call() as Promise<void>;
    written.then(
      () => note('stored', ''),
      () => undefined,
    );
    return written;
  });
}

process.on('exit', write);
watchDevice();
watchMessages();
watchStore();
