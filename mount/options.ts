import { InvalidRequestError } from '../src/core/errors.js';
import { suggestion } from '../src/core/unknown-name.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { parseHttpAddress } from '../src/runtime/http-server.js';
import { TRANSPORT_NAMES, type TransportName } from './transport/fuse-transport.js';

const MOUNT_TIMEOUT_DEFAULT_MS = 30_000;
/** A failover takes three seconds at most; whatever takes much longer is not going to end well. */
const OPERATION_TIMEOUT_DEFAULT_MS = 10_000;
const TIMEOUT_SECONDS_MAX = 86_400;
const MS_PER_SECOND = 1_000;

/** mount(8) and the kernel know these; they mean the same for every file system. */
const KERNEL_OPTIONS =
  /^(ro|rw|(no)?(dev|suid|exec|atime|diratime|relatime|strictatime|lazytime)|sync|async|dirsync)$/;
/** Always on, or what the mount table shows of every FUSE mount and mount(8) gives back on a remount. */
const IMPLIED_OPTIONS =
  /^(defaults|allow_other|default_permissions|(user_id|group_id|max_read|blksize)=\d+)$/;
/** mount(8) keeps these to itself; people also copy them out of their fstab. */
const FSTAB_OPTIONS =
  /^(_netdev|nofail|(no)?auto|(no)?users?|owner|group|drop_privileges|(setuid|comment)=.*|[xX]-.*)$/;

/** What it writes into its own table, for umount(8) and systemd. */
const NOTED_OPTIONS = /^(_netdev|x-.*)$/;

export interface MountSettings {
  /** For mount(8). */
  readonly kernelOptions: readonly string[];
  /** Those that mount(8) only writes down. */
  readonly notedOptions: readonly string[];
  /** HOST:PORT each, from `server=`. */
  readonly servers: readonly string[];
  readonly mountTimeoutMs: number;
  readonly operationTimeoutMs: number;
  /** Who mounts; an absolute path. */
  readonly credentialFile: string | undefined;
  /** How to speak with the kernel. */
  readonly transport: TransportName;
  /** Where the daemon's log goes. */
  readonly logFile: string | undefined;
  /** HOST:PORT or PORT where `/metrics` is served. */
  readonly metricsAddress: string | undefined;
  /** Change the options of the mount that stands instead of mounting. */
  readonly isRemount: boolean;
}

type Writable<T> = { -readonly [P in keyof T]: T[P] };
type Draft = Writable<Omit<MountSettings, 'kernelOptions' | 'notedOptions' | 'servers'>> & {
  readonly kernelOptions: string[];
  readonly notedOptions: string[];
  readonly servers: string[];
};

/** hafs's own options: `NAME=VALUE`. */
const OWN_OPTIONS: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  server: (draft, value) => draft.servers.push(normalizeAddress(value)),
  log: (draft, value) => (draft.logFile = value),
  credential: (draft, value) => (draft.credentialFile = absolutePath('credential', value)),
  metrics: (draft, value) => {
    parseHttpAddress(value);
    draft.metricsAddress = value;
  },
  transport: (draft, value) => (draft.transport = transportNamed(value)),
  'mount-timeout': (draft, value) => (draft.mountTimeoutMs = secondsToMs('mount-timeout', value)),
  'op-timeout': (draft, value) => (draft.operationTimeoutMs = secondsToMs('op-timeout', value)),
};

/**
 * Reads what stands after `-o`: options separated by commas, the last of two that contradict wins.
 * @param isSloppy leaves out what nobody knows instead of refusing it (`mount -s`).
 * @throws {InvalidRequestError} naming the option.
 */
export function parseMountOptions(list: string, isSloppy = false): MountSettings {
  const draft: Draft = {
    kernelOptions: [],
    notedOptions: [],
    servers: [],
    mountTimeoutMs: MOUNT_TIMEOUT_DEFAULT_MS,
    operationTimeoutMs: OPERATION_TIMEOUT_DEFAULT_MS,
    transport: 'dev-fuse',
    logFile: undefined,
    credentialFile: undefined,
    metricsAddress: undefined,
    isRemount: false,
  };
  for (const option of list.split(',').filter((text) => text !== '')) {
    const isKnown = apply(draft, option);
    if (!isKnown && !isSloppy) throw unknownOption(option);
  }
  return draft;
}

/** Those that people write, to find the one that was meant. */
const KERNEL_OPTION_NAMES = [
  'noatime',
  'nodiratime',
  'relatime',
  'strictatime',
  'lazytime',
  'nodev',
  'nosuid',
];

export const OWN_OPTION_NAMES = Object.keys(OWN_OPTIONS);

function unknownOption(option: string): InvalidRequestError {
  const own = OWN_OPTION_NAMES;
  const name = option.split('=')[0] ?? option;
  const meant = suggestion(name, [...own, ...KERNEL_OPTION_NAMES, 'noexec', 'dirsync', 'remount']);
  return new InvalidRequestError(
    `unknown mount option "${option}"${meant}; its own are ${own.map((known) => `${known}=`).join(', ')}`,
  );
}

function apply(draft: Draft, option: string): boolean {
  if (NOTED_OPTIONS.test(option)) draft.notedOptions.push(option);
  if (IMPLIED_OPTIONS.test(option) || FSTAB_OPTIONS.test(option)) return true;
  if (option === 'remount') {
    draft.isRemount = true;
    return true;
  }
  if (KERNEL_OPTIONS.test(option)) {
    draft.kernelOptions.push(option);
    return true;
  }
  return applyOwn(draft, option);
}

function applyOwn(draft: Draft, option: string): boolean {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(option) ?? [];
  const set = Object.hasOwn(OWN_OPTIONS, name) ? OWN_OPTIONS[name] : undefined;
  if (set === undefined) return false;
  if (value === '') throw new InvalidRequestError(`mount option "${name}" needs a value`);
  set(draft, value);
  return true;
}

function transportNamed(value: string): TransportName {
  const named = TRANSPORT_NAMES.find((name) => name === value);
  if (named !== undefined) return named;
  throw new InvalidRequestError(
    `mount option "transport=${value}": not one of ${TRANSPORT_NAMES.join(', ')}`,
  );
}

/** The daemon works in another directory than whoever typed it. */
function absolutePath(name: string, value: string): string {
  if (value.startsWith('/')) return value;
  throw new InvalidRequestError(`mount option "${name}=${value}": not an absolute path`);
}

function secondsToMs(name: string, value: string): number {
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds > 0 && seconds <= TIMEOUT_SECONDS_MAX)
    return seconds * MS_PER_SECOND;
  throw new InvalidRequestError(`mount option "${name}=${value}": not a number of seconds`);
}
