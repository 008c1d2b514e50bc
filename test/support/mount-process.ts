/**
 * A process that mounts a `LocalVolume`: never mount in the process that touches the mount, it would wait
 * for itself. Arguments as of `hafs mount`: `mount [--foreground] [-o OPTIONS] -- SOURCE DIRECTORY`; further
 * directories are further mounts of the same volume.
 */
import { parseArgs } from 'node:util';
import { runMount } from '../../mount/main.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { textLogger } from '../../src/runtime/logger.js';
import type { ConnectOptions } from '../../src/client/connect.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { LocalVolume } from './local-volume.js';

const LONG_MS = 3_600_000;

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

/** `silent` stands for a volume none of whose servers answers. */
const connectVolume = (options: ConnectOptions): Promise<FileVolume> =>
  options.volume === 'silent' ? new Promise(waitLong) : Promise.resolve(volume.connect());

const waitLong = (): void => void clock.after(LONG_MS, () => undefined);

const deps = {
  connectVolume,
  clock,
  log: textLogger(),
  credentialPlaces: { systemFile: '/nonexistent/credential.pem', directory: '/nonexistent/credentials' },
  entryFile: process.argv[1] ?? '',
};

try {
  const { options, foreground } = values;
  const mounts = directories.map((directory) =>
    runMount({ source, directory, options, foreground, servers: [] }, deps),
  );
  await Promise.all(mounts);
  process.exit(0); // As bin/hafs.js does: fuse-native keeps the event loop alive for ever.
} catch (err) {
  process.stderr.write(`${err instanceof Error ? err.message : String(err)}\n`);
  process.exit(1);
}
