import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const UNITS = new URL('../../deploy/systemd/', import.meta.url).pathname;
const directory = mkdtempSync(join(tmpdir(), 'hafs-units-'));
const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;
const testWithAnalyze = hasAnalyze || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

afterAll(() => rmSync(directory, { recursive: true }));

testWithAnalyze.each(['hafs-server.service', 'var-www.mount', 'var-www.automount'])(
  'systemd: %s: nothing is wrong with it',
  (unit) => {
    copyFileSync(join(UNITS, 'var-www.mount'), join(directory, 'var-www.mount'));
    // The program and its manual page are not installed where this runs.
    const text = readFileSync(join(UNITS, unit), 'utf8')
      .replace('/usr/bin/hafs', '/bin/true')
      .replace(/^Documentation=.*$/m, '');
    const file = join(directory, unit);
    writeFileSync(file, text);
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
      encoding: 'utf8',
    });
    const about = stderr.split('\n').filter((line) => line.includes('hafs') || line.includes('var-www'));
    expect({ status, about }).toEqual({ status: 0, about: [] });
  },
);
