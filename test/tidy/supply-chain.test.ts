import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-files.js';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

/** They have one, and work without its being run: binaries come along, or it only says something. */
const UNNEEDED_SCRIPTS = ['classic-level', 'fuse-native', 'protobufjs'];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const reasons = read('docs/dependencies.md');
const { dependencies, devDependencies, optionalDependencies } = manifest;
const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test.each(Object.keys(all))('supply chain: %s: docs/dependencies.md says why', (name) => {
  expect(reasons).toContain(`\`${name}\``);
});

test('supply chain: no package needs an install script, and what has one is named', () => {
  const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const unknown = withScripts
    .map(([path]) => nameOf(path))
    .filter((name) => !UNNEEDED_SCRIPTS.includes(name));
  expect(unknown).toEqual([]);
  for (const name of UNNEEDED_SCRIPTS) expect(reasons).toContain(`\`${name}\``);
});

test('supply chain: npm runs no install script here: a package that is taken over gets no hold of a machine by being installed', () => {
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
});

test('supply chain: our own versions are exact: nothing newer comes in unseen', () => {
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('supply chain: every package of the lock file has its checksum', () => {
  const unchecked = locked.filter(([, { integrity, link }]) => integrity === undefined && link !== true);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});
