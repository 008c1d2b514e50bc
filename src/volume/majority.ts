import { quorumSize } from '../replication/entry.js';

/** Whether `count` of so many members of a replica set can decide and take writes. */
export const isMajority = (count: number, memberCount: number): boolean => count >= quorumSize(memberCount);
