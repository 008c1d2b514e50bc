/** The files of a support bundle. What cannot be had is named, and stops nothing. */
import { execFile } from 'node:child_process';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, release, uptime } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from '../../core/errors.js';
import { wallMs } from '../../runtime/clock.js';
import { serversOf, withAdmin, type Call } from '../call.js';
import { diagnose } from './diagnose.js';

const run = promisify(execFile);
const COMMAND_TIMEOUT_MS = 20_000;
const HTTP_TIMEOUT_MS = 5_000;
/** Of each log, the end. */
const LOG_BYTES_MAX = 4 * 1024 * 1024;
const LOG_DIRECTORY = '/var/log/hafs';
const JOURNAL = ['journalctl', '--no-pager', '--lines=20000', '--unit=hafs*'] as const;
/** Options whose values are not for others to see. */
const SECRET = /secret|password|token|key|credential|webhook/i;

export class BundleParts {
  private readonly missing: string[] = [];

  constructor(
    private readonly call: Call,
    private readonly root: string,
  ) {}

  async all(pages: readonly string[]): Promise<void> {
    await this.json('doctor.json', () => diagnose(this.call));
    await this.json('versions.json', () => this.versions());
    await this.poolFiles();
    for (const page of pages)
      await this.text(`metrics/${page.replaceAll(/[^\w.-]/g, '_')}.txt`, () => metricsOf(page));
    await this.logs();
    await this.text('mounts.txt', async () => {
      const table = await readFile('/proc/self/mountinfo', 'utf8');
      return table
        .split('\n')
        .filter((line) => line.includes(' - fuse.hafs '))
        .join('\n');
    });
    await writeFile(join(this.root, 'missing.txt'), `${this.missing.join('\n')}\n`);
  }

  private async versions(): Promise<object> {
    const { version, clock } = this.call.context;
    const at = new Date(wallMs(clock)).toISOString();
    const machine = { host: hostname(), kernel: release(), uptimeSeconds: uptime() };
    return {
      at,
      hafs: version,
      node: process.versions.node,
      ...machine,
      servers: await serversOf(this.call),
    };
  }

  private async poolFiles(): Promise<void> {
    const ask = <T>(name: string, question: Parameters<typeof withAdmin<T>>[1]): Promise<void> =>
      this.json(name, () => withAdmin(this.call, question));
    await ask('pool.json', async (admin) => ({
      ...(await admin.listNodes()),
      options: withoutSecrets(await admin.poolOptions()),
    }));
    await ask('volumes.json', async (admin) =>
      (await admin.listVolumes()).map((volume) => ({ ...volume, options: withoutSecrets(volume.options) })),
    );
    await ask('heal-status.json', (admin) => admin.healStatus());
    await ask('events.json', (admin) => admin.events());
    await ask('availability.json', async (admin) => {
      const volumes = await admin.listVolumes();
      const reports = volumes.map(async ({ name }) => [name, await admin.availability(name)] as const);
      return Object.fromEntries(await Promise.all(reports));
    });
  }

  private async logs(): Promise<void> {
    const names = await readdir(LOG_DIRECTORY).catch(() => []);
    for (const name of names) await this.text(`logs/${name}`, () => endOf(join(LOG_DIRECTORY, name)));
    const [command, ...words] = JOURNAL;
    await this.text('logs/journal.txt', async () => {
      const limits = { timeout: COMMAND_TIMEOUT_MS, maxBuffer: LOG_BYTES_MAX * 16 };
      return (await run(command, words, limits)).stdout.slice(-LOG_BYTES_MAX);
    });
  }

  private json(name: string, make: () => Promise<unknown>): Promise<void> {
    return this.text(name, async () => `${JSON.stringify(await make(), undefined, 2)}\n`);
  }

  private async text(name: string, make: () => Promise<string>): Promise<void> {
    try {
      await writeFile(join(this.root, name), await make());
    } catch (err) {
      this.missing.push(`${name}: ${messageOf(err)}`);
    }
  }
}

export const withoutSecrets = (options: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, SECRET.test(key) ? '(left out)' : value]),
  );

async function metricsOf(page: string): Promise<string> {
  const answer = await fetch(`http://${page}/metrics`, { signal: AbortSignal.timeout(HTTP_TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${page}: HTTP ${answer.status}`);
  return answer.text();
}

async function endOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, LOG_BYTES_MAX);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}
