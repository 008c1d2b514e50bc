import type { Timestamp } from '../core/attr.js';
import type { Edit } from '../core/edit.js';
import { ROOT_INO } from '../core/ids.js';
import { encodeCounters, skippedInos } from '../fs/counters-record.js';
import { formatEdits } from '../fs/format.js';
import { countersKey, inodeKey } from '../fs/keys.js';
import { loadCounters } from '../fs/state.js';
import type { StateView } from '../fs/state-view.js';
import { HISTORY_KEY, historyOf } from '../replication/history.js';

/** What a new manager puts right before it lets anybody in: an empty volume, or one that has forgotten something. */
export function firstEdits(view: StateView, now: Timestamp): Edit[] {
  if (view.get(inodeKey(ROOT_INO)) === undefined) return formatEdits(now);
  const counters = loadCounters(view);
  const history = historyOf(view.get(HISTORY_KEY));
  if (counters.history === history) return [];
  return [{ key: countersKey(), value: encodeCounters(skippedInos(counters, history)) }];
}
