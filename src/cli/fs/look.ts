/** `fs ls`, `fs stat`, `fs cat`: nothing is changed. */
import type { Attr } from '../../core/attr.js';
import { FileError } from '../../core/errors.js';
import { printable } from '../../core/printable.js';
import type { Call } from '../call.js';
import { specText } from '../file-spec.js';
import { show } from '../output.js';
import { nameText } from '../../client/tree/byte-path.js';
import { fileDocument, longListing, statBlock, type NamedFile } from './listing.js';
import { forEachPlace } from './session.js';
import type { VolumeTree } from '../../client/tree/volume-tree.js';

export async function list(call: Call<{ readonly long?: true }>, places: string[]): Promise<void> {
  const listed: { readonly place: string; readonly files: readonly NamedFile[] }[] = [];
  await forEachPlace(call, places, async (tree, spec) => {
    const place = specText(spec);
    listed.push({ place, files: await filesAt(tree, spec.path, place) });
  });
  const layout = call.options.long === true ? longListing : shortListing;
  const files = listed.flatMap((group) => group.files);
  show(call, files.map(fileDocument), () =>
    listed.map((group) => groupText(group, listed.length, layout)).join('\n\n'),
  );
}

function groupText(
  group: { readonly place: string; readonly files: readonly NamedFile[] },
  groupCount: number,
  layout: (files: readonly NamedFile[]) => string,
): string {
  const text = layout(group.files);
  return groupCount === 1 ? text : `${group.place}:\n${text}`;
}

const shortListing = (files: readonly NamedFile[]): string =>
  files.map(({ name }) => printable(name)).join('\n');

/** A directory's entries by name, or the file itself. */
async function filesAt(tree: VolumeTree, path: string, place: string): Promise<NamedFile[]> {
  const attr = await tree.walk(path, 'follow');
  if (attr.type !== 'directory') return [await named(tree, place, attr)];
  const files: NamedFile[] = [];
  for await (const entry of tree.list(attr.ino))
    files.push(await named(tree, nameText(entry.name), entry.attr));
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function named(tree: VolumeTree, name: string, attr: Attr): Promise<NamedFile> {
  const target = attr.type === 'symlink' ? nameText(await tree.readLink(attr.ino)) : undefined;
  return { name, attr, target };
}

export async function stat(call: Call, places: string[]): Promise<void> {
  const files: NamedFile[] = [];
  await forEachPlace(call, places, async (tree, spec) => {
    files.push(await named(tree, specText(spec), await tree.walk(spec.path, 'keep')));
  });
  show(call, files.map(fileDocument), () => files.map(statBlock).join('\n'));
}

export async function cat(call: Call, places: string[]): Promise<void> {
  await forEachPlace(call, places, async (tree, spec) => {
    const attr = await tree.walk(spec.path, 'follow');
    if (attr.type === 'directory') throw new FileError('EISDIR');
    for (let offsetBytes = 0; ;) {
      const data = await tree.read(attr.ino, offsetBytes);
      if (data.length === 0) return;
      await call.context.terminal.writeBytes(data);
      offsetBytes += data.length;
    }
  });
}
