/** The two numbers by which the kernel names things: a request (`unique`) and an inode (`nodeid`). */
declare const brand: unique symbol;

/** Names one request until it is answered. A full 64-bit value: kernels differ in how they number. */
export type Unique = bigint & { readonly [brand]: 'Unique' };

/** The kernel's name for an inode it was told of. 0 where a request names none. */
export type KernelNodeId = number & { readonly [brand]: 'KernelNodeId' };

export const unique = (value: bigint): Unique => value as Unique;

export const kernelNodeId = (value: number): KernelNodeId => value as KernelNodeId;

/** `FUSE_ROOT_ID` of linux/fuse.h: the top of the mount, whatever inode that is in the volume. */
export const ROOT_NODE_ID = kernelNodeId(1);

/** By what else the kernel knows that inode, where the mount is anchored (transport/anchor.ts). No inode has this number. */
export const ANCHOR_NODE_ID = kernelNodeId(Number.MAX_SAFE_INTEGER);

export const isRootNode = (nodeid: KernelNodeId): boolean =>
  nodeid === ROOT_NODE_ID || nodeid === ANCHOR_NODE_ID;
