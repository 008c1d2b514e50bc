/** What hafs is for: web servers with the volume as their document root. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFiles } from '../folders.js';
import { PAGE_SCRIPT } from '../places.js';
import { scenario, type Bench, type Figure, type Scenario } from '../scenario.js';
import { APACHE, PHP_MODULE, WebServer } from '../web-server.js';
import { wrk } from '../wrk.js';

const CONNECTIONS = 8;
const WARM_UP_SECONDS = 1;
const SERVER_COUNT = 3;
const CONNECTIONS_PER_SERVER = 4;
/** Less, and a slow side has not answered once. */
const PAGE_SECONDS_MIN = 5;
const PART_COUNT = 50;
const LIBRARY_COUNT = 10;
const SITE = 'site';

const start = (bench: Bench, directory: string, kind: 'static' | 'php', number = 0): Promise<WebServer> =>
  WebServer.start(bench.places.tools, `${bench.side.name}-${kind}${number}`, directory, kind);

const apache = scenario({
  tools: ['gcc', 'wrk', APACHE],
  rows: {
    hot: {
      title: 'Apache hot, 1,000 × 4 KiB, AllowOverride All, wrk -c8',
      unit: 'requests/s',
      measures: 'for 5 s, after 1 s of the same',
      goal: '0.95 × ext4, 8 × GlusterFS tuned',
    },
  },
  prepare: (bench) => keptFiles(bench, bench.scale.hotFiles),
  measure: async (bench) => {
    const files = bench.scale.hotFiles;
    const server = await start(bench, await keptFiles(bench, files), 'static');
    try {
      await wrk(server.address, { connections: CONNECTIONS, seconds: WARM_UP_SECONDS, files });
      const load = { connections: CONNECTIONS, seconds: bench.scale.seconds, files };
      return { hot: await wrk(server.address, load) };
    } finally {
      await server.stop();
    }
  },
});

const php = scenario({
  tools: ['wrk', APACHE, PHP_MODULE],
  rows: {
    pages: {
      title: 'PHP pages, 3 web servers on 3 mounts',
      unit: 'requests/s',
      measures:
        '200 file_exists misses and 50 includes a page, four connections each, for 5 s after 1 s of the same',
      goal: '5 × GlusterFS tuned',
    },
  },
  prepare: async (bench) => {
    const site = join(await bench.side.mount(0), SITE);
    await mkdir(site, { recursive: true });
    for (let library = 0; library < LIBRARY_COUNT; library++) {
      await mkdir(join(site, `lib${library}`), { recursive: true });
    }
    for (let part = 0; part < PART_COUNT; part++) {
      await writeFile(join(site, `part${part}.php`), `<?php $total++; // Part ${part}.\n`);
    }
    await copyFile(PAGE_SCRIPT, join(site, 'page.php'));
  },
  measure: async (bench) => {
    const servers: WebServer[] = [];
    try {
      for (let number = 0; number < SERVER_COUNT; number++) {
        const site = join(await bench.side.mount(number), SITE);
        servers.push(await start(bench, site, 'php', number));
      }
      await askAll(servers, WARM_UP_SECONDS);
      return { pages: await askAll(servers, Math.max(PAGE_SECONDS_MIN, bench.scale.seconds)) };
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  },
});

/** All at once. @returns what they did together; the slowest one's latencies. */
async function askAll(servers: readonly WebServer[], seconds: number): Promise<Figure> {
  const load = { connections: CONNECTIONS_PER_SERVER, seconds };
  const figures = await Promise.all(servers.map(({ address }) => wrk(`${address}/page.php`, load)));
  const remark = figures.find((figure) => figure.remark !== undefined)?.remark;
  return {
    value: figures.reduce((sum, { value }) => sum + value, 0),
    p99Us: Math.max(...figures.map(({ p99Us = NaN }) => p99Us)),
    worstUs: Math.max(...figures.map(({ worstUs = NaN }) => worstUs)),
    ...(remark !== undefined && { remark }),
  };
}

export const WEB: readonly Scenario[] = [apache, php];
