/**
 * The generated messages. Every 64-bit field of ours holds a safe integer; `rpc` checks what comes from outside.
 */
import './numbers.js';
import { hafs } from './generated/wire.js';

export const wire = hafs.v1;
export type { hafs } from './generated/wire.js';
