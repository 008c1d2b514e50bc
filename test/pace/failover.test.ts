import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect } from 'vitest';
import { eventually, Lab, run, runOk, testMounted } from '../e2e/lab.js';
import { makeTree } from '../e2e/tree.js';
import { stallLimitMs, watchMachine } from '../support/machine-stalls.js';

const WRITER = fileURLToPath(new URL('writer.py', import.meta.url));
const STALL_MS_MAX = 3_000;
const REFUSAL_MS_MAX = 20_000;

let lab: Lab;
let directory: string;
let tree: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-failover-'));
  tree = join(directory, 'tree');
  await makeTree(tree);
  lab = await Lab.up(24_411);
});

afterAll(async () => {
  await lab.purge();
  await rm(directory, { recursive: true });
});

/** Files that were acknowledged, the longest wait for one, errors. */
async function stopWriter(writer: ChildProcess): Promise<{ count: number; stallMs: number; errors: number }> {
  const said = text(writer.stdout!);
  writer.kill('SIGTERM');
  const [count = 0, stallMs = 0, errors = 0] = (await said).split(' ').map(Number);
  return { count, stallMs, errors };
}

/** Watches the killed node come back: every state that `heal-status` shows of it. */
async function statesUntilInSync(node: number): Promise<string[]> {
  const states: string[] = [];
  await eventually(
    `node${node} is in sync`,
    async () => {
      const state = (await lab.report()).bricks[node - 1]!.state;
      if (states.at(-1) !== state) states.push(state);
      return state === 'in-sync';
    },
    60_000,
  );
  return states;
}

testMounted.each([{ who: 'another node' }, { who: 'the volume manager' }])(
  'e2e: $who is killed during a copy: no error, no long stall, it heals by itself',
  async ({ who }) => {
    const manager = await lab.managerNode();
    const victim = who === 'the volume manager' ? manager : (manager % 3) + 1;
    const target = join(lab.mount, who);
    await runOk('mkdir', '-p', join(target, 'writer'));
    const machine = watchMachine(join(directory, 'witness'));
    const writer = lab.spawn('python3', WRITER, join(target, 'writer'));
    const copy = runOk('cp', '-a', `${tree}/.`, join(target, 'copy'));
    await eventually(
      'the copy has begun',
      async () => (await run('ls', [join(target, 'copy')])).status === 0,
      10_000,
    );
    await lab.lab('kill', String(victim));
    await copy;
    await lab.lab('start', String(victim));
    const states = await statesUntilInSync(victim);
    const { count, stallMs, errors } = await stopWriter(writer);
    const machineMs = await machine.longestMs();
    console.log(
      `${who} killed: ${count} files written, longest stall ${stallMs} ms (the machine's own: ${machineMs.toFixed(0)} ms), states ${states.join(' > ')}`,
    );
    expect(errors).toBe(0);
    expect(stallMs).toBeLessThan(stallLimitMs(STALL_MS_MAX, machineMs));
    expect(await runOk('diff', '-r', '--no-dereference', tree, join(target, 'copy'))).toBe('');
    await lab.inSync();
    expect(await lab.hafsOk('volume', 'verify', 'www')).toContain('identical');
  },
);

testMounted(
  'e2e: two of three nodes down: writes are refused in bounded time, and go on when one is back',
  async () => {
    await runOk('sh', '-c', `echo kept > ${lab.mount}/kept`);
    await lab.lab('kill', '1');
    await lab.lab('kill', '2');
    const beganAtMs = performance.now();
    const refused = await run('sh', ['-c', `echo lost > ${lab.mount}/lost`], REFUSAL_MS_MAX);
    console.log(`refused after ${Math.round(performance.now() - beganAtMs)} ms: ${refused.err.trim()}`);
    expect(refused.status).toBeGreaterThan(0);
    await lab.lab('start', '1');
    const canWrite = async () => (await run('sh', ['-c', `echo again > ${lab.mount}/again`])).status === 0;
    await eventually('writing goes on', canWrite, 20_000);
    expect(await runOk('cat', join(lab.mount, 'kept'))).toBe('kept\n');
    await lab.lab('start', '2');
    await lab.inSync();
    expect(await lab.hafsOk('volume', 'verify', 'www')).toContain('identical');
  },
);
