/**
 * One process of the floor (floor.ts): a message comes in, goes into LevelDB here and, where there are others below, there too, and is
 * answered once all have it. gRPC streams as hafs's, but no TLS, no protobuf, no order, no leases and nothing to decide.
 *
 *   floor-process DIRECTORY [ADDRESS…]      prints its own address
 */
import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { Level } from 'level';
import { FloorLink, FLOOR_SERVICE } from './floor-link.js';

/** What a small change writes: the inode, the entry, the journal, the reply that is kept. */
const EDITS = 6;
const EDIT_BYTES = 150;

const [directory = '', ...below] = process.argv.slice(2);
const store = new Level<string, Buffer>(directory, { valueEncoding: 'buffer', compression: false });
const links = below.map((address) => new FloorLink(address));
let count = 0;

async function take(message: Buffer, stream: ServerDuplexStream<Buffer, Buffer>): Promise<void> {
  const number = count++;
  const edits = Array.from({ length: EDITS }, (_, at) => ({
    type: 'put' as const,
    key: `${at}/${number}`,
    value: Buffer.alloc(EDIT_BYTES, number),
  }));
  await Promise.all([store.batch(edits), ...links.map((link) => link.ask(message))]);
  stream.write(message.subarray(0, 1));
}

const server = new Server();
server.addService(FLOOR_SERVICE, {
  ask: (stream: ServerDuplexStream<Buffer, Buffer>) => {
    stream.on('data', (message: Buffer) => void take(message, stream));
  },
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  console.log(`127.0.0.1:${port}`);
});
