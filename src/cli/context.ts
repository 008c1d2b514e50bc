/** What a command needs from the world outside of `cli`; built in src/main.ts, replaced by tests. */
import type { ConnectOptions } from '../client/connect.js';
import type { FileVolume } from '../client/file-volume.js';
import type { CredentialPlaces } from '../rpc/identity/credential-place.js';
import type { JoinToken } from '../rpc/identity/token.js';
import type { Clock } from '../runtime/clock.js';
import type { LogFormat } from '../runtime/logger.js';
import type { Random } from '../runtime/random.js';
import type { Terminal } from './terminal.js';

export interface ServerOptions {
  readonly dataDirectory: string;
  /** HOST:PORT */
  readonly listen?: string;
  /** Listen elsewhere than on loopback although nobody's identity can be checked. */
  readonly insecure?: boolean;
  /** HOST:PORT that the others and the clients use. */
  readonly advertise?: string;
  readonly name?: string;
  /** HOST:PORT of the metrics and the status page. */
  readonly http?: string;
  readonly logFormat: LogFormat;
}

export interface MountOptions {
  /** `[HOST[:PORT][,…]:]VOL[/SUBDIR]`, as the user gave it. */
  readonly source: string;
  readonly directory: string;
  /** As after `-o`: separated by commas, possibly empty. */
  readonly options: string;
  /** Stay in the foreground until unmounted. */
  readonly foreground: boolean;
  /** Leave out unknown options instead of refusing them (`mount -s`). */
  readonly sloppy: boolean;
  /** Say what would be done, and do nothing (`mount -f`). */
  readonly fake: boolean;
  /** Called by mount(8): the same volume at the same place is not mounted twice. */
  readonly isHelper: boolean;
  /** HOST:PORT each, for a source that names no host. */
  readonly servers: readonly string[];
  /** The credential, where it was named; an absolute path. */
  readonly credentialFile?: string;
}

/** What a node has become a node of its pool by. */
export interface NewIdentity {
  /** Of the pool's authority. */
  readonly fingerprint: string;
  readonly adminFile: string;
}

/** The programs that live in layers of their own. Each throws when it fails. */
export interface Programs {
  /** Ends when the server has stopped in good order. */
  serve(options: ServerOptions): Promise<void>;
  /** Ends when the volume is mounted and answers, or, in the foreground, when it is unmounted again. */
  mount(options: MountOptions): Promise<void>;
  /** Ends when everything is flushed and nothing is left behind. */
  umount(directory: string): Promise<void>;
  /** Makes a pool's authority, and the first node's identity. */
  initPool(dataDirectory: string): Promise<NewIdentity>;
  joinPool(dataDirectory: string, token: JoinToken): Promise<NewIdentity>;
}

export interface CliContext {
  readonly programs: Programs;
  readonly connectVolume: (options: ConnectOptions) => Promise<FileVolume>;
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly random: Random;
  readonly environment: (name: string) => string | undefined;
  readonly configFile: string;
  readonly credentialPlaces: CredentialPlaces;
  readonly version: string;
  /** How the user calls this program, for advice that can be copied. */
  readonly commandName: string;
  /** What `node` runs to be this program. */
  readonly entryFile: string;
}
