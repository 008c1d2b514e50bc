/** Where things are: in the checkout, and on the disk that the benchmark makes for itself. */
import { join } from 'node:path';

/** This file runs compiled, from `node_modules/.cache/hafs-bench/test/bench`. */
export const ROOT = join(import.meta.dirname, '..', '..', '..', '..', '..');
export const HAFS = join(ROOT, 'bin', 'hafs.js');
const SOURCES = join(ROOT, 'test', 'bench');
export const DRIVER_SOURCE = join(SOURCES, 'driver.c');
export const URLS_SCRIPT = join(SOURCES, 'web', 'urls.lua');
export const PAGE_SCRIPT = join(SOURCES, 'web', 'page.php');
export const PAGE_FILE = join(ROOT, 'docs', 'performance.md');
export const CHART_FILE = join(ROOT, 'docs', 'performance.svg');
export const DEFAULT_DIRECTORY = '/var/tmp/hafs-bench';

/** Everything that a run makes is below one directory. */
export interface Places {
  readonly directory: string;
  readonly image: string;
  /** The mounted image: bricks, the ext4 side, scratch. */
  readonly disk: string;
  /** Programs, inputs, configurations: not on the disk that is measured. */
  readonly tools: string;
  /** Mount points. */
  readonly mounts: string;
  /** Remembers the running benchmark. */
  readonly pidFile: string;
}

export const placesBelow = (directory: string): Places => ({
  directory,
  image: join(directory, 'disk.img'),
  disk: join(directory, 'disk'),
  tools: join(directory, 'tools'),
  mounts: join(directory, 'mounts'),
  pidFile: join(directory, 'bench.pid'),
});
