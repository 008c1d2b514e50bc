import type { Contradiction } from '../replication/isolation.js';

export type { Contradiction };

const WORDS: Readonly<Record<Contradiction, string>> = {
  'acknowledged-unsent': 'it acknowledged what was never sent to it',
  'answered-unsent': 'it answered a heartbeat that was never sent',
  'ahead-of-order': 'it has more than was ever ordered',
  'term-fell': 'its term went back',
  'second-manager': 'it manages a term that another brick manages',
  'broken-order': 'as manager it broke the order of changes',
  'unsound-copy': 'it called a copy sound that does not match its checksum',
  'other-checksum': 'it does not hold what a majority of the bricks holds',
};

const isContradiction = (why: string): why is Contradiction => why in WORDS;

/** For people. */
export const describeContradiction = (why: string): string => (isContradiction(why) ? WORDS[why] : why);

/** What another node has noted; of a later version it may be something that is not known here. */
export const contradictionOf = (why: string): Contradiction => (isContradiction(why) ? why : 'broken-order');
