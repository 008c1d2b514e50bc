/** `npm run bench:stages`: microseconds per stage of a creation, of a small and of a large write, by one thread. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tableText } from '../../../src/cli/output.js';
import { OPCODE } from '../../../mount/protocol/opcode.js';
import { run } from '../command.js';
import { Driver } from '../driver.js';
import { DEFAULT_DIRECTORY, placesBelow, type Places } from '../places.js';
import { cpuSecondsOf } from '../process-figures.js';
import { Session } from '../session.js';
import { HafsSide } from '../sides/hafs-side.js';
import { measureFloor } from './floor.js';
import { NOTES_DIRECTORY_VARIABLE, readNotes, type Asked } from './note.js';
import { rolesOf, stageTimes, type StageTimes } from './stages.js';

/** V8 has optimised what there is to optimise by then. */
const WARM_UP_SECONDS = 30;
const SECONDS = 20;
const LARGE_WRITES = 512;
const FILES_MAX = 1_000_000;
const LARGE_BYTES_MIN = 1_000_000;

const isSmallWrite = ({ opcode, bytes }: Asked): boolean =>
  opcode === OPCODE.WRITE && bytes < LARGE_BYTES_MIN;
const isLargeWrite = ({ opcode, bytes }: Asked): boolean =>
  opcode === OPCODE.WRITE && bytes >= LARGE_BYTES_MIN;

async function work(side: HafsSide, places: Places): Promise<void> {
  const driver = await Driver.compile(join(places.tools, 'driver'));
  const mount = await side.mount(0);
  const directory = join(mount, 'stages');
  await mkdir(directory);
  await driver.run('create', { directory, files: FILES_MAX, seconds: WARM_UP_SECONDS });
  const before = await cpuOf(side);
  const made = await driver.run('create', {
    directory,
    files: FILES_MAX,
    first: FILES_MAX,
    seconds: SECONDS,
  });
  const after = await cpuOf(side);
  console.log(
    `create+write+close 4 KiB: ${made.perSecond.toFixed(0)}/s, half of them within ${made.p50Us.toFixed(0)} µs`,
  );
  for (const [pid, seconds] of after) {
    const us = ((seconds - (before.get(pid) ?? 0)) / made.operations) * 1e6;
    console.log(`process ${pid}: ${us.toFixed(0)} µs of processor time for each of ${made.operations}`);
  }
  await run('dd', 'if=/dev/zero', `of=${join(directory, 'large')}`, 'bs=1M', `count=${LARGE_WRITES}`);
}

async function cpuOf(side: HafsSide): Promise<Map<number, number>> {
  const pids = await side.processes();
  return new Map(await Promise.all(pids.map(async (pid) => [pid, await cpuSecondsOf(pid)] as const)));
}

function print(title: string, { stages, wholeUs, ownStoreUs, count }: StageTimes): void {
  const rows = stages.map((stage) => [stage.title, stage.medianUs.toFixed(0)]);
  const last = [
    [`all of it (${count} of them)`, wholeUs.toFixed(0)],
    ["the manager's own LevelDB, meanwhile", ownStoreUs.toFixed(0)],
  ];
  console.log(`\n${tableText([{ head: title }, { head: 'µs', align: 'right' }], [...rows, ...last])}`);
}

const places = placesBelow(DEFAULT_DIRECTORY);
const notes = join(places.tools, 'notes');
const side = new HafsSide(join(places.disk, 'hafs'), places.mounts);
const probe = new URL('probe.js', import.meta.url);
const session = await Session.begin(places, [side], []);
try {
  const floor = await measureFloor(join(places.disk, 'floor'));
  console.log(
    `the same hops without hafs: ${floor.medianUs.toFixed(0)} µs, ${floor.cpuUs.toFixed(0)} µs of processor time`,
  );
  await mkdir(notes);
  process.env['NODE_OPTIONS'] = `--import ${probe.href}`;
  process.env[NOTES_DIRECTORY_VARIABLE] = notes;
  await side.start();
  await work(side, places);
  await side.stop();
  const roles = rolesOf((await readNotes(notes)).values());
  print(
    'creation of a file',
    stageTimes(roles, ({ opcode }) => opcode === OPCODE.CREATE),
  );
  print('write of 4 KiB', stageTimes(roles, isSmallWrite));
  print('write of 1 MiB', stageTimes(roles, isLargeWrite));
} finally {
  await session.end();
}
