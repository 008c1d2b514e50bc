import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { shell } from './support/shell.js';
import { timed, Workplace } from './support/workplace.js';

const WRITER = fileURLToPath(new URL('support/sqlite-writer.py', import.meta.url));
const ROWS = 15;

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
});
afterAll(() => place.close());

/** Two processes write one database at the same time. */
async function twoWriters(journal: string, mounts: readonly [string, string], name: string): Promise<void> {
  // Whoever changes it must be alone: SQLite does not wait there, however long its timeout is.
  await shell(place.one, `sqlite3 ${name} 'PRAGMA journal_mode=${journal}'`);
  await Promise.all(
    mounts.map((mount, writer) => shell(mount, `python3 ${WRITER} ${name} ${journal} ${writer} ${ROWS}`)),
  );
}

async function expectAllRows(name: string): Promise<void> {
  for (const mount of [place.one, place.other]) {
    expect(await shell(mount, `sqlite3 ${name} 'PRAGMA integrity_check'`)).toBe('ok');
    const counts = `SELECT writer, count(*), count(DISTINCT number), max(length(fill)) FROM rows GROUP BY writer`;
    expect(await shell(mount, `sqlite3 ${name} '${counts}'`)).toBe(
      `0|${ROWS}|${ROWS}|3000\n1|${ROWS}|${ROWS}|3000`,
    );
    expect(await shell(mount, `sqlite3 ${name} 'SELECT count(*), max(place) FROM rows'`)).toBe(
      `${2 * ROWS}|${2 * ROWS}`,
    );
  }
}

testMounted.each(['delete', 'truncate'])(
  'sqlite: rollback journal (%s), one process on each mount: whole, no row lost',
  async (journal) => {
    await timed(`SQLite, ${journal}`, twoWriters(journal, [place.one, place.other], `${journal}.db`));
    await expectAllRows(`${journal}.db`);
  },
);

// The WAL's index is memory that the processes share, so they have to be on one machine, as on any file system.
testMounted('sqlite: WAL, two processes on one mount: whole, no row lost', async () => {
  await timed('SQLite, wal', twoWriters('wal', [place.one, place.one], 'wal.db'));
  await expectAllRows('wal.db');
});
