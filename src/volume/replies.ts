import type { Edit } from '../core/edit.js';
import { InvalidRequestError } from '../core/errors.js';
import type { FileReply, OperationId } from '../core/operation.js';
import { replyFromWire, replyToWire } from '../rpc/reply-codec.js';
import { wire } from '../rpc/wire.js';
import type { StateReader } from './replicated-state.js';
import { decodeSlot, encodeSlot, slotKey } from './session-records.js';

/** The reply that `id` got when it was applied, or `undefined` when it was not. */
export function earlierReply(reader: StateReader, id: OperationId): FileReply | undefined {
  const bytes = reader.get(slotKey(id.session, id.slot));
  if (bytes === undefined) return undefined;
  const { sequence, reply } = decodeSlot(bytes);
  if (sequence === id.sequence) return replyFromWire(wire.FileResponse.decode(reply));
  if (sequence > id.sequence)
    throw new InvalidRequestError('the operation is older than the last of its slot');
  return undefined;
}

/** Part of the change itself, so that it is remembered exactly if it was applied. */
export function replyEdit(id: OperationId, reply: FileReply): Edit {
  const bytes = wire.FileResponse.encode(replyToWire(reply)).finish();
  return { key: slotKey(id.session, id.slot), value: encodeSlot({ sequence: id.sequence, reply: bytes }) };
}
