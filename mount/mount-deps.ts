import type { ConnectOptions } from '../src/client/connect.js';
import type { FileVolume } from '../src/client/file-volume.js';
import type { CredentialPlaces } from '../src/rpc/identity/credential-place.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';

/** What the mount needs from the world outside of it; built in src/main.ts. */
export interface MountDeps {
  readonly connectVolume: (options: ConnectOptions) => Promise<FileVolume>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where a credential is looked for when none is named. */
  readonly credentialPlaces: CredentialPlaces;
  /** What `node` runs to be the `hafs` program; the daemon is a process of its own. */
  readonly entryFile: string;
}
