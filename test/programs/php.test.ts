import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { runOk, testMounted } from '../e2e/lab.js';
import { fetchText, startPhpServer, type PhpCode, type PhpServer } from './support/php-server.js';
import { timed, Workplace } from './support/workplace.js';

const EXCHANGE = fileURLToPath(new URL('support/exchange.py', import.meta.url));
const DEPLOYS = 15;
const VISITS = 60;
const VISITORS = 4;
const PROBED_NAMES = 100;
/** Each release is a second younger, since opcache knows files by that. */
const FIRST_RELEASE_SECONDS = 1_600_000_000;

const SESSION_PAGE = `<?php
session_id('shared');
session_start();
$_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
echo $_SESSION['visits'];`;

/** Says which release its own code, a file that it includes, and a file that it reads are of. */
const RELEASE_PAGE = (release: number): string => `<?php
require __DIR__ . '/library.php';
echo ${release}, ' ', LIBRARY, ' ', file_exists(__DIR__ . '/release.txt') ? 'there ' : 'missing ';
echo file_get_contents(__DIR__ . '/release.txt'), ' ', file_exists(__DIR__ . '/nothing') ? 'there' : 'missing';`;

const PROBE_PAGE = `<?php
echo file_exists(__DIR__ . '/' . basename($_GET['name'])) ? 'there' : 'missing';`;

let place: Workplace;
let servers: PhpServer[];

beforeAll(async () => {
  place = await Workplace.open();
  await runOk('install', '-d', '-o', 'www-data', '-m', '700', join(place.one, 'sessions'));
  await mkdir(join(place.one, 'site'));
  await writeFile(join(place.one, 'site/session.php'), SESSION_PAGE);
  await writeFile(join(place.one, 'site/probe.php'), PROBE_PAGE);
  servers = await startServers('kept-by-many');
});

afterAll(() => place.close());

/** One on each mount. */
const startServers = (code: PhpCode): Promise<PhpServer[]> =>
  Promise.all(
    [place.one, place.other].map((mount, server) =>
      startPhpServer(place, {
        name: `${code}-${server}`,
        documentRoot: join(mount, 'site'),
        sessions: join(mount, 'sessions'),
        code,
      }),
    ),
  );

const addressOf = (visit: number): string => servers[visit % servers.length]!.address;

async function writeRelease(directory: string, release: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'index.php'), RELEASE_PAGE(release));
  await writeFile(join(directory, 'library.php'), `<?php const LIBRARY = ${release};`);
  await writeFile(join(directory, 'release.txt'), `${release}`);
  const files = ['index.php', 'library.php', 'release.txt'].map((name) => join(directory, name));
  await runOk('touch', '-d', `@${FIRST_RELEASE_SECONDS + release}`, ...files);
}

/** Visits a page over and over while releases are deployed; nothing may be missing, older than the last finished deploy, or from the future. */
async function visitDuring(path: string, deploy: (release: number) => Promise<void>): Promise<number> {
  const state = { deployed: 0, begun: 0, isOver: false };
  const visitor = async (first: number): Promise<number> => {
    let visits = 0;
    for (; !state.isOver; visits++) {
      const oldest = state.deployed;
      const text = await fetchText(`${addressOf(first + visits)}${path}`);
      const seen = /^(\d+) (\d+) there (\d+) missing$/.exec(text)?.slice(1).map(Number);
      expect(seen, text).toBeDefined();
      for (const release of seen ?? []) {
        expect(release, `${text}, deployed: ${oldest}`).toBeGreaterThanOrEqual(oldest);
        expect(release, text).toBeLessThanOrEqual(state.begun);
      }
    }
    return visits;
  };
  const deploying = async (): Promise<void> => {
    for (let release = 1; release <= DEPLOYS && !state.isOver; release++) {
      state.begun = release;
      await deploy(release);
      state.deployed = release;
    }
  };
  const visits = Promise.all(Array.from({ length: VISITORS }, (_, first) => visitor(first)));
  await Promise.race([deploying(), visits]).finally(() => (state.isOver = true));
  return (await visits).reduce((sum, count) => sum + count, 0);
}

async function expectNoComplaints(): Promise<void> {
  for (const { log } of servers) {
    expect((await readFile(log, 'utf8')).split('\n').filter((line) => /PHP |error/.test(line))).toEqual([]);
  }
}

testMounted('php: file sessions on two web servers: every visit is counted once', async () => {
  const visit = (number: number): Promise<string> => fetchText(`${addressOf(number)}/session.php`);
  const visits = Promise.all(Array.from({ length: VISITS }, (_, number) => visit(number)));
  const counts = (await timed(`PHP, ${VISITS} visits of one session`, visits)).map(Number);
  expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: VISITS }, (_, number) => number + 1));
  await expectNoComplaints();
});

testMounted(
  'php: file_exists on one server: is true as soon as a file was made on the other, and false once it is gone',
  async () => {
    const answers = async (name: string): Promise<string[]> =>
      Promise.all(servers.map(({ address }) => fetchText(`${address}/probe.php?name=${name}`)));
    for (let number = 0; number < PROBED_NAMES; number++) {
      const name = `probed-${number}`;
      const mount = number % 2 === 0 ? place.one : place.other;
      const path = join(mount, 'site', name);
      expect(await answers(name), name).toEqual(['missing', 'missing']);
      await writeFile(path, '');
      expect(await answers(name), name).toEqual(['there', 'there']);
      await rm(path);
      expect(await answers(name), name).toEqual(['missing', 'missing']);
    }
    await expectNoComplaints();
  },
);

describe.each(['kept-by-one', 'compiled-anew'] satisfies PhpCode[])('code %s', (code) => {
  let site: string;

  beforeAll(async () => {
    servers = await startServers(code);
    site = join(place.other, 'site', code);
    await mkdir(site);
  });

  testMounted('php: deploys that switch a symlink: whole releases, never an old one', async () => {
    const switchTo = async (release: number): Promise<void> => {
      await writeRelease(join(site, `release-${release}`), release);
      await runOk('ln', '-sfn', `release-${release}`, join(site, 'next'));
      await runOk('mv', '-T', join(site, 'next'), join(site, 'current'));
    };
    await switchTo(0);
    const visits = await timed(
      `PHP, ${DEPLOYS} symlink switches`,
      visitDuring(`/${code}/current/`, switchTo),
    );
    console.log(`${visits} visits`);
    await expectNoComplaints();
  });

  testMounted('php: deploys that exchange two directories: nothing missing, never an old one', async () => {
    await writeRelease(join(site, 'live'), 0);
    const exchange = async (release: number): Promise<void> => {
      await writeRelease(join(site, `new-${release}`), release);
      await runOk('python3', EXCHANGE, join(site, `new-${release}`), join(site, 'live'));
    };
    const visits = await timed(
      `PHP, ${DEPLOYS} directories exchanged`,
      visitDuring(`/${code}/live/`, exchange),
    );
    console.log(`${visits} visits`);
    await expectNoComplaints();
  });
});
