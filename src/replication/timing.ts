/** How long the replica set waits for what. */

export const HEARTBEAT_INTERVAL_MS = 100;
/** No brick votes against a manager that it heard less than this ago. */
export const LEASE_MS = 600;
/** The manager trusts its lease a little less long than the others keep it: clocks may differ by 5 %. */
export const LEASE_TRUSTED_MS = 540;
/** Silence after which a brick stands for election; one draw between the two. */
export const ELECTION_TIMEOUT_MS_MIN = 1_200;
export const ELECTION_TIMEOUT_MS_MAX = 1_800;
/** A brick whose node is about to be stopped gives the others so much more time to stand first. */
export const RELUCTANCE_MS = 3_000;
/** Pause before another try after an election that nobody won. */
export const ELECTION_RETRY_MS_MIN = 80;
export const ELECTION_RETRY_MS_MAX = 280;
/** Votes are waited for as long as that, and twice as long in each candidacy that follows, up to so many times. */
export const VOTE_PATIENCE_FACTOR_MAX = 8;
/** After the manager's connection broke: longest extra wait, drawn so that the others rarely collide. */
export const ELECTION_SPREAD_MS = 60;
/** So long every member is waited for, when the votes are of bricks that may have forgotten something. */
export const DOUBT_PATIENCE_MS = 10_000;
/** A brick that owes an answer for longer leaves the in-sync set. */
export const ACKNOWLEDGE_TIMEOUT_MS = 1_200;
/** A brick that has held up the others for longer than this of late leaves the in-sync set too. */
export const SLOW_PATIENCE_MS = 1_500;
/** So does one that has left it by itself this often in this time … */
export const FLAP_COUNT = 4;
export const FLAP_WINDOW_MS = 20_000;
/** … and stays out, for twice as long each time. */
export const BAR_MS_MIN = 5_000;
export const BAR_MS_MAX = 30_000;
/** A manager that has heard no majority for longer steps down. */
export const QUORUM_TIMEOUT_MS = 1_500;
