import { afterAll, beforeAll } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { shell } from './support/shell.js';
import { isLong, timed, Workplace } from './support/workplace.js';

/** How a program may write; `direct` is O_DIRECT. */
const WAYS = [
  { engine: 'psync', direct: 0, pattern: 'randwrite' },
  { engine: 'psync', direct: 1, pattern: 'randwrite' },
  { engine: 'libaio', direct: 1, pattern: 'randrw' },
  { engine: 'io_uring', direct: 0, pattern: 'randrw' },
  { engine: 'posixaio', direct: 0, pattern: 'write' },
  { engine: 'mmap', direct: 0, pattern: 'randwrite' },
];
const SIZE_MIB = isLong ? 256 : 8;

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
});
afterAll(() => place.close());

/** Every block carries its checksum and place; a second run reads them all through the other mount. */
async function writeAndVerify(name: string, way: (typeof WAYS)[number]): Promise<void> {
  const job = [
    `fio --name=${name} --size=${SIZE_MIB}m --bsrange=4k-128k --numjobs=2 --iodepth=8 --randseed=24`,
    `--verify=crc32c --verify_fatal=1 --rw=${way.pattern} --ioengine=${way.engine} --direct=${way.direct}`,
  ].join(' ');
  await shell(place.one, `${job} --do_verify=1 --end_fsync=1`);
  await shell(place.other, `${job} --verify_only`);
}

testMounted.each(WAYS)(
  'fio: $engine, $pattern, O_DIRECT $direct: every block is as written, on both mounts',
  async (way) => {
    const name = `${way.engine}-${way.direct}`;
    await timed(`fio ${name}`, writeAndVerify(name, way));
  },
);

testMounted('fio: the volume manager is killed meanwhile: every block is as written', async () => {
  const written = writeAndVerify('killed', { engine: 'psync', direct: 0, pattern: 'randwrite' });
  await timed('fio, manager killed', place.withManagerKilled(written));
});
