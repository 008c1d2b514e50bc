/** Requests about the connection and what the kernel remembers (linux/fuse.h, the `_in` structs named below). */
import type { InHeader } from './in-header.js';
import { INIT_FLAG } from './init-flags.js';
import type { Forget, InitOffer, RequestBody } from './kernel-request.js';
import { kernelNodeId, unique } from './request-ids.js';
import type { RequestReader } from './request-reader.js';

const FLAGS2_SHIFT = 32n;

/** `fuse_init_in`: major:4 minor:4 max_readahead:4 flags:4, and with FUSE_INIT_EXT flags2:4 unused:44. */
export function decodeInit(reader: RequestReader): RequestBody<'init'> {
  const [major, minor] = [reader.u32(), reader.u32()];
  reader.skip(4);
  const low = BigInt(reader.u32());
  const isExtended = (low & INIT_FLAG.INIT_EXT) !== 0n;
  const high = isExtended ? BigInt(reader.u32()) : 0n;
  const offer: InitOffer = { major, minor, flags: low | (high << FLAGS2_SHIFT) };
  return { kind: 'init', offer };
}

/** `fuse_forget_in`: nlookup:8, about the inode in the header. */
export function decodeForget(reader: RequestReader, header: InHeader): RequestBody<'forget'> {
  return { kind: 'forget', forgets: [{ nodeid: header.nodeid, nlookup: reader.u64() }] };
}

/** `fuse_batch_forget_in`: count:4 dummy:4, then per inode `fuse_forget_one`: nodeid:8 nlookup:8. */
export function decodeBatchForget(reader: RequestReader): RequestBody<'forget'> {
  const count = reader.u32();
  reader.skip(4);
  const forgets: Forget[] = [];
  for (let i = 0; i < count; i++) forgets.push({ nodeid: kernelNodeId(reader.u64()), nlookup: reader.u64() });
  return { kind: 'forget', forgets };
}

/** `fuse_interrupt_in`: unique:8 of the request that its caller no longer waits for. */
export const decodeInterrupt = (reader: RequestReader): RequestBody<'interrupt'> => ({
  kind: 'interrupt',
  target: unique(reader.u64Exact()),
});
