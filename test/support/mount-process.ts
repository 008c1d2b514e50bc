/**
 * A process that mounts a `LocalVolume`: never mount in the process that touches the mount, it would wait
 * for itself. Arguments as of `hafs mount`: `mount [--foreground] [-o OPTIONS] -- SOURCE DIRECTORY`; further
 * directories are further mounts of the same volume.
 */
import { parseArgs } from 'node:util';
import { runMount } from '../../mount/main.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { systemLogger } from '../../src/runtime/logger.js';
import { LocalVolume } from './local-volume.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    foreground: { type: 'boolean', default: false },
    options: { type: 'string', short: 'o', default: '' },
    server: { type: 'string' },
  },
});
const [, source = 'vol', ...directories] = positionals;
const clock = new SystemClock();
const volume = new LocalVolume(clock);
const deps = {
  connectVolume: () => Promise.resolve(volume.connect()),
  clock,
  log: systemLogger('text'),
  entryFile: process.argv[1] ?? '',
};

try {
  const { options, foreground } = values;
  const mounts = directories.map((directory) =>
    runMount({ source, directory, options, foreground, servers: [] }, deps),
  );
  await Promise.all(mounts);
} catch (err) {
  process.stderr.write(`${err instanceof Error ? err.message : String(err)}\n`);
  process.exitCode = 1;
}
