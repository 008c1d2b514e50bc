/** Of what is nobody's business but the owner's: keys, and what people have stored. */
export const OWNER_DIRECTORY_MODE = 0o700;
export const OWNER_FILE_MODE = 0o600;
const OTHERS_BITS = 0o077;

/** From here on nobody but its owner reads what this process makes, LevelDB's files among it. */
export const keepFilesPrivate = (): void => void process.umask(OTHERS_BITS);

export const isOpenToOthers = (mode: number): boolean => (mode & OTHERS_BITS) !== 0;
