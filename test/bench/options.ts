import { Command, InvalidArgumentError } from 'commander';
import { DEFAULT_DIRECTORY } from './places.js';

const ROUNDS = 5;
const QUICK_ROUNDS = 1;

export interface Options {
  readonly rounds: number;
  readonly rows: RegExp;
  readonly sides: readonly string[];
  readonly isQuick: boolean;
  readonly withPeers: boolean;
  readonly directory: string;
  readonly json: string;
}

interface Words {
  readonly rounds?: number;
  readonly rows: RegExp;
  readonly sides?: string[];
  readonly quick?: true;
  readonly withPeers?: true;
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
    directory: words.dir,
    json: words.json,
  };
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
