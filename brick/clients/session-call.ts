import type { hafs } from '../../src/rpc/wire.js';

/** The server's end of a client's stream, as far as it is needed here. */
export interface SessionCall {
  on(event: 'data', listener: (request: hafs.v1.FileRequest) => void): unknown;
  on(event: 'end' | 'close' | 'drain', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(response: hafs.v1.IFileResponse): boolean;
  pause(): unknown;
  resume(): unknown;
  end(): void;
}
