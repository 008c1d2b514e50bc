import { Command, InvalidArgumentError } from 'commander';
import { AXES, parseExtents, type Extent } from './growth/run-growth.js';
import { DEFAULT_DIRECTORY } from './places.js';

const AXIS_NAMES = AXES.map(({ name }) => name).join(',');
const ROUNDS = 5;
const QUICK_ROUNDS = 1;

export interface Options {
  readonly rounds: number;
  readonly rows: RegExp;
  readonly sides: readonly string[];
  readonly isQuick: boolean;
  readonly withPeers: boolean;
  /** Without any, the rows are measured. */
  readonly growth: readonly Extent[];
  readonly writesDocs: boolean;
  readonly directory: string;
  readonly json: string;
}

interface Words {
  readonly rounds?: number;
  readonly rows: RegExp;
  readonly sides?: string[];
  readonly quick?: true;
  readonly withPeers?: true;
  readonly growth?: Extent[] | true;
  readonly writeDocs?: true;
  readonly dir: string;
  readonly json: string;
}

export function parseOptions(argv: readonly string[]): Options {
  const command = new Command('npm run bench --')
    .description('measures hafs, its peers and the local file system in turns; docs/performance.md')
    .option(
      '--rounds <n>',
      `how often each row is measured (default: ${ROUNDS}, quick: ${QUICK_ROUNDS})`,
      count,
    )
    .option('--rows <pattern>', 'only rows whose title matches', pattern, /(?:)/)
    .option('--sides <names>', 'of hafs,gluster,gluster-tuned,ext4', (text) => text.split(','))
    .option('--with-peers', 'GlusterFS too, with its defaults and tuned')
    .option('--quick', 'short: to see that it works')
    .option('--growth [axes]', `how cost grows, instead of the rows: ${AXIS_NAMES}, each with :MAX`, extents)
    .option('--write-docs', 'put the result into docs/performance.md and its chart')
    .option('--dir <dir>', 'where the disk to measure on is made', DEFAULT_DIRECTORY)
    .option('--json <file>', 'where the results go', 'bench.json');
  const words = command.parse([...argv], { from: 'user' }).opts<Words>();
  const isQuick = words.quick === true;
  const withPeers = words.withPeers === true;
  const sides = withPeers ? ['hafs', 'gluster', 'gluster-tuned', 'ext4'] : ['hafs', 'ext4'];
  return {
    rounds: words.rounds ?? (isQuick ? QUICK_ROUNDS : ROUNDS),
    rows: words.rows,
    sides: words.sides ?? sides,
    isQuick,
    withPeers,
    growth: words.growth === true ? parseExtents(AXIS_NAMES) : (words.growth ?? []),
    writesDocs: words.writeDocs === true,
    directory: words.dir,
    json: words.json,
  };
}

function extents(text: string): Extent[] {
  try {
    return parseExtents(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('it is a whole number from 1 on');
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new InvalidArgumentError('it is no regular expression');
  }
}
