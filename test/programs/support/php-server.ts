import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApache } from '../../support/apache.js';
import type { Workplace } from './workplace.js';

/** Apache with PHP inside, one process a request, as sites are served by it. */
export interface PhpServer {
  readonly address: string;
  /** Everything that Apache and PHP have complained about. */
  readonly log: string;
}

/** What a site that is deployed by renaming sets: a script is compiled again once it has changed, and is found anew each time. */
const SETTINGS = [
  'opcache.enable=1',
  'opcache.validate_timestamps=1',
  'opcache.revalidate_freq=0',
  'opcache.revalidate_path=1',
  'realpath_cache_size=0',
  'display_errors=1',
  'session.use_strict_mode=0',
  'session.gc_probability=0',
];

export async function startPhpServer(
  place: Workplace,
  { name, documentRoot, sessions }: { name: string; documentRoot: string; sessions?: string },
): Promise<PhpServer> {
  const home = join(place.scratch, name);
  await mkdir(home);
  const saved = sessions === undefined ? [] : [`session.save_path=${sessions}`];
  await writeFile(join(home, 'php.ini'), [...SETTINGS, ...saved].join('\n'));
  const address = await startApache(place.lab, {
    home,
    documentRoot,
    modules: ['mpm_prefork', 'authz_core', 'dir', 'mime', `php=${await phpModule()}`],
    directives: [
      `PHPINIDir ${home}`,
      'TypesConfig /etc/mime.types',
      'DirectoryIndex index.php index.html',
      '<FilesMatch "\\.php$">',
      '  SetHandler application/x-httpd-php',
      '</FilesMatch>',
    ],
  });
  return { address, log: join(home, 'error.log') };
}

/** Its name has PHP's version in it. */
async function phpModule(): Promise<string> {
  const files = await readdir('/usr/lib/apache2/modules');
  const module = files.find((file) => /^libphp.*\.so$/.test(file));
  if (module === undefined) throw new Error('no libapache2-mod-php');
  return module;
}

/** @throws when it is not served. */
export async function fetchText(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: status ${response.status}: ${text}`);
  return text;
}
