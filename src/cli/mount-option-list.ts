/** What `-o` takes, for the help and the manual page. mount/options.ts reads them; a test keeps the two alike. */

export interface MountOptionEntry {
  /** "metrics=HOST:PORT" */
  readonly term: string;
  readonly description: string;
}

/** Those that only hafs has. */
export const OWN_MOUNT_OPTIONS: readonly MountOptionEntry[] = [
  {
    term: 'server=HOST[:PORT]',
    description:
      'a node of the pool to ask, besides those that the source names; may be repeated; without any: HAFS_SERVER, /etc/hafs/hafs.toml',
  },
  {
    term: 'mount-timeout=SECONDS',
    description:
      'how long to try while nodes are still starting (default: 30); with a few minutes a mount at boot waits for them, ' +
      'if x-systemd.mount-timeout= gives it more than that',
  },
  {
    term: 'op-timeout=SECONDS',
    description: 'how long one operation may take, failovers included, before it fails (default: 10)',
  },
  { term: 'credential=FILE', description: 'who mounts, for a pool with identities (an absolute path)' },
  { term: 'log=FILE', description: "where the mount's log goes (default: /var/log/hafs/DIR.log)" },
  { term: 'metrics=[HOST:]PORT', description: "serve the mount's /metrics for Prometheus" },
  { term: 'transport=dev-fuse|fuse-native', description: 'how to speak with the kernel (default: dev-fuse)' },
];

/** Those that mean what they mean for every file system (mount(8)). */
export const GENERIC_MOUNT_OPTIONS =
  'ro rw dev nodev suid nosuid exec noexec sync async dirsync atime noatime diratime nodiratime relatime ' +
  'norelatime strictatime nostrictatime lazytime nolazytime remount defaults _netdev nofail auto noauto ' +
  'user nouser users nousers owner group comment=TEXT x-systemd.*';

/** Those of FUSE that may be said, and are so anyway. */
export const IMPLIED_MOUNT_OPTIONS = 'allow_other default_permissions';

export const mountOptionsText = (): string =>
  [
    'Mount options (-o):',
    ...OWN_MOUNT_OPTIONS.map(({ term, description }) => `  ${term.padEnd(32)}${description}`),
    '  and those of mount(8): ro, nosuid, remount, … ; access times follow reads with relatime only',
  ].join('\n');
