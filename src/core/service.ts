/** What clients can do with a volume: nothing, read it, or write it too. */
export type Service = 'none' | 'readable' | 'writable';
