/** Promises of open files and streams, for whoever has the shape of Node's. */
import { once } from 'node:events';
import type nodeFs from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FilesUnderTest } from './file-calls.js';

export interface StreamsUnderTest extends FilesUnderTest {
  readonly streams: Pick<typeof nodeFs, 'createReadStream' | 'createWriteStream'>;
  readonly stop: () => Promise<void>;
}

const MIB = 1024 * 1024;

export function describeFileHandles(name: string, start: () => Promise<StreamsUnderTest>): void {
  let under: StreamsUnderTest;
  const path = (file: string): string => `${under.root}/${file}`;
  const content = (file: string): Promise<string> => under.files.readFile(path(file), 'utf8');

  beforeEach(async () => {
    under = await start();
  });
  afterEach(() => under.stop());

  test(`${name}: open w+: written and read where one stands, and elsewhere`, async () => {
    const file = await under.files.open(path('f'), 'w+');
    expect(await file.write('hello world')).toMatchObject({ bytesWritten: 11, buffer: 'hello world' });
    expect((await file.read(Buffer.alloc(5), 0, 5, 6)).buffer.toString()).toBe('world');
    expect(await file.read(Buffer.alloc(5), 0, 5, null)).toMatchObject({ bytesRead: 0 });
    await file.write(Buffer.from('HELLO'), 0, 5, 0);
    await file.write('!');
    await file.truncate(8);
    await file.sync();
    await file.datasync();
    expect((await file.stat()).size).toBe(8);
    await file.close();
    expect(await content('f')).toBe('HELLO wo');
  });

  test(`${name}: open a: what is written goes to the end, wherever that is by now`, async () => {
    await under.files.writeFile(path('log'), 'one\n');
    const [first, second] = [
      await under.files.open(path('log'), 'a'),
      await under.files.open(path('log'), 'a'),
    ];
    await first.write('two\n');
    await second.appendFile('three\n');
    await first.write(Buffer.from('four\n'), 0, 5, 0);
    await Promise.all([first.close(), second.close()]);
    expect(await content('log')).toBe('one\ntwo\nthree\nfour\n');
  });

  test(`${name}: readFile, readv, writev: from where one stands`, async () => {
    const file = await under.files.open(path('v'), 'w+');
    expect(await file.writev([Buffer.from('ab'), Buffer.from('cd')])).toMatchObject({ bytesWritten: 4 });
    const buffers = [Buffer.alloc(1), Buffer.alloc(2)];
    expect(await file.readv(buffers, 0)).toMatchObject({ bytesRead: 3 });
    expect(Buffer.concat(buffers).toString()).toBe('abc');
    expect(await file.readFile('utf8')).toBe('');
    await file.close();
    const again = await under.files.open(path('v'));
    await again.read(Buffer.alloc(1), 0, 1, null);
    expect((await again.readFile()).toString()).toBe('bcd');
    await again.close();
  });

  test(`${name}: reading what is open for writing, writing what is open for reading: EBADF`, async () => {
    const writing = await under.files.open(path('f'), 'w');
    await expect(writing.read(Buffer.alloc(1), 0, 1, 0)).rejects.toMatchObject({
      code: 'EBADF',
      syscall: 'read',
    });
    await writing.close();
    const reading = await under.files.open(path('f'), 'r');
    await expect(reading.write('x')).rejects.toMatchObject({ code: 'EBADF', syscall: 'write' });
    await expect(reading.truncate(1)).rejects.toMatchObject({ code: 'EINVAL', syscall: 'ftruncate' });
    await reading.close();
    await expect(reading.stat()).rejects.toMatchObject({ code: 'EBADF' });
  });

  test(`${name}: the last name is removed: what is open stays readable and writable`, async () => {
    await under.files.writeFile(path('gone'), 'still there');
    const file = await under.files.open(path('gone'), 'r+');
    await under.files.unlink(path('gone'));
    // Longer than it takes until what nobody holds is given up.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await file.write('STILL', 0);
    expect((await file.read(Buffer.alloc(11), 0, 11, 0)).buffer.toString()).toBe('STILL there');
    expect((await file.stat()).nlink).toBe(0);
    await file.close();
    await expect(content('gone')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test(`${name}: several MiB: come back as they were written`, async () => {
    const data = Buffer.alloc(3 * MIB + 17, 'hafs');
    await under.files.writeFile(path('big'), data);
    expect(Buffer.compare(await under.files.readFile(path('big')), data)).toBe(0);
    await under.files.copyFile(path('big'), path('copy'));
    expect(Buffer.compare(await under.files.readFile(path('copy')), data)).toBe(0);
  });

  test(`${name}: writeFile: takes what comes piece by piece`, async () => {
    await under.files.writeFile(path('pieces'), Readable.from(['a', 'b', 'c']));
    expect(await content('pieces')).toBe('abc');
  });

  test(`${name}: streams: a file goes through them as it is`, async () => {
    const data = Buffer.alloc(2 * MIB + 3, 'stream');
    await under.files.writeFile(path('from'), data);
    const reading = under.streams.createReadStream(path('from'));
    const opened = once(reading, 'open');
    const writing = under.streams.createWriteStream(path('to'));
    await pipeline(reading, writing);
    expect(await opened).toEqual([expect.any(Number)]);
    expect(reading.bytesRead).toBe(data.length);
    expect(writing.bytesWritten).toBe(data.length);
    expect(Buffer.compare(await under.files.readFile(path('to')), data)).toBe(0);
  });

  test.each([
    { options: { start: 2, end: 4 }, want: '234' },
    { options: { start: 7 }, want: '789' },
    { options: { end: 1 }, want: '01' },
    { options: { highWaterMark: 3 }, want: '0123456789' },
  ])(`${name}: createReadStream: $options: $want`, async ({ options, want }) => {
    await under.files.writeFile(path('digits'), '0123456789');
    expect(await text(under.streams.createReadStream(path('digits'), options))).toBe(want);
  });

  test(`${name}: createWriteStream: in the midst, and at the end`, async () => {
    await under.files.writeFile(path('digits'), '0123456789');
    await pipeline(
      Readable.from(['ab', 'c']),
      under.streams.createWriteStream(path('digits'), { flags: 'r+', start: 2 }),
    );
    await pipeline(Readable.from(['!']), under.streams.createWriteStream(path('digits'), { flags: 'a' }));
    expect(await content('digits')).toBe('01abc56789!');
  });

  test(`${name}: createReadStream: there is no such file: 'error', as open refuses it`, async () => {
    const [error] = (await once(under.streams.createReadStream(path('nothing')), 'error')) as [
      NodeJS.ErrnoException,
    ];
    expect(error).toMatchObject({ code: 'ENOENT', syscall: 'open', path: path('nothing') });
  });

  test(`${name}: opendir: each entry once, and nothing more after the last`, async () => {
    await under.files.mkdir(path('d'));
    for (const file of ['a', 'b']) await under.files.writeFile(path(`d/${file}`), '');
    const names: string[] = [];
    for await (const entry of await under.files.opendir(path('d'))) names.push(entry.name);
    expect(names.sort()).toEqual(['a', 'b']);
    const directory = await under.files.opendir(path('d'));
    expect((await directory.read())?.isFile()).toBe(true);
    await directory.close();
  });

  test(`${name}: utimes: kept, also as bigint`, async () => {
    await under.files.writeFile(path('f'), '');
    await under.files.utimes(path('f'), 1_000.25, new Date(1_600_000_000_125));
    const { atimeMs, mtime } = await under.files.stat(path('f'));
    expect([atimeMs, mtime.getTime()]).toEqual([1_000_250, 1_600_000_000_125]);
    expect((await under.files.stat(path('f'), { bigint: true })).mtimeNs / 1_000_000n).toBe(
      1_600_000_000_125n,
    );
  });
}
