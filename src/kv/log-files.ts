/** LevelDB's file names: `NNNNNN.log`, `NNNNNN.ldb`. Six digits at least, more once there have been a million. */
export const numberOf = (fileName: string): number => Number.parseInt(fileName, 10);

/** The logs among a directory's files, the oldest first. */
export const logFiles = (fileNames: readonly string[]): string[] =>
  fileNames.filter((name) => /^\d+\.log$/.test(name)).sort((a, b) => numberOf(a) - numberOf(b));

/** What LevelDB may have called a table, the second before its version 1.14. */
export const tableNames = (table: number): readonly string[] => {
  const number = String(table).padStart(6, '0');
  return [`${number}.ldb`, `${number}.sst`];
};

export const isTable = (fileName: string): boolean => /^\d+\.(ldb|sst)$/.test(fileName);
