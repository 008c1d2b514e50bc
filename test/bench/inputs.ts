/** What scenarios start from: made once a run, on the local disk, the same in every run. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, runWith, succeeds } from './command.js';
import type { Bench } from './scenario.js';

const FILES_PER_DIRECTORY = 100;
/** As sources are: most below 4 KiB, some larger. */
const SIZES_BYTES = [300, 700, 1_200, 2_100, 3_000, 4_096, 6_000, 9_000, 14_000, 30_000];
const PACKAGE_COUNT = 20;
const COMMITTER = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'gc.auto=0'];

/** A directory of inputs that is made when it is first asked for. */
async function once(bench: Bench, name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(bench.places.tools, name);
  if (await succeeds('test', '-e', path)) return path;
  await make(path);
  return path;
}

async function writeTree(directory: string, files: number): Promise<void> {
  for (let file = 0; file < files; file++) {
    const folder = join(directory, `part${Math.floor(file / FILES_PER_DIRECTORY)}`);
    if (file % FILES_PER_DIRECTORY === 0) await mkdir(folder, { recursive: true });
    const sizeBytes = SIZES_BYTES[file % SIZES_BYTES.length] ?? 0;
    await writeFile(join(folder, `file${file}.txt`), Buffer.alloc(sizeBytes, `line ${file}\n`));
  }
}

export const treeArchive = (bench: Bench): Promise<string> =>
  once(bench, 'tree.tar', async (archive) => {
    const tree = `${archive}.d`;
    await writeTree(tree, bench.scale.treeFiles);
    await run('tar', '-C', tree, '-cf', archive, '.');
    await rm(tree, { recursive: true });
  });

/** A bare repository with that tree in its one commit. */
export const gitRepository = (bench: Bench): Promise<string> =>
  once(bench, 'repository.git', async (repository) => {
    const work = `${repository}.d`;
    await mkdir(work);
    await run('tar', '-C', work, '-xf', await treeArchive(bench));
    const git = (...words: string[]): Promise<string> =>
      runWith({ cwd: work }, 'git', ...COMMITTER, ...words);
    await git('init', '--quiet', '--initial-branch=main');
    await git('add', '--all');
    await git('commit', '--quiet', '--message=tree');
    await run('git', 'clone', '--quiet', '--bare', work, repository);
    await rm(work, { recursive: true });
  });

/** An application with a lock file, all of whose packages are archives beside it. */
export const npmApplication = (bench: Bench): Promise<string> =>
  once(bench, 'application', async (application) => {
    await mkdir(application);
    const files = Math.ceil(bench.scale.treeFiles / PACKAGE_COUNT);
    const names = Array.from({ length: PACKAGE_COUNT }, (_, place) => `bench-part${place}`);
    for (const name of names) await packPackage(application, name, files);
    const dependencies = Object.fromEntries(names.map((name) => [name, `file:${name}.tgz`]));
    await writeManifest(application, { name: 'bench-application', version: '1.0.0', dependencies });
    await npm(bench, application, 'install', '--package-lock-only');
  });

async function packPackage(application: string, name: string, files: number): Promise<void> {
  const directory = join(application, name, 'package');
  await mkdir(directory, { recursive: true });
  await writeManifest(directory, { name, version: '1.0.0' });
  await writeTree(directory, files);
  await run('tar', '-C', join(application, name), '-czf', join(application, `${name}.tgz`), 'package');
  await rm(join(application, name), { recursive: true });
}

const writeManifest = (directory: string, manifest: object): Promise<void> =>
  writeFile(join(directory, 'package.json'), JSON.stringify(manifest));

/** Without the network; npm's cache is on the local disk, where users have theirs. */
export const npm = (bench: Bench, directory: string, ...words: string[]): Promise<string> => {
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const cache = ['--cache', join(bench.places.tools, 'npm-cache')];
  return runWith({ cwd: directory }, 'npm', ...words, ...quiet, ...cache);
};
