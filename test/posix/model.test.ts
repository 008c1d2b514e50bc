import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelLab } from './model/model-lab.js';
import { NodeKiller } from './model/node-killer.js';

const RUNS = Number(process.env.HAFS_MODEL_RUNS ?? 60);
const FAULTY_RUNS = Math.ceil(RUNS / 3);
const SEQUENCE_MS_MAX = 20_000;
const TIMEOUT_MS = 120_000 + RUNS * SEQUENCE_MS_MAX;

const seed = process.env.HAFS_MODEL_SEED;
const path = process.env.HAFS_MODEL_PATH;
const replayed = { ...(seed !== undefined && { seed: Number(seed) }), ...(path !== undefined && { path }) };

let model: ModelLab;

beforeAll(async () => {
  model = await ModelLab.up();
});

afterAll(async () => {
  await model.down();
});

test(
  'model: any calls through two mounts: do what they do on the local file system',
  async () => {
    await model.agreesOnAnything({ numRuns: RUNS, ...replayed });
    await model.lab.verify();
  },
  TIMEOUT_MS,
);

test(
  'model: nodes killed and started again meanwhile: no call comes to anything else',
  async () => {
    const killer = new NodeKiller(model.lab);
    // Not shortened: the kills would not come at the same calls.
    const parameters = { numRuns: FAULTY_RUNS, endOnFailure: true, ...replayed };
    await model.agreesOnAnything(parameters).finally(() => killer.stop());
    expect(killer.killCount).toBeGreaterThan(0);
    await model.lab.verify();
  },
  TIMEOUT_MS,
);
