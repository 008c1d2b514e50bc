import { BULK } from './rows/bulk.js';
import { READS } from './rows/reads.js';
import { SMALL_FILES } from './rows/small-files.js';
import { TOOLS } from './rows/tools.js';
import { TREES } from './rows/trees.js';
import { UPKEEP } from './rows/upkeep.js';
import { WEB } from './rows/web.js';
import type { Scenario } from './scenario.js';

/** In the order of the report. Those that kill come last: a peer may need minutes to be as before. */
export const SCENARIOS: readonly Scenario[] = [
  ...WEB,
  ...READS,
  ...SMALL_FILES,
  ...TREES,
  ...BULK,
  ...TOOLS,
  ...UPKEEP,
];
