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

/**
 * With opcache, one of several processes may run the code of a deploy ago: a process that finds a script changed
 * sets the time of the kept one to 0, and another that has just looked it up takes that for "need not be compared".
 * (`validate_timestamp_and_record` in ext/opcache/ZendAccelerator.c of PHP 8.2. On a local disk it did so after
 * 7 of 2,000 exchanges; after none of 3,000 with one process, and after none of 3,000 without opcache.)
 */
export type PhpCode = 'kept-by-many' | 'kept-by-one' | 'compiled-anew';

/** Apache calls it an error that visits wait for the one process. */
const ONE_PROCESS = [
  'LogLevel warn mpm_prefork:crit',
  'KeepAlive Off',
  'StartServers 1',
  'MinSpareServers 1',
  'MaxSpareServers 1',
  'ServerLimit 1',
  'MaxRequestWorkers 1',
];

/** What a site that is deployed by renaming sets: a script is compiled again once it has changed, and is found anew each time. */
const SETTINGS = [
  'opcache.validate_timestamps=1',
  'opcache.revalidate_freq=0',
  'opcache.revalidate_path=1',
  'realpath_cache_size=0',
  'display_errors=1',
  'session.use_strict_mode=0',
  'session.gc_probability=0',
];

export interface PhpServerOptions {
  readonly name: string;
  readonly documentRoot: string;
  readonly sessions?: string;
  readonly code?: PhpCode;
}

export async function startPhpServer(
  place: Workplace,
  { name, documentRoot, sessions, code = 'kept-by-many' }: PhpServerOptions,
): Promise<PhpServer> {
  const home = join(place.scratch, name);
  await mkdir(home);
  const saved = sessions === undefined ? [] : [`session.save_path=${sessions}`];
  const opcache = `opcache.enable=${code === 'compiled-anew' ? 0 : 1}`;
  await writeFile(join(home, 'php.ini'), [...SETTINGS, opcache, ...saved].join('\n'));
  const address = await startApache(place.lab, {
    home,
    documentRoot,
    modules: ['mpm_prefork', 'authz_core', 'dir', 'mime', `php=${await phpModule()}`],
    directives: [
      ...(code === 'kept-by-one' ? ONE_PROCESS : []),
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
