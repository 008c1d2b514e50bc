/** Every metric of a node, with what it means. docs/monitoring.md explains them; a test compares the two. */

/** Of what clients ask; by the node that manages the volume. */
export const FILE_METRICS = {
  duration: {
    name: 'hafs_file_operation_seconds',
    help: 'Time from the arrival of an operation at the volume manager to its answer',
  },
  errors: { name: 'hafs_file_errors_total', help: 'Operations that were refused, by errno and cause' },
  readBytes: { name: 'hafs_file_read_bytes_total', help: 'File data that clients have read' },
  writtenBytes: { name: 'hafs_file_written_bytes_total', help: 'File data that clients have written' },
  stalls: {
    name: 'hafs_file_stalled_operations_total',
    help: 'Operations that took longer than 1 s, waits for locks apart',
  },
} as const;

/** Of what happens to a replica set; each counted by the node that did or saw it. */
export const REPLICA_METRICS = {
  elections: { name: 'hafs_elections_total', help: 'Elections in which this brick stood' },
  managerChanges: { name: 'hafs_manager_changes_total', help: 'Times that this brick became volume manager' },
  syncLosses: {
    name: 'hafs_sync_losses_total',
    help: 'Times that a brick left the in-sync set of this volume manager',
  },
  isolations: {
    name: 'hafs_isolations_total',
    help: 'Times that this brick has caught another one in a lie, or heard of it, and isolated it',
  },
  heals: { name: 'hafs_heals_total', help: 'Heals that this volume manager has fed, by how they ended' },
  healedEntries: { name: 'hafs_healed_entries_total', help: 'Records that heals have sent' },
  healedBytes: { name: 'hafs_healed_bytes_total', help: 'Bytes that heals have sent' },
  checksumErrors: {
    name: 'hafs_checksum_errors_total',
    help: 'Records of this brick that did not match their checksum',
  },
  repairs: {
    name: 'hafs_repairs_total',
    help: 'Damaged records written anew on all bricks, by how it ended',
  },
  scrubs: { name: 'hafs_scrubs_total', help: 'Times that this brick has read all of its records' },
} as const;

/** Of a brick on this node. */
export const BRICK_METRICS = {
  open: { name: 'hafs_brick_open', help: '1 while the brick is at work, 0 while it cannot be opened' },
  manager: { name: 'hafs_brick_is_manager', help: '1 on the brick that is volume manager' },
  term: { name: 'hafs_brick_term', help: 'Term of the replica set, as this brick knows it' },
  index: { name: 'hafs_brick_index', help: 'Last change in the store of this brick' },
  commitIndex: { name: 'hafs_brick_commit_index', help: 'Last change that this brick knows to be committed' },
  readable: { name: 'hafs_volume_readable', help: '1 if clients can read the volume, as this node sees it' },
  writable: { name: 'hafs_volume_writable', help: '1 if clients can write the volume, as this node sees it' },
  diskTotal: { name: 'hafs_disk_total_bytes', help: 'Size of the file system under the brick' },
  diskAvailable: { name: 'hafs_disk_available_bytes', help: 'Free space under the brick' },
  diskReserve: { name: 'hafs_disk_reserve_bytes', help: 'Free space below which writes are refused' },
  storeSize: { name: 'hafs_leveldb_size_bytes', help: 'Size of the tables of LevelDB, about' },
  storeTables: { name: 'hafs_leveldb_tables', help: 'Tables of LevelDB' },
  compactionSeconds: {
    name: 'hafs_leveldb_compaction_seconds_total',
    help: 'Time that LevelDB has spent on compactions since the brick was opened',
  },
  compactionRead: { name: 'hafs_leveldb_compaction_read_bytes_total', help: 'Bytes read by compactions' },
  compactionWritten: {
    name: 'hafs_leveldb_compaction_written_bytes_total',
    help: 'Bytes written by compactions',
  },
  recalls: {
    name: 'hafs_lease_recalls_total',
    help: 'Times that this brick, as volume manager, has asked a client to give leases back',
  },
  scrubRunning: { name: 'hafs_scrub_running', help: '1 while the brick reads all of its records' },
  scrubEnded: {
    name: 'hafs_scrub_ended_timestamp_seconds',
    help: 'When the last whole scrub ended; 0: never',
  },
} as const;

/** Of a volume, by the node that manages it. */
export const VOLUME_METRICS = {
  bricks: { name: 'hafs_volume_bricks', help: 'Bricks of the volume by state, as its manager sees them' },
  pendingEntries: { name: 'hafs_heal_pending_entries', help: 'Records that a brick has missed' },
  pendingBytes: { name: 'hafs_heal_pending_bytes', help: 'Bytes that a brick has missed' },
  healRate: { name: 'hafs_heal_bytes_per_second', help: 'Speed of the heal of a brick' },
  healRemaining: {
    name: 'hafs_heal_remaining_seconds',
    help: 'Time left of the heal of a brick, where known',
  },
  sessions: { name: 'hafs_volume_sessions', help: 'Clients that have a session' },
  leases: { name: 'hafs_leases', help: 'Inodes that clients may have in their caches, each client counted' },
  uncommittedEntries: { name: 'hafs_uncommitted_entries', help: 'Changes under way' },
  uncommittedBytes: { name: 'hafs_uncommitted_bytes', help: 'Bytes of changes under way' },
} as const;

/** Of the node as such. */
export const NODE_METRICS = {
  info: { name: 'hafs_node_info', help: '1, with the name and version of this node' },
  time: { name: 'hafs_node_time_seconds', help: 'Wall clock of this node' },
  connected: { name: 'hafs_node_connected', help: '1 while this node has a connection to the other' },
  poolQuorum: { name: 'hafs_pool_has_manager', help: '1 while the pool has a managing node' },
  events: { name: 'hafs_events_total', help: 'Events that this node has told, by kind' },
  webhookDelivered: { name: 'hafs_webhook_delivered_total', help: 'Events that the webhook has taken' },
  webhookDropped: { name: 'hafs_webhook_dropped_total', help: 'Events that the webhook did not take' },
} as const;
