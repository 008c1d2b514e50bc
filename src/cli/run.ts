import { CommanderError } from 'commander';
import type { CliContext } from './context.js';
import { failureLine } from './failure-line.js';
import { normalizeWords } from './mount-form.js';
import { withNodeSettings } from './node-settings.js';
import { buildProgram, usageLine } from './program.js';
import { helpForm } from './help-form.js';
import { commandEntry } from './reference/command-tree.js';
import { CommandError, UsageError } from './usage-error.js';

export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/**
 * Runs one command line to its end.
 * @param words what came after the program's name.
 * @param invokedAs the program's name without directories: `mount.hafs` is another command.
 * @returns the exit status.
 */
export async function runCommandLine(
  words: readonly string[],
  invokedAs: string,
  context: CliContext,
): Promise<number> {
  const program = buildProgram(context);
  const names = new Set(['help', ...program.commands.map((command) => command.name())]);
  try {
    const normalized = normalizeWords(words, invokedAs, (word) => names.has(word));
    const entry = commandEntry(program);
    const complete = await withNodeSettings(helpForm(normalized, entry), entry, context);
    await program.parseAsync(complete, { from: 'user' });
    return EXIT.done;
  } catch (err) {
    return report(err, context);
  }
}

function report(err: unknown, context: CliContext): number {
  // Commander has said it already; its exit code is 0 after `--help` and `--version`.
  if (err instanceof CommanderError) return err.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (err instanceof UsageError) {
    context.terminal.complain(usageLine(err.message, err.label));
    return EXIT.usage;
  }
  context.terminal.complain(`${failureLine(err)}\n`);
  if (context.environment('HAFS_DEBUG') === '1') context.terminal.complain(`${stackOf(err)}\n`);
  return EXIT.failed;
}

function stackOf(err: unknown): string {
  const cause = err instanceof CommandError ? err.cause : err;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
