/** Status commands: what they show, once or again each second. */
import { withAdmin, withUpkeep, type Call } from './call.js';
import type { AdminClient } from '../client/admin.js';
import type { UpkeepClient } from '../client/upkeep.js';
import { failureLine } from './failure-line.js';
import { show } from './output.js';
import type { Paint } from './paint.js';
import { CommandError } from './usage-error.js';

const WATCH_INTERVAL_MS = 1_000;
/** Cursor home, then erase to the end of the screen (ECMA-48). */
const REDRAW = '\x1b[H\x1b[J';

export const WATCH_FLAGS = '-w, --watch';
export const WATCH_DESCRIPTION = 'again each second, until interrupted';

export interface WatchOptions {
  readonly watch?: true;
}

/** What a status command asks for, and how that is shown. */
export interface StatusView<T> {
  readonly ask: () => Promise<T>;
  readonly document: (answer: T) => unknown;
  readonly text: (answer: T, paint: Paint) => string;
  /** For logs, while it is watched from a pipe; else the text. */
  readonly lines?: (answer: T) => string;
}

/** A status that a node tells. */
export const showAsked = <T>(
  call: Call<WatchOptions>,
  view: Omit<StatusView<T>, 'ask'> & { readonly ask: (admin: AdminClient) => Promise<T> },
): Promise<void> => withAdmin(call, (admin) => showStatus(call, { ...view, ask: () => view.ask(admin) }));

/** The same, for what few ask. */
export const showAskedUpkeep = <T>(
  call: Call<WatchOptions>,
  view: Omit<StatusView<T>, 'ask'> & { readonly ask: (upkeep: UpkeepClient) => Promise<T> },
): Promise<void> => withUpkeep(call, (upkeep) => showStatus(call, { ...view, ask: () => view.ask(upkeep) }));

/** With `--watch` until interrupted. The first answer decides whether there is anything to watch. */
export async function showStatus<T>(call: Call<WatchOptions>, view: StatusView<T>): Promise<void> {
  if (call.options.watch !== true) {
    const answer = await view.ask();
    show(call, view.document(answer), (paint) => view.text(answer, paint));
    return;
  }
  const { terminal, clock } = call.context;
  const interrupted = terminal.interruption();
  showAgain(call, view, await view.ask());
  for (;;) {
    await clock.sleep(WATCH_INTERVAL_MS, interrupted).catch(() => undefined);
    if (interrupted.aborted) return;
    await askAgain(call, view);
  }
}

/** A node that goes away while we watch is news, not the end. */
async function askAgain<T>(call: Call<WatchOptions>, view: StatusView<T>): Promise<void> {
  try {
    showAgain(call, view, await view.ask());
  } catch (err) {
    call.context.terminal.complain(`${failureLine(new CommandError(call.label, err))}\n`);
  }
}

function showAgain<T>(call: Call<WatchOptions>, view: StatusView<T>, answer: T): void {
  const { isWatched } = call.context.terminal;
  const text = (paint: Paint): string =>
    isWatched || view.lines === undefined ? view.text(answer, paint) : view.lines(answer);
  show(call, view.document(answer), text, isWatched ? REDRAW : '');
}
