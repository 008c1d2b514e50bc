import { RefusedError } from '../core/errors.js';
import { printable } from '../core/printable.js';
import type { Call } from './call.js';

/**
 * Asks before something that cannot be undone; goes on at once with `--yes`, with `--mode=script`,
 * or where nobody can be asked.
 * @throws {RefusedError} when the answer is not yes.
 */
export async function confirm(call: Call, warning: string): Promise<void> {
  const { options, context } = call;
  if (options.yes === true || options.mode === 'script' || !context.terminal.canAsk) return;
  const answer = await context.terminal.ask(`${printable(warning)} Do you want to continue? (y/n) `);
  if (!/^y(es)?$/i.test(answer.trim())) throw new RefusedError('not confirmed, nothing was done');
}
