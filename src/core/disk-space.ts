/** How full the file system under a brick is. */
export interface DiskSpace {
  readonly totalBytes: number;
  /** To unprivileged writers, as df(1) shows it. */
  readonly availableBytes: number;
}
