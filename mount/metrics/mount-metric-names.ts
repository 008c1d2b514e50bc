/** Every metric of a mount, with what it means. docs/monitoring.md explains them; a test compares the two. */
export const MOUNT_METRICS = {
  info: { name: 'hafs_mount_info', help: '1, with the volume and the mount point' },
  duration: {
    name: 'hafs_mount_request_seconds',
    help: "Time from the arrival of a request of the kernel to its answer; what the kernel's cache answers is not seen",
  },
  quicklyAnswered: {
    name: 'hafs_mount_quickly_answered_total',
    help: 'Requests of the kernel to open or close a file that were answered where they were read, by request; in no other figure',
  },
  errors: { name: 'hafs_mount_errors_total', help: 'Requests of the kernel that were refused, by errno' },
  underWay: {
    name: 'hafs_mount_requests_under_way',
    help: 'Requests of the kernel that are not answered yet',
  },
  readBytes: { name: 'hafs_mount_read_bytes_total', help: 'File data given to the kernel' },
  writtenBytes: { name: 'hafs_mount_written_bytes_total', help: 'File data taken from the kernel' },
  volumeDuration: {
    name: 'hafs_mount_volume_operation_seconds',
    help: 'Time that an operation on the volume took, failovers included',
  },
  stalls: {
    name: 'hafs_mount_stalled_operations_total',
    help: 'Operations on the volume that took longer than 1 s, waits for locks apart',
  },
} as const;
