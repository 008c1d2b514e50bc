import { hostname } from 'node:os';
import type { ConnectOptions } from '../src/client/connect.js';
import type { Logger } from '../src/runtime/logger.js';
import { parseDeviceSpec, type DeviceSpec } from './device-spec.js';
import { parseMountTarget, type MountTarget } from './mount-point.js';
import { parseMountOptions, type MountSettings } from './options.js';

/** What `hafs mount` was asked to do. */
export interface MountRequest {
  /** `[HOST[:PORT][,…]:]VOL[/SUBDIR]`, as the user gave it; the mount table shows it like that. */
  readonly source: string;
  /** A directory, or `/dev/fd/N` (cli.md, drop_privileges). */
  readonly directory: string;
  /** As after `-o`: separated by commas, possibly empty. */
  readonly options: string;
  /** Serve from this process until unmounted, instead of leaving a daemon behind. */
  readonly foreground: boolean;
  /** Leave out unknown options (`mount -s`). */
  readonly sloppy?: boolean;
  /** Check everything, and do nothing (`mount -f`). */
  readonly fake?: boolean;
  /** Called by mount(8): what is mounted there already is what was asked for. */
  readonly isHelper?: boolean;
  /** HOST:PORT each, for a source that names no host. */
  readonly servers: readonly string[];
  /** An absolute path, where it was named other than by `-o credential=`. */
  readonly credentialFile?: string;
}

/** A request, understood. */
export interface MountPlan {
  readonly source: string;
  readonly device: DeviceSpec;
  readonly target: MountTarget;
  readonly settings: MountSettings;
  /** HOST:PORT each. */
  readonly servers: readonly string[];
  /** Where it was named. */
  readonly credentialFile: string | undefined;
}

/** Of the time to mount, how much may go into finding a server: the rest is for saying what went wrong. */
const CONNECT_TIME_SHARE = 0.8;

/** @throws {InvalidRequestError} naming what cannot be understood. */
export function planMount(request: MountRequest): MountPlan {
  const device = parseDeviceSpec(request.source);
  const settings = parseMountOptions(request.options, request.sloppy);
  const named = [...device.servers, ...settings.servers];
  const servers = named.length > 0 ? named : request.servers;
  const credentialFile = settings.credentialFile ?? request.credentialFile;
  const target = parseMountTarget(request.directory);
  return { source: request.source, device, target, settings, servers, credentialFile };
}

/** @param credentialFile who mounts. */
export const connectOptionsOf = (
  { device, settings, servers, target }: MountPlan,
  credentialFile: string | undefined,
  log: Logger,
): ConnectOptions => ({
  ...(credentialFile !== undefined && { credentialFile }),
  servers,
  volume: device.volume,
  connectTimeoutMs: settings.mountTimeoutMs * CONNECT_TIME_SHARE,
  operationTimeoutMs: settings.operationTimeoutMs,
  clientName: `${hostname()}:${target.kind === 'directory' ? target.path : 'mount.fuse'}`,
  log,
});
