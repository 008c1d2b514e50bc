/** Repair messages <-> LinkMessage. */
import type { hafs } from '../rpc/wire.js';
import { InvalidRequestError } from '../core/errors.js';
import { FIRST_REPLICATED_KIND } from '../core/key-kind.js';
import { wholeField } from '../rpc/validate.js';
import type { RepairMessage, ReplicaMessage } from './replica/replica-message.js';

type WireLink = hafs.v1.ILinkMessage;

const U64_MAX = Number.MAX_SAFE_INTEGER;

const REPAIR_KINDS: ReadonlySet<string> = new Set<RepairMessage['kind']>([
  'fetchRequest',
  'fetchReply',
  'repairRequest',
]);

export const isRepairMessage = (message: ReplicaMessage): message is RepairMessage =>
  REPAIR_KINDS.has(message.kind);

export function repairToWire(message: RepairMessage): WireLink {
  switch (message.kind) {
    case 'fetchRequest': {
      const { requestId, index, key } = message;
      return { fetchRequest: { requestId, index, key } };
    }
    case 'fetchReply': {
      const { requestId, isSound, value } = message;
      return { fetchReply: { requestId, sound: isSound, ...(value === undefined ? {} : { value }) } };
    }
    case 'repairRequest':
      return { repairRequest: { key: message.key } };
  }
}

export function repairFromWire(link: WireLink, term: number): RepairMessage | undefined {
  if (link.fetchRequest) {
    const { requestId, index, key } = link.fetchRequest;
    const number = wholeField(index, 'index', U64_MAX);
    return { kind: 'fetchRequest', term, requestId: idOf(requestId), index: number, key: keyOf(key) };
  }
  if (link.fetchReply) {
    const { requestId, sound, value } = link.fetchReply;
    const found = { isSound: sound === true, value: value ?? undefined };
    return { kind: 'fetchReply', term, requestId: idOf(requestId), ...found };
  }
  return link.repairRequest ? { kind: 'repairRequest', term, key: keyOf(link.repairRequest.key) } : undefined;
}

const idOf = (value: number | null | undefined): number => wholeField(value, 'request_id', U64_MAX);

/** What a brick has for itself alone is nobody else's business. */
function keyOf(key: Uint8Array | null | undefined): Uint8Array {
  if (key === null || key === undefined || (key[0] ?? 0) < FIRST_REPLICATED_KIND) {
    throw new InvalidRequestError('the key is none that all bricks have');
  }
  return key;
}
