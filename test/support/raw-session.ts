/** A client of a volume that says what no client of ours would. */
import type { Channel } from '../../src/rpc/channel.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import type { hafs } from '../../src/rpc/wire.js';

/** Sends requests one after the other, each when the one before was answered; then closes the channel. @returns the answers. */
export function askOnStream(
  channel: Channel,
  requests: hafs.v1.IFileRequest[],
): Promise<hafs.v1.FileResponse[]> {
  const stream = channel.stream(FILE_METHODS.Session);
  const responses: hafs.v1.FileResponse[] = [];
  return new Promise((resolve) => {
    stream.on('error', () => undefined);
    stream.on('data', (response: hafs.v1.FileResponse) => {
      responses.push(response);
      const next = requests[responses.length];
      if (next === undefined) stream.end();
      else stream.write({ ...next, id: responses.length + 1 });
    });
    stream.on('status', () => {
      channel.close();
      resolve(responses);
    });
    stream.write({ ...requests[0], id: 1 });
  });
}
