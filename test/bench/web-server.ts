/** Debian's Apache with a configuration of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { Background } from './command.js';

const MODULES = '/usr/lib/apache2/modules';
export const APACHE = 'apache2';
export const PHP_MODULE = `${MODULES}/libphp8.2.so`;
const ANSWERS_WITHIN_MS = 20_000;

const STATIC = ['LoadModule mpm_event_module mod_mpm_event.so'];
const PHP = [
  'LoadModule mpm_prefork_module mod_mpm_prefork.so',
  `LoadModule php_module ${PHP_MODULE}`,
  'StartServers 4',
  'MaxRequestWorkers 8',
  '<FilesMatch \\.php$>',
  '  SetHandler application/x-httpd-php',
  '</FilesMatch>',
  // Every include is looked at again on every page: what was changed elsewhere is seen at once.
  'php_admin_value opcache.revalidate_freq 0',
];

const configuration = (
  scratch: string,
  documentRoot: string,
  port: number,
  kind: readonly string[],
): string =>
  [
    ...kind,
    'LoadModule authz_core_module mod_authz_core.so',
    `PidFile ${join(scratch, 'pid')}`,
    `ErrorLog ${join(scratch, 'error.log')}`,
    'ServerName localhost',
    `Listen 127.0.0.1:${port}`,
    'User www-data',
    'Group www-data',
    `DocumentRoot ${documentRoot}`,
    `<Directory ${documentRoot}>`,
    '  AllowOverride All',
    '  Require all granted',
    '</Directory>',
    '',
  ]
    .join('\n')
    .replace(/ (mod_\w+\.so)$/gm, ` ${MODULES}/$1`);

export class WebServer {
  private constructor(
    readonly address: string,
    private readonly process: Background,
  ) {}

  /** @param scratch where its configuration and its log go. */
  static async start(scratch: string, documentRoot: string, kind: 'static' | 'php'): Promise<WebServer> {
    await mkdir(scratch, { recursive: true });
    const port = await freePort();
    const file = join(scratch, 'apache.conf');
    await writeFile(file, configuration(scratch, documentRoot, port, kind === 'php' ? PHP : STATIC));
    const words = ['-d', scratch, '-f', file, '-DFOREGROUND'];
    const server = new WebServer(`http://127.0.0.1:${port}`, Background.start(APACHE, ...words));
    await eventually(() => server.answers(), ANSWERS_WITHIN_MS).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return server;
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  private async answers(): Promise<void> {
    await (await fetch(this.address)).arrayBuffer();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
