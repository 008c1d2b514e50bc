import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { fetchText, startPhpServer } from './support/php-server.js';
import { shell } from './support/shell.js';
import { timed, Workplace } from './support/workplace.js';

/** Debian's package. */
const TREE = '/usr/share/wordpress';
/** The directories, then the files in eight processes, then the times of the directories. */
const COPY = `
  rsync -a -f '+ */' -f '- *' ./ $TARGET/
  find . ! -type d -print0 | xargs -0 -n 60 -P 8 cp -a --parents -t $TARGET
  rsync -a ./ $TARGET/`;

let place: Workplace;

beforeAll(async () => {
  place = await Workplace.open();
  await timed('WordPress, copied', shell(TREE, COPY.replaceAll('$TARGET', `${place.one}/wordpress`)));
});

afterAll(() => place.close());

testMounted('wordpress: its file tree, seen from the other mount: the same', async () => {
  expect(await shell('/', `diff -r --no-dereference ${TREE} ${place.other}/wordpress`)).toBe('');
  const list = `find . -printf '%P %y %m %u %g %l %T@\\n' | LC_ALL=C sort`;
  expect(await shell(`${place.other}/wordpress`, list)).toBe(await shell(TREE, list));
});

testMounted('wordpress: served by Apache and PHP: its scripts run, its files are served', async () => {
  // Debian's looks for a database by the name of the host; without it WordPress offers to be set up.
  await rm(join(place.other, 'wordpress/wp-config.php'));
  const documentRoot = join(place.one, 'wordpress');
  const { address: site, log } = await startPhpServer(place, { name: 'server', documentRoot });
  const page = await timed(
    'WordPress, its first page',
    fetchText(`${site}/wp-admin/setup-config.php?step=1`),
  );
  expect(page).toContain('Database Host');
  expect(page).not.toMatch(/(Warning|Notice|Fatal error)/);
  const styles = await shell(TREE, 'find wp-admin/css wp-includes/css -type f -name "*.min.css" | head -40');
  for (const name of styles.split('\n')) {
    expect(await fetchText(`${site}/${name}`), name).toBe(await readFile(join(TREE, name), 'utf8'));
  }
  expect(await readFile(log, 'utf8')).not.toMatch(/PHP |segfault/);
});
