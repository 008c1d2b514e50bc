/**
 * The generated messages, configured for hafs: 64-bit integers are numbers.
 * Every 64-bit field of ours holds a safe integer; `rpc` checks what comes from outside.
 */
import protobuf from 'protobufjs/minimal.js';
import { hafs } from './generated/wire.js';

// Without this, decoding gives `Long` objects wherever the optional `long` package is installed.
protobuf.util.Long = undefined as unknown as typeof protobuf.util.Long;
protobuf.configure();

export const wire = hafs.v1;
export type { hafs } from './generated/wire.js';
