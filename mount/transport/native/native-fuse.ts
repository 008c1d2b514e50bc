import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { RefusedError } from '../../../src/core/errors.js';
import type { NativeHandlers } from './native-handlers.js';

/** Of fuse-native; it hands them on to libfuse 2.9. */
export interface NativeOptions {
  readonly allowOther: boolean;
  readonly defaultPermissions: boolean;
  readonly fsname: string;
  readonly subtype: string;
  /** Seconds; a number 0 would be taken for none. */
  readonly entryTimeout: string;
  readonly attrTimeout: string;
  /** `false`: it does not give up waiting for an answer by itself. */
  readonly timeout: false;
}

/** What fuse-native exports. */
export type NativeFuse = new (
  directory: string,
  handlers: NativeHandlers,
  options: NativeOptions,
) => { mount(done: (err: Error | null) => void): void };

const PACKAGE = 'fuse-native';
/** Of dlopen(3): closing the library does not take it out of memory. */
const RTLD_NODELETE = 0x1000;

/** @throws {RefusedError} saying what to do, when the optional package is not there or does not run here. */
export function loadNativeFuse(): NativeFuse {
  const require = createRequire(import.meta.url);
  try {
    loadLibfuse(createRequire(require.resolve(PACKAGE)));
    return require(PACKAGE) as NativeFuse;
  } catch (err) {
    const { code, message } = err as NodeJS.ErrnoException;
    const isMissing = code === 'MODULE_NOT_FOUND' && message.includes(`'${PACKAGE}'`);
    const reason = isMissing ? 'is not installed' : `cannot be loaded (${message.split('\n')[0] ?? ''})`;
    throw new RefusedError(
      `the package ${PACKAGE} ${reason}; run "npm install ${PACKAGE}" beside hafs, or mount without transport=fuse-native`,
      { cause: err },
    );
  }
}

/**
 * fuse-native wants libfuse.so.2 where the system keeps its libraries, though it brings one along. Once that is in
 * memory, the loader takes it. It is no module of Node's, so Node refuses it afterwards; it stays loaded.
 */
function loadLibfuse(requireOfPackage: NodeJS.Require): void {
  const { lib } = requireOfPackage('fuse-shared-library') as { readonly lib: string };
  try {
    process.dlopen({ exports: {} }, lib, constants.dlopen.RTLD_NOW | RTLD_NODELETE);
  } catch {
    // Whether it is there now, loading fuse-native will tell.
  }
}
