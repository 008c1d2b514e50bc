/** LevelDB's file names: `NNNNNN.log`, `NNNNNN.ldb`. Six digits at least, more once there have been a million. */
export const numberOf = (fileName: string): number => Number.parseInt(fileName, 10);

/** The logs among a directory's files, the oldest first. */
export const logFiles = (fileNames: readonly string[]): string[] =>
  fileNames.filter((name) => /^\d+\.log$/.test(name)).sort((a, b) => numberOf(a) - numberOf(b));

export const isTable = (fileName: string): boolean => /^\d+\.(ldb|sst)$/.test(fileName);
