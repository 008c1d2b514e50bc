import { afterAll, beforeAll, test } from 'vitest';
import { parseMountOptions } from '../../mount/options.js';
import { parseBrickSpec } from '../../src/cli/brick-spec.js';
import { parseFileSpec } from '../../src/cli/file-spec.js';
import type { CommandEntry } from '../../src/cli/reference/command-tree.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { HafsError, InvalidRequestError } from '../../src/core/errors.js';
import { normalizeAddress } from '../../src/rpc/address.js';
import { parseCredential } from '../../src/rpc/identity/credential.js';
import { parseToken, tokenText } from '../../src/rpc/identity/token.js';
import { parseSettings } from '../../src/runtime/config.js';
import { parseHttpAddress } from '../../src/runtime/http-server.js';
import { startAdminServer, type AdminServer } from '../support/admin-server.js';
import { commandTree, runCli } from '../support/cli-run.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { resultOrRefusal } from './support/expectations.js';
import { fuzz } from './support/fuzz.js';

const CONFIG = `# the pool
server = ["n1:24100", "n2", 'n3']
credential = "/etc/hafs/credential.pem"
[node]
data = "/srv/hafs" # where
http = 8080
insecure = false
`;
const DEEP = ['a = ' + '['.repeat(20_000), '[a' + '.b'.repeat(5_000) + ']', 'a = ' + '{b='.repeat(20_000)];
const TEXTS = [
  'n1,n2:24101',
  '[::1]:24100',
  'n1:/srv/brick',
  'www:/a/b',
  '127.0.0.1:8080',
  'ro,noatime,server=n1,op-timeout=5,metrics=:9,transport=dev-fuse,log=/var/log/x,credential=/c',
  tokenText({ address: 'n1:24100', fingerprint: 'a'.repeat(64), secret: 'b'.repeat(32) }),
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
];
const PARSERS: readonly ((text: string) => unknown)[] = [
  normalizeAddress,
  parseMountOptions,
  parseBrickSpec,
  parseFileSpec,
  parseHttpAddress,
  parseToken,
  (text) => parseCredential(text, 'file'),
];

const textFrom = (dice: Dice, samples: readonly string[]): string =>
  damaged(Buffer.from(dice.pick(samples)), dice, Buffer.from(dice.pick(samples))).toString(
    dice.isOneIn(2) ? 'utf8' : 'latin1',
  );

test('fuzz: words on the command line: each is understood, or refused with a reason', async () => {
  const feed = (dice: Dice): void => {
    const text = textFrom(dice, TEXTS);
    const parse = dice.pick(PARSERS);
    resultOrRefusal([HafsError, UsageError], () => parse(text));
  };
  await fuzz({ name: 'words', share: 1, feed });
});

test('fuzz: the configuration file: is settings, or refused with its line', async () => {
  for (const text of DEEP) resultOrRefusal([InvalidRequestError], () => parseSettings(text, 'hafs.toml'));
  const feed = (dice: Dice): void => {
    const text = textFrom(dice, [CONFIG]);
    resultOrRefusal([InvalidRequestError], () => parseSettings(text, 'hafs.toml'));
  };
  await fuzz({ name: 'configuration files', share: 0.5, feed });
});

let server: AdminServer;
/** They start processes, and write files where they are told. */
const NOT_RUN: ReadonlySet<string> = new Set(['lab', 'doctor', 'support-bundle']);
const WORDS = [
  'www',
  'n1:/b',
  'www:/a',
  '/mnt',
  '3',
  'replica',
  '--',
  '-',
  '--yes',
  '--json',
  '',
  'start',
  'on',
];

beforeAll(async () => {
  server = await startAdminServer({});
});
afterAll(() => server.stop());

/** A path through the commands, then options and words as they fall. */
function lineFrom(dice: Dice, root: CommandEntry): string[] {
  const line: string[] = [];
  let entry = root;
  while (entry.commands.length > 0 && !dice.isOneIn(20)) {
    entry = dice.pick(entry.commands.filter(({ words }) => !NOT_RUN.has(words[0] ?? '')));
    line.push(entry.words.at(-1) ?? '');
  }
  const flags = entry.options.flatMap(({ names }) => names);
  for (let left = dice.below(7); left > 0; left--) {
    if (flags.length > 0 && dice.isOneIn(3)) line.push(dice.pick(flags));
    line.push(dice.isOneIn(3) ? textFrom(dice, WORDS) : dice.pick(WORDS));
  }
  // What it asks must not be anybody else's server, and what it is told to write no file of this machine.
  return line.filter((word) => !/^(--s|--cr|\/(?!mnt$))/.test(word));
}

test('fuzz: command lines: each ends with a status, and what fails says why in a line', async () => {
  const tree = commandTree();
  const feed = async (dice: Dice): Promise<void> => {
    const line = lineFrom(dice, tree);
    const { status, err } = await runCli(line, { environment: { HAFS_SERVER: server.address } });
    const isTold = status === 0 || err.trim() !== '';
    if (![0, 1, 2].includes(status) || !isTold || /\n\s+at /.test(err))
      throw new Error(`${JSON.stringify(line)}: status ${status}, says ${err}`);
  };
  await fuzz({ name: 'command lines', share: 0.005, feed });
});
