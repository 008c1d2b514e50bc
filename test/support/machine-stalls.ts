/** How long the machine itself makes a process wait that does next to nothing: the yardstick of waits measured beside it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Every 10 ms a byte onto the disk; at the end the longest time that one turn took beyond that is printed. */
const WITNESS = `
  const { fsyncSync, openSync, writeSync } = require('node:fs');
  const file = openSync(process.argv[1], 'w');
  let longestMs = 0;
  let lastAtMs = performance.now();
  setInterval(() => {
    writeSync(file, '.');
    fsyncSync(file);
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastAtMs - 10);
    lastAtMs = nowMs;
  }, 10);
  process.stdin.on('data', () => process.exit(void console.log(longestMs)));
`;

/** Where the machine stalls by itself: as many steps, in processes of their own, follow one another in a hand-over. */
const STALL_STEPS_MAX = 10;

/** @returns how long nobody may wait: the limit for a machine that works, or as many of this one's own stalls. */
export const stallLimitMs = (limitMs: number, machineMs: number): number =>
  Math.max(limitMs, STALL_STEPS_MAX * machineMs);

export interface MachineStalls {
  /** Ends the watch. @returns the longest stall since it began. */
  longestMs(): Promise<number>;
}

/** @param file on the disk that is watched; made by this, removed by the caller. */
export function watchMachine(file: string): MachineStalls {
  const witness = spawn(process.execPath, ['-e', WITNESS, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  witness.stdout.on('data', (text: Buffer) => (said += text.toString('utf8')));
  return {
    longestMs: async () => {
      const ended = once(witness, 'close');
      witness.stdin.write('.');
      await ended;
      return Number(said);
    },
  };
}
