import { DevFuseTransport } from './dev-fuse-transport.js';
import type { FuseTransport, TransportName, TransportOptions } from './fuse-transport.js';

/** @throws {RefusedError} when what a transport needs is not installed. */
export async function openTransport(name: TransportName, options: TransportOptions): Promise<FuseTransport> {
  switch (name) {
    case 'dev-fuse':
      return new DevFuseTransport(options);
    case 'fuse-native': {
      // Loaded only when it is wanted: the package is optional.
      const { NativeTransport } = await import('./native/native-transport.js');
      const { loadNativeFuse } = await import('./native/native-fuse.js');
      return new NativeTransport(options, loadNativeFuse());
    }
  }
}
