import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpRoute } from '../../src/runtime/http-server.js';

/** This file runs as dist/brick/http/page-files.js, the page lies in dist/page. */
const PAGE = fileURLToPath(new URL('../../page/', import.meta.url));
const CHARTS = dirname(createRequire(import.meta.url).resolve('uplot'));

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Modules of the page itself. */
const SCRIPTS = [
  'app',
  'availability',
  'brick-card',
  'chart',
  'elements',
  'events',
  'format',
  'rates',
  'volume-section',
] as const;

const FILES = [
  ['/', join(PAGE, 'index.html'), 'text/html; charset=utf-8'],
  ['/style.css', join(PAGE, 'style.css'), STYLE],
  ['/uplot.css', join(CHARTS, 'uPlot.min.css'), STYLE],
  ['/uplot.js', join(CHARTS, 'uPlot.esm.js'), SCRIPT],
  ['/icon.svg', join(PAGE, 'icon.svg'), 'image/svg+xml'],
  ...SCRIPTS.map((name) => [`/${name}.js`, join(PAGE, `${name}.js`), SCRIPT] as const),
] as const;

/** The status page and what belongs to it, from this package alone. Read once, when the node starts. */
export const pageRoutes = (): readonly (readonly [string, HttpRoute])[] =>
  FILES.map(([path, file, contentType]) => {
    const body = readFileSync(file);
    return [path, () => ({ contentType, body })] as const;
  });
