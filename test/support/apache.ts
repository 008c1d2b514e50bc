/** Debian's Apache with a configuration of its own, for as long as a test runs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually, type Lab } from '../e2e/lab.js';

const START_TIMEOUT_MS = 60_000;

export interface ApacheOptions {
  /** For its log, its pid and its configuration; www-data must be able to enter. */
  readonly home: string;
  readonly documentRoot: string;
  /** `NAME` or `NAME=FILE`, the file being one of Debian's; in this order. */
  readonly modules: readonly string[];
  readonly directives?: readonly string[];
}

/** @returns its address. */
export async function startApache(lab: Lab, options: ApacheOptions): Promise<string> {
  const port = await freePort();
  await mkdir(options.home, { recursive: true });
  await writeFile(join(options.home, 'apache.conf'), configuration(options, port).join('\n'));
  // Told to end, it ends every process of its group: it gets one of its own.
  lab.spawn('setsid', '/usr/sbin/apache2', '-f', join(options.home, 'apache.conf'), '-DFOREGROUND');
  const address = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  await eventually('Apache answers', answers, START_TIMEOUT_MS);
  return address;
}

const configuration = (
  { home, documentRoot, modules, directives = [] }: ApacheOptions,
  port: number,
): string[] => [
  ...modules.map(loadModule),
  `ServerRoot ${home}`,
  `PidFile ${join(home, 'apache.pid')}`,
  `ErrorLog ${join(home, 'error.log')}`,
  'ServerName localhost',
  `Listen 127.0.0.1:${port}`,
  'User www-data',
  'Group www-data',
  `DocumentRoot ${documentRoot}`,
  `<Directory ${documentRoot}>`,
  '  AllowOverride All',
  '  Require all granted',
  '  Options FollowSymLinks',
  '</Directory>',
  ...directives,
];

function loadModule(module: string): string {
  const [name = '', file = `mod_${name}.so`] = module.split('=');
  return `LoadModule ${name}_module /usr/lib/apache2/modules/${file}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
