/** Debian's Apache with a configuration of its own. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { Background, stopRecorded } from './command.js';

const MODULES = '/usr/lib/apache2/modules';
export const APACHE = 'apache2';
export const PHP_MODULE = `${MODULES}/libphp8.2.so`;
const SCRATCH_PREFIX = 'apache-';
const RECORD_FILE = 'process';
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

  /** @param name of its own among the servers that run, below `tools`. */
  static async start(
    tools: string,
    name: string,
    documentRoot: string,
    kind: 'static' | 'php',
  ): Promise<WebServer> {
    const scratch = join(tools, `${SCRATCH_PREFIX}${name}`);
    await mkdir(scratch, { recursive: true });
    const port = await freePort();
    const file = join(scratch, 'apache.conf');
    await writeFile(file, configuration(scratch, documentRoot, port, kind === 'php' ? PHP : STATIC));
    const words = ['-d', scratch, '-f', file, '-DFOREGROUND'];
    const background = await Background.start(join(scratch, RECORD_FILE), APACHE, ...words);
    const server = new WebServer(`http://127.0.0.1:${port}`, background);
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

/** Of a benchmark that was killed. */
export async function stopLeftServers(tools: string): Promise<void> {
  const names = await readdir(tools).catch(() => []);
  for (const name of names.filter((candidate) => candidate.startsWith(SCRATCH_PREFIX))) {
    await stopRecorded(join(tools, name, RECORD_FILE));
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
