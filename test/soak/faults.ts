/** What goes wrong while the load goes on, one thing after the other. */
import type { Dice } from '../fuzz/support/dice.js';
import { NODES, VICTIM, type SoakLab } from './soak-lab.js';

const FROZEN_MS = 4_000;
const DOWN_MS = 2_000;

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

async function killed({ nodes }: SoakLab): Promise<string> {
  await nodes.kill(VICTIM);
  return `node ${VICTIM} killed`;
}

async function stopped({ nodes }: SoakLab): Promise<string> {
  await nodes.stop(VICTIM);
  return `node ${VICTIM} stopped`;
}

async function frozen({ nodes }: SoakLab, dice: Dice): Promise<string> {
  const node = dice.pick(NODES);
  nodes.signal(node, 'SIGSTOP');
  await pause(FROZEN_MS);
  nodes.signal(node, 'SIGCONT');
  return `node ${node} frozen`;
}

async function moved({ nodes }: SoakLab, dice: Dice): Promise<string> {
  const node = dice.pick(NODES);
  await nodes.hafs('volume', 'manager', 'www', 'move', nodes.address(node));
  return `manager moved to node ${node}`;
}

/** @returns what it was. */
export async function oneFault(lab: SoakLab, dice: Dice): Promise<string> {
  const fault = dice.pick([killed, stopped, frozen, moved]);
  const said = await fault(lab, dice);
  if (fault === killed || fault === stopped) {
    await pause(DOWN_MS);
    lab.start(VICTIM);
  }
  return said;
}
