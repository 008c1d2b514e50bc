/** What the main thread gives the reader thread to start with. */
export interface ReaderStart {
  readonly fd: number;
  /** Of a `ReaderCredit`. */
  readonly credit: SharedArrayBuffer;
  /** Of an `OpenFileTable`, if the reader is to answer what it can. */
  readonly openFiles: SharedArrayBuffer | undefined;
}

export type ReaderMessage =
  /** One request of the kernel; its memory now belongs to the main thread. */
  | { readonly kind: 'request'; readonly bytes: Uint8Array }
  /** read(2) says that no request will come any more: ENODEV after an unmount. */
  | { readonly kind: 'ended'; readonly errorCode: string };
