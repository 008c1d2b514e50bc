export type Severity = 'info' | 'warning' | 'error';

/** Everything that is told as an event. The names are part of the contract with scripts: add, never rename. */
export const EVENT_KINDS = {
  'server-started': 'info',
  'server-stopping': 'info',
  'node-joined': 'info',
  'node-left': 'info',
  'node-unreachable': 'warning',
  'node-reachable': 'info',
  'pool-quorum-lost': 'error',
  'pool-quorum-regained': 'info',
  'volume-created': 'info',
  'volume-deleted': 'info',
  'volume-started': 'info',
  'volume-stopped': 'info',
  'volume-options': 'info',
  'manager-changed': 'warning',
  'quorum-lost': 'error',
  'volume-full': 'error',
  'service-regained': 'info',
  'brick-offline': 'warning',
  'brick-in-sync': 'info',
  'brick-failed': 'error',
  'brick-opened': 'info',
  'heal-begun': 'info',
  'heal-done': 'info',
  'heal-failed': 'warning',
  'damage-found': 'warning',
  'damage-repaired': 'info',
  'damage-not-repaired': 'error',
  'scrub-done': 'info',
  'disk-low': 'warning',
  'disk-full': 'error',
  'disk-ok': 'info',
} as const satisfies Record<string, Severity>;

export type EventKind = keyof typeof EVENT_KINDS;
