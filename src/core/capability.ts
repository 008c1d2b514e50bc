/** File capabilities, as Linux keeps them: an extended attribute that the kernel reads and guards. */
export const CAPABILITY_NAME: Uint8Array = Buffer.from('security.capability');
