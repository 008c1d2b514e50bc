import { run } from '../../e2e/lab.js';

const SECONDS_MAX = 600;
const MS_PER_SECOND = 1_000;

/**
 * Runs a bash script, every command of which must succeed, inside a directory. It is killed with all that it started
 * after `secondsMax`, so that a mount that hangs fails the test and no more.
 * @returns what it printed. @throws with what it complained about.
 */
export async function shell(directory: string, script: string, secondsMax = SECONDS_MAX): Promise<string> {
  const words = ['-s', 'KILL', `${secondsMax}`, 'bash', '-ec', `cd '${directory}'\n${script}`];
  const { status, out, err } = await run('timeout', words, (secondsMax + 10) * MS_PER_SECOND);
  if (status !== 0) throw new Error(`exit status ${status}: ${err}\n${out}\nof: ${script}`);
  return out.trim();
}
