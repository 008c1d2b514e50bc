/** `fs mkdir`, `fs rm`, `fs mv`, `fs ln`. */
import { posix } from 'node:path';
import type { Attr } from '../../core/attr.js';
import { FileError } from '../../core/errors.js';
import type { Call } from '../call.js';
import { confirm } from '../confirm.js';
import { isFileSpec, parseFileSpec, specText } from '../file-spec.js';
import { show } from '../output.js';
import { UsageError } from '../usage-error.js';
import { splitPath, utf8 } from '../../client/tree/byte-path.js';
import { forEachPlace, naming, volumeOf, withVolume } from './session.js';
import type { NamePlace, VolumeTree } from '../../client/tree/volume-tree.js';

const DIRECTORY_MODE = 0o755;

export async function makeDirectories(
  call: Call<{ readonly parents?: true }>,
  places: string[],
): Promise<void> {
  const make = call.options.parents === true ? makeWithParents : makeDirectory;
  await forEachPlace(call, places, (tree, spec) => make(tree, spec.path));
  done(call, places);
}

async function makeDirectory(tree: VolumeTree, path: string): Promise<void> {
  await tree.make({ ...(await tree.place(path)), type: 'directory', mode: DIRECTORY_MODE });
}

/** A directory that is there already is no failure, also when someone else makes it at the same moment. */
async function makeWithParents(tree: VolumeTree, path: string): Promise<void> {
  const names = splitPath(utf8(path)).map((name) => Buffer.from(name).toString('utf8'));
  for (let depth = 1; depth <= names.length; depth++) {
    const prefix = `/${names.slice(0, depth).join('/')}`;
    try {
      await makeDirectory(tree, prefix);
    } catch (err) {
      if (!(err instanceof FileError && err.errno === 'EEXIST')) throw err;
      if ((await tree.walk(prefix, 'follow')).type !== 'directory') throw err;
    }
  }
}

export async function remove(call: Call<{ readonly recursive?: true }>, places: string[]): Promise<void> {
  const isRecursive = call.options.recursive === true;
  if (isRecursive) await confirm(call, `Everything in ${places.join(', ')} will be removed.`);
  await forEachPlace(call, places, async (tree, spec) => {
    const place = await tree.place(spec.path);
    const attr = await tree.lookup(place);
    if (attr.type === 'directory' && !isRecursive) throw new FileError('EISDIR');
    await removeAll(tree, place, attr);
  });
  done(call, places);
}

async function removeAll(tree: VolumeTree, place: NamePlace, attr: Attr): Promise<void> {
  if (attr.type !== 'directory') return tree.remove(place, 'unlink');
  for await (const entry of tree.list(attr.ino)) {
    await removeAll(tree, { parent: attr.ino, name: entry.name }, entry.attr);
  }
  await tree.remove(place, 'rmdir');
}

export async function move(call: Call, from: string, to: string): Promise<void> {
  const [source, target] = [parseFileSpec(from), parseFileSpec(to)];
  await withVolume(call, volumeOf([source, target]), async (tree) => {
    const place = await naming(from, tree.place(source.path));
    await naming(from, tree.lookup(place));
    await naming(
      to,
      placeInto(tree, target.path, place.name).then((into) => tree.rename(place, into)),
    );
  });
  done(call, [to]);
}

/** A directory takes the new entry in; any other path is itself the new entry's place. */
export async function placeInto(tree: VolumeTree, path: string, name: Uint8Array): Promise<NamePlace> {
  const directory = await directoryAt(tree, path);
  return directory === undefined ? tree.place(path) : { parent: directory.ino, name };
}

export async function directoryAt(tree: VolumeTree, path: string): Promise<Attr | undefined> {
  try {
    const attr = await tree.walk(path, 'follow');
    return attr.type === 'directory' ? attr : undefined;
  } catch (err) {
    if (err instanceof FileError && err.errno === 'ENOENT') return undefined;
    throw err;
  }
}

export async function link(
  call: Call<{ readonly symbolic?: true }>,
  target: string,
  name: string,
): Promise<void> {
  const spec = parseFileSpec(name);
  await withVolume(call, spec.volume, async (tree) => {
    const make = call.options.symbolic === true ? linkSymbolically : linkHard;
    await naming(specText(spec), make(tree, target, name));
  });
  done(call, [name]);
}

async function linkHard(tree: VolumeTree, target: string, name: string): Promise<void> {
  const [source, spec] = [parseFileSpec(target), parseFileSpec(name)];
  volumeOf([source, spec]);
  const { ino } = await naming(target, tree.walk(source.path, 'keep'));
  const last = splitPath(utf8(source.path)).at(-1) ?? utf8('');
  await tree.link(ino, await placeInto(tree, spec.path, last));
}

async function linkSymbolically(tree: VolumeTree, target: string, name: string): Promise<void> {
  const { path } = parseFileSpec(name);
  const text = isFileSpec(target) ? relativeTarget(target, name) : target;
  if (text === '') throw new UsageError('a symbolic link needs a target');
  await tree.make({ ...(await tree.place(path)), type: 'symlink', mode: 0o777, target: utf8(text) });
}

/** A link within the volume must hold wherever the volume is mounted: so it goes by relative steps. */
function relativeTarget(target: string, name: string): string {
  const [to, from] = [parseFileSpec(target), parseFileSpec(name)];
  volumeOf([to, from]);
  return posix.relative(posix.dirname(from.path), to.path) || '.';
}

/** Like mkdir(1) and its kin, these say nothing when all went well. */
const done = (call: Call, places: readonly string[]): void => show(call, { done: places }, () => '');
