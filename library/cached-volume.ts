import type { FileCache } from '../src/client/cache/file-cache.js';
import type { FileVolume } from '../src/client/file-volume.js';
import { FileError } from '../src/core/errors.js';
import { isQuery, type FileOperation, type FileReply } from '../src/core/operation.js';

/**
 * A volume whose attributes and names are told from the cache while a lease allows it.
 * @param onChanged called after every change from here.
 */
export function cachedVolume(volume: FileVolume, cache: FileCache, onChanged: () => void): FileVolume {
  return {
    execute: (operation) => {
      const known = knownReply(operation, cache);
      if (!isQuery(operation)) return volume.execute(operation).finally(onChanged);
      if (known === undefined) return volume.execute(operation);
      return known instanceof Error ? Promise.reject(known) : Promise.resolve(known);
    },
    root: volume.root,
    onOrphans: (listener) => volume.onOrphans(listener),
    close: () => volume.close(),
  };
}

function knownReply(operation: FileOperation, cache: FileCache): FileReply | Error | undefined {
  if (operation.kind === 'getattr') {
    const attr = cache.attrOf(operation.ino);
    return attr && { kind: 'attr', attr };
  }
  if (operation.kind !== 'lookup') return undefined;
  const entry = cache.entryOf(operation.parent, operation.name);
  if (entry === undefined) return undefined;
  if (entry.ino === undefined) return new FileError('ENOENT');
  const attr = cache.attrOf(entry.ino);
  return attr && { kind: 'entry', attr, created: false };
}
