/** `fs put` and `fs get`. */
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Call } from '../call.js';
import { parseFileSpec, specText, type FileSpec } from '../file-spec.js';
import { show } from '../output.js';
import { isDots, joinPath, splitPath, utf8 } from '../../client/tree/byte-path.js';
import { directoryAt, placeInto } from './change.js';
import { TreeGetter } from './get-tree.js';
import { Progress } from './progress.js';
import { TreePutter, type LocalSource } from './put-tree.js';
import { NamedFileError, naming, withVolume } from './session.js';
import type { VolumeTree } from '../../client/tree/volume-tree.js';

interface Options {
  readonly recursive?: true;
}

export async function put(call: Call<Options>, local: string, place: string): Promise<void> {
  const spec = parseFileSpec(place);
  const source = { path: Buffer.from(local), stats: await stat(local, { bigint: true }) };
  if (source.stats.isDirectory() && call.options.recursive !== true) throw directoryNeedsFlag(local);
  await transfer(call, spec, async (tree, progress) => {
    const putter = new TreePutter(tree, progress, call.context.random);
    await naming(specText(spec), putAt(tree, putter, source, spec));
  });
}

/** As cp(1): into a directory that is there, else under the given name; `DIR/.` stands for what is in DIR. */
async function putAt(
  tree: VolumeTree,
  putter: TreePutter,
  source: LocalSource,
  spec: FileSpec,
): Promise<void> {
  const name = utf8(basename(source.path.toString()));
  const directory = await directoryAt(tree, spec.path);
  if (directory !== undefined && (name.length === 0 || isDots(name)))
    return putter.fill(source, directory.ino);
  await putter.put(source, await placeInto(tree, spec.path, name));
}

export async function get(call: Call<Options>, place: string, local: string): Promise<void> {
  const spec = parseFileSpec(place);
  await transfer(call, spec, async (tree, progress) => {
    const attr = await naming(place, tree.walk(spec.path, 'follow'));
    if (attr.type === 'directory' && call.options.recursive !== true) throw directoryNeedsFlag(place);
    const path = await localTarget(local, spec);
    await naming(place, new TreeGetter(tree, progress, call.context.random).get(attr, path));
  });
}

/** Links in what the user says are followed, as everywhere; below it none is (`TreeGetter`). */
async function localTarget(local: string, spec: FileSpec): Promise<Buffer> {
  const existing = await lstat(local).catch(() => undefined);
  if (existing === undefined) return Buffer.from(local);
  const path = await realpath(local, { encoding: 'buffer' });
  const name = splitPath(utf8(spec.path)).at(-1);
  const isInto = name !== undefined && !isDots(name) && (await stat(path)).isDirectory();
  return isInto ? joinPath(path, name) : path;
}

const directoryNeedsFlag = (what: string): NamedFileError =>
  new NamedFileError('EISDIR', `${what} (-r copies directories too)`);

async function transfer(
  call: Call,
  spec: FileSpec,
  work: (tree: VolumeTree, progress: Progress) => Promise<void>,
): Promise<void> {
  const { terminal, clock } = call.context;
  const progress = new Progress(call.label, terminal, clock);
  try {
    await withVolume(call, spec.volume, (tree) => work(tree, progress));
  } finally {
    progress.end();
  }
  show(call, progress.document(), () => progress.text());
}
