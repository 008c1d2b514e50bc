/** ReplicaMessage <-> LinkMessage. What comes in is checked before the core sees it. */
import type { Edit } from '../core/edit.js';
import { InvalidRequestError } from '../core/errors.js';
import { brickId, groupId, type BrickId, type GroupId } from '../core/ids.js';
import { editBytes } from '../core/edit.js';
import type { Entry, Position } from '../replication/entry.js';
import type { Health, Memory, Message, MessageOf } from '../replication/message.js';
import type { Service } from '../core/service.js';
import { textField, wholeField } from '../rpc/validate.js';
import type { hafs } from '../rpc/wire.js';
import { healFromWire, healToWire, isHealMessage } from './heal-codec.js';
import { isRepairMessage, repairFromWire, repairToWire } from './repair-codec.js';
import type { ChecksumMessage, ReplicaMessage } from './replica/replica-message.js';

type WireLink = hafs.v1.ILinkMessage;
type Field<T> = T | null | undefined;

const MEMORIES: readonly Memory[] = ['sure', 'doubtful', 'none'];
const HEALTHS: readonly Health[] = ['whole', 'healing', 'incomplete', 'blank'];
const SERVICES: readonly Service[] = ['none', 'readable', 'writable'];
const U64_MAX = Number.MAX_SAFE_INTEGER;
const U32_MAX = 0xffff_ffff;
const ID_LENGTH_MAX = 64;
const PROBLEM_LENGTH_MAX = 1_000;

/** A message on its way between two bricks. */
export interface Envelope {
  readonly group: GroupId;
  readonly from: BrickId;
  readonly to: BrickId;
  readonly message: ReplicaMessage;
}

export function envelopeToWire({ group, from, to, message }: Envelope): WireLink {
  return { group, fromBrick: from, toBrick: to, term: message.term, ...bodyToWire(message) };
}

/** @throws {InvalidRequestError} when it breaks the rules. */
export function envelopeFromWire(link: WireLink): Envelope {
  return {
    group: groupId(textField(link.group, 'group', ID_LENGTH_MAX)),
    from: brickId(textField(link.fromBrick, 'from_brick', ID_LENGTH_MAX)),
    to: brickId(textField(link.toBrick, 'to_brick', ID_LENGTH_MAX)),
    message: messageFromWire(link, wholeField(link.term, 'term', U64_MAX)),
  };
}

function bodyToWire(message: ReplicaMessage): WireLink {
  if (isHealMessage(message)) return healToWire(message);
  if (isRepairMessage(message)) return repairToWire(message);
  if (message.kind === 'checksumRequest' || message.kind === 'checksumReply') return checksumToWire(message);
  return coreToWire(message);
}

function coreToWire(message: Message): WireLink {
  switch (message.kind) {
    case 'voteRequest':
      return { voteRequest: { tail: message.tail, preVote: message.preVote, transfer: message.transfer } };
    case 'voteReply':
      return { voteReply: voteReplyToWire(message) };
    case 'heartbeat':
      return { heartbeat: heartbeatToWire(message) };
    case 'standing':
      return { standing: standingToWire(message) };
    case 'append': {
      const { previous, commitIndex, feedId } = message;
      return { append: { previous, commitIndex, feedId, entries: message.entries.map(entryToWire) } };
    }
    case 'appendReply':
      return { appendReply: { matchIndex: message.matchIndex, feedId: message.feedId } };
    case 'campaign':
      return { campaign: { slow: message.isSlow } };
  }
}

function heartbeatToWire(heartbeat: MessageOf<'heartbeat'>): hafs.v1.IHeartbeat {
  const { commitIndex, sentAtMs, service, inSync } = heartbeat;
  // 0 is for who does not say it.
  const serviceNumber = service === undefined ? 0 : SERVICES.indexOf(service) + 1;
  return { commitIndex, sentAtMs, service: serviceNumber, inSync: [...(inSync ?? [])] };
}

function voteReplyToWire(reply: MessageOf<'voteReply'>): hafs.v1.IVoteReply {
  const { preVote, granted, memory, canStand } = reply;
  return { preVote, granted, canStand, memory: MEMORIES.indexOf(memory) };
}

function standingToWire(standing: MessageOf<'standing'>): hafs.v1.IStanding {
  const { tail, commitIndex, health, incarnation, heartbeatSentAtMs, refusedFeedId, space } = standing;
  return {
    tail,
    commitIndex,
    incarnation,
    health: HEALTHS.indexOf(health),
    ...(heartbeatSentAtMs === undefined ? {} : { heartbeatSentAtMs }),
    ...(refusedFeedId === undefined ? {} : { refusedFeedId }),
    ...space,
  };
}

function checksumToWire(message: ChecksumMessage): WireLink {
  const { index } = message;
  if (message.kind === 'checksumRequest') return { checksumRequest: { index } };
  const { entries, checksum, problem } = message;
  return { checksumReply: { index, entries, checksum, problem } };
}

function messageFromWire(link: WireLink, term: number): ReplicaMessage {
  const message =
    electionFromWire(link, term) ??
    streamFromWire(link, term) ??
    healFromWire(link, term) ??
    repairFromWire(link, term);
  if (message === undefined) throw new InvalidRequestError('the message has no body');
  return message;
}

function electionFromWire(link: WireLink, term: number): ReplicaMessage | undefined {
  if (link.voteRequest) {
    const { tail, preVote, transfer } = link.voteRequest;
    const flags = { preVote: preVote === true, transfer: transfer === true };
    return { kind: 'voteRequest', term, tail: positionFromWire(tail), ...flags };
  }
  if (link.voteReply) {
    const { preVote, granted, canStand } = link.voteReply;
    const memory = MEMORIES[link.voteReply.memory ?? 0];
    if (memory === undefined) throw new InvalidRequestError('the memory of the voter is not known');
    const flags = { preVote: preVote === true, granted: granted === true, canStand: canStand === true };
    return { kind: 'voteReply', term, memory, ...flags };
  }
  return link.campaign ? { kind: 'campaign', term, isSlow: link.campaign.slow === true } : undefined;
}

function heartbeatFromWire(heartbeat: hafs.v1.IHeartbeat, term: number): ReplicaMessage {
  const service = SERVICES[(heartbeat.service ?? 0) - 1];
  const inSync = (heartbeat.inSync ?? []).map((id) => brickId(textField(id, 'in_sync', ID_LENGTH_MAX)));
  return {
    kind: 'heartbeat',
    term,
    commitIndex: wholeField(heartbeat.commitIndex, 'commit_index', U64_MAX),
    sentAtMs: instantField(heartbeat.sentAtMs ?? 0),
    ...(service === undefined ? {} : { service }),
    ...(inSync.length === 0 ? {} : { inSync }),
  };
}

function streamFromWire(link: WireLink, term: number): ReplicaMessage | undefined {
  if (link.append) return appendFromWire(link.append, term);
  if (link.appendReply) {
    const matchIndex = wholeField(link.appendReply.matchIndex, 'match_index', U64_MAX);
    return {
      kind: 'appendReply',
      term,
      matchIndex,
      feedId: wholeField(link.appendReply.feedId, 'feed_id', U32_MAX),
    };
  }
  if (link.heartbeat) return heartbeatFromWire(link.heartbeat, term);
  if (link.standing) return standingFromWire(link.standing, term);
  return checksumFromWire(link, term);
}

function checksumFromWire(link: WireLink, term: number): ReplicaMessage | undefined {
  if (link.checksumRequest) {
    return { kind: 'checksumRequest', term, index: wholeField(link.checksumRequest.index, 'index', U64_MAX) };
  }
  if (!link.checksumReply) return undefined;
  const { index, entries, checksum, problem } = link.checksumReply;
  return {
    kind: 'checksumReply',
    term,
    index: wholeField(index, 'index', U64_MAX),
    entries: wholeField(entries, 'entries', U64_MAX),
    checksum: textField(checksum, 'checksum', ID_LENGTH_MAX),
    problem: textField(problem, 'problem', PROBLEM_LENGTH_MAX),
  };
}

export function positionFromWire(position: Field<hafs.v1.IPosition>): Position {
  const term = wholeField(position?.term, 'term', U64_MAX);
  return { term, index: wholeField(position?.index, 'index', U64_MAX) };
}

function standingFromWire(wire: hafs.v1.IStanding, term: number): ReplicaMessage {
  const health = HEALTHS[wire.health ?? 0];
  if (health === undefined) throw new InvalidRequestError(`health ${wire.health ?? 0} is not known`);
  const sentAtMs = wire.heartbeatSentAtMs ?? undefined;
  const refused = wire.refusedFeedId ?? undefined;
  return {
    kind: 'standing',
    term,
    heartbeatSentAtMs: sentAtMs === undefined ? undefined : instantField(sentAtMs),
    refusedFeedId: refused === undefined ? undefined : wholeField(refused, 'refused_feed_id', U32_MAX),
    tail: positionFromWire(wire.tail),
    commitIndex: wholeField(wire.commitIndex, 'commit_index', U64_MAX),
    health,
    incarnation: wholeField(wire.incarnation, 'incarnation', U32_MAX),
    space: {
      totalBytes: wholeField(wire.totalBytes, 'total_bytes', U64_MAX),
      availableBytes: wholeField(wire.availableBytes, 'available_bytes', U64_MAX),
    },
  };
}

/** One NaN among the times that a lease is reckoned from would end it for good. */
function instantField(valueMs: number): number {
  if (!Number.isFinite(valueMs)) throw new InvalidRequestError(`${valueMs} is no point in time`);
  return valueMs;
}

function appendFromWire(wire: hafs.v1.IAppend, term: number): ReplicaMessage {
  const previous = positionFromWire(wire.previous);
  const entries = (wire.entries ?? []).map((entry) => entryFromWire(entry));
  let before = previous;
  for (const entry of entries) {
    const follows = entry.index === before.index + 1 && entry.term >= before.term;
    if (!follows) throw new InvalidRequestError('the entries do not follow one another');
    before = entry;
  }
  const commitIndex = wholeField(wire.commitIndex, 'commit_index', U64_MAX);
  return {
    kind: 'append',
    term,
    previous,
    commitIndex,
    feedId: wholeField(wire.feedId, 'feed_id', U32_MAX),
    entries,
  };
}

function entryToWire(entry: Entry): hafs.v1.IEntry {
  const { term, index, sync, checkpoint } = entry;
  const edits = entry.edits.map(editToWire);
  return {
    term,
    index,
    sync,
    checkpoint,
    edits,
    ...(entry.members === undefined ? {} : { members: [...entry.members] }),
  };
}

function entryFromWire(wire: hafs.v1.IEntry): Entry {
  const edits = (wire.edits ?? []).map(editFromWire);
  const members = (wire.members ?? []).map(brickId);
  return {
    ...positionFromWire(wire),
    sync: wire.sync === true,
    checkpoint: wire.checkpoint === true,
    edits,
    sizeBytes: edits.reduce((sum, edit) => sum + editBytes(edit), 0),
    ...(members.length === 0 ? {} : { members }),
  };
}

export const editToWire = ({ key, value }: Edit): hafs.v1.IEdit =>
  value === undefined ? { key } : { key, value };

export function editFromWire(wire: hafs.v1.IEdit): Edit {
  const key = wire.key ?? new Uint8Array();
  if (key.length === 0) throw new InvalidRequestError('an edit has no key');
  return { key, value: wire.value ?? undefined };
}
