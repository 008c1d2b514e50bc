/** Heal messages <-> LinkMessage. */
import type { hafs } from '../rpc/wire.js';
import { InvalidRequestError } from '../core/errors.js';
import { wholeField } from '../rpc/validate.js';
import { editFromWire, editToWire, positionFromWire } from './replica-codec.js';
import type { HealBatch, HealMessage, ReplicaMessage } from './replica/replica-message.js';

type WireLink = hafs.v1.ILinkMessage;

const U64_MAX = Number.MAX_SAFE_INTEGER;
const U32_MAX = 0xffff_ffff;

const HEAL_KINDS: ReadonlySet<string> = new Set<HealMessage['kind']>([
  'healBegin',
  'healReady',
  'healBatch',
  'healAck',
  'healEnd',
]);

export const isHealMessage = (message: ReplicaMessage): message is HealMessage =>
  HEAL_KINDS.has(message.kind);

export function healToWire(message: HealMessage): WireLink {
  const { healId } = message;
  switch (message.kind) {
    case 'healBegin': {
      const { probe, full, target, baseIndex, baseTerm, firstIndex } = message;
      const uncertainKeys = [...message.uncertainKeys];
      return { healBegin: { healId, probe, full, target, baseIndex, baseTerm, firstIndex, uncertainKeys } };
    }
    case 'healReady':
      return { healReady: { healId, needsFull: message.needsFull, taintedKeys: [...message.taintedKeys] } };
    case 'healBatch':
      return { healBatch: batchToWire(message) };
    case 'healAck':
      return { healAck: { healId, sequence: message.sequence, differs: message.differs } };
    case 'healEnd':
      return { healEnd: { healId, commitIndex: message.commitIndex } };
  }
}

export function healFromWire(link: WireLink, term: number): HealMessage | undefined {
  if (link.healBatch) return batchFromWire(link.healBatch, term);
  if (link.healAck) {
    const { healId, sequence, differs } = link.healAck;
    const number = wholeField(sequence, 'sequence', U32_MAX);
    return { kind: 'healAck', term, healId: idOf(healId), sequence: number, differs: differs === true };
  }
  if (link.healBegin) {
    const { healId, probe, full, target, baseIndex, baseTerm, firstIndex, uncertainKeys } = link.healBegin;
    return {
      kind: 'healBegin',
      term,
      healId: idOf(healId),
      probe: probe === true,
      full: full === true,
      target: positionFromWire(target),
      baseIndex: wholeField(baseIndex, 'base_index', U64_MAX),
      baseTerm: wholeField(baseTerm, 'base_term', U64_MAX),
      firstIndex: wholeField(firstIndex, 'first_index', U64_MAX),
      uncertainKeys: uncertainKeys ?? [],
    };
  }
  if (link.healReady) {
    const { healId, needsFull, taintedKeys } = link.healReady;
    return {
      kind: 'healReady',
      term,
      healId: idOf(healId),
      needsFull: needsFull === true,
      taintedKeys: taintedKeys ?? [],
    };
  }
  if (!link.healEnd) return undefined;
  const commitIndex = wholeField(link.healEnd.commitIndex, 'commit_index', U64_MAX);
  return { kind: 'healEnd', term, healId: idOf(link.healEnd.healId), commitIndex };
}

const idOf = (value: number | null | undefined): number => wholeField(value, 'heal_id', U64_MAX);

function batchToWire(batch: HealBatch): hafs.v1.IHealBatch {
  const { healId, sequence, range, digest } = batch;
  return {
    healId,
    sequence,
    edits: batch.edits.map(editToWire),
    journal: batch.journal.map(({ index, bytes }) => ({ index, record: bytes })),
    ...(range === undefined ? {} : { range }),
    ...(digest === undefined
      ? {}
      : { compare: true, rangeEntries: digest.entries, rangeChecksum: digest.checksum }),
  };
}

function batchFromWire(wire: hafs.v1.IHealBatch, term: number): HealBatch {
  const range = wire.range ? { from: wire.range.from ?? empty, to: wire.range.to ?? empty } : undefined;
  if (wire.compare === true && range === undefined) throw new InvalidRequestError('nothing to compare');
  const digest = {
    entries: wholeField(wire.rangeEntries, 'range_entries', U32_MAX),
    checksum: wholeField(wire.rangeChecksum, 'range_checksum', U64_MAX),
  };
  return {
    kind: 'healBatch',
    term,
    healId: idOf(wire.healId),
    sequence: wholeField(wire.sequence, 'sequence', U32_MAX),
    edits: (wire.edits ?? []).map(editFromWire),
    journal: (wire.journal ?? []).map(({ index, record }) => ({
      index: wholeField(index, 'index', U64_MAX),
      bytes: record ?? empty,
    })),
    ...(range === undefined ? {} : { range }),
    ...(wire.compare === true ? { digest } : {}),
  };
}

const empty = new Uint8Array();
