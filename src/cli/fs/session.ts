import { hostname } from 'node:os';
import { FileError } from '../../core/errors.js';
import { silentLogger } from '../../runtime/logger.js';
import { credentialFileOf, serversOf, type Call } from '../call.js';
import { parseFileSpec, specText, type FileSpec } from '../file-spec.js';
import { UsageError } from '../usage-error.js';
import { VolumeTree } from '../../client/tree/volume-tree.js';

const CONNECT_TIMEOUT_MS = 10_000;
const OPERATION_TIMEOUT_MS = 30_000;

/** Opens the volume, lets `work` use it, and ends the session whatever happens. */
export async function withVolume(
  call: Call,
  volume: string,
  work: (tree: VolumeTree) => Promise<void>,
): Promise<void> {
  const credentialFile = await credentialFileOf(call);
  const fileVolume = await call.context.connectVolume({
    ...(credentialFile !== undefined && { credentialFile }),
    servers: await serversOf(call),
    volume,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    operationTimeoutMs: OPERATION_TIMEOUT_MS,
    clientName: `${hostname()}: hafs ${call.label}, pid ${process.pid}`,
    log: silentLogger,
  });
  try {
    await work(new VolumeTree(fileVolume, callerOfProcess()));
  } finally {
    await fileVolume.close();
  }
}

const callerOfProcess = () => ({ uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 });

/** Does the same for each place, one after the other, in one session. @throws {UsageError} they are in several volumes. */
export async function forEachPlace(
  call: Call,
  texts: readonly string[],
  work: (tree: VolumeTree, spec: FileSpec) => Promise<void>,
): Promise<void> {
  const specs = texts.map(parseFileSpec);
  await withVolume(call, volumeOf(specs), async (tree) => {
    for (const spec of specs) await naming(specText(spec), work(tree, spec));
  });
}

/** The one volume that all places are in. @throws {UsageError} */
export function volumeOf(specs: readonly FileSpec[]): string {
  const [first, other] = [...new Set(specs.map((spec) => spec.volume))];
  if (first === undefined) throw new UsageError('write VOL:/PATH');
  if (other === undefined) return first;
  throw new UsageError(`${first} and ${other} are different volumes: name one at a time`);
}

/** A refusal that already says which file it is about. */
export class NamedFileError extends FileError {}

/** Makes a bare "ENOENT" say what was not found. */
export async function naming<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (err) {
    if (!(err instanceof FileError) || err instanceof NamedFileError) throw err;
    throw new NamedFileError(err.errno, what);
  }
}
