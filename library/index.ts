/**
 * A volume of hafs in a Node program, in the shape of `node:fs/promises`.
 *
 * ```ts
 * import { connect } from 'hafs';
 *
 * await using volume = await connect('n1,n2,n3:/www');
 * await volume.writeFile('/index.html', '<h1>hello</h1>');
 * ```
 *
 * @packageDocumentation
 */
export { connect, type ConnectOptions } from './connect.js';
export { Volume, type FileOptions, type FileStreamOptions } from './volume.js';
export { VolumeFileHandle, type ReadOptions } from './file-handle.js';
export { VolumeDirectory, type VolumeDirent } from './directories.js';
export { VolumeReadStream, VolumeWriteStream, type StreamOptions } from './streams.js';
export type { ListOptions, MakeDirectoryOptions } from './name-calls.js';
export type { VolumeSpaceStats, VolumeStats } from './stats.js';
export type { RemoveOptions } from './remove-tree.js';
export type { VolumeChange } from './watch.js';
