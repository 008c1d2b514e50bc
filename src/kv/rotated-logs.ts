/**
 * LevelDB's log files that it no longer writes to: all but the newest of `NNNNNN.log`. The number has six
 * digits at least, and more once there have been a million files.
 */
export function rotatedLogs(fileNames: readonly string[]): string[] {
  const logs = fileNames.filter((name) => /^\d+\.log$/.test(name));
  return logs.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).slice(0, -1);
}
