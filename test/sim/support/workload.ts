import type { SimClient } from './sim-client.js';
import type { SimCluster } from './sim-cluster.js';
import { namespaceViolations } from './namespace-check.js';
import { AppendLog } from './workloads/append-log.js';
import { ClientCalls, makeFile, type ClientWorkload } from './workloads/client-calls.js';
import { ExclusiveNames } from './workloads/exclusive-names.js';
import { Registers } from './workloads/registers.js';
import { Renames } from './workloads/renames.js';
import { SharedTree } from './workloads/shared-tree.js';

const PAUSE_MS_MAX = 40;
const VIOLATIONS_SHOWN_MAX = 10;
const LAST_CHANGES = 24;

/** What the clients do and were told; at the end the volume must agree with it. */
export class Workload {
  private readonly clients: SimClient[];
  private readonly calls: ClientCalls;
  private readonly workloads: readonly ClientWorkload[];
  private stopped = false;

  constructor(
    private readonly cluster: SimCluster,
    clientCount: number,
  ) {
    this.clients = Array.from({ length: clientCount }, (_, id) => cluster.client(id));
    const calls = new ClientCalls(cluster, this.clients);
    this.calls = calls;
    this.workloads = [
      new Registers(calls),
      new AppendLog(calls),
      new ExclusiveNames(calls),
      new Renames(calls),
      new SharedTree(calls),
    ];
  }

  get operations(): number {
    return this.calls.operations;
  }

  async prepare(): Promise<void> {
    await this.cluster.complete(Promise.all(this.clients.map((client) => client.open())));
    for (const workload of this.workloads) await this.cluster.complete(workload.prepare());
  }

  /** Starts every client; each goes on until `stop`. @returns resolves when the last one has ended. */
  start(): Promise<unknown> {
    const steps = this.workloads.flatMap((workload) => workload.steps);
    return Promise.all(this.clients.flatMap((client) => steps.map((step) => this.loop(() => step(client)))));
  }

  stop(): void {
    this.stopped = true;
  }

  /** After settling: what was acknowledged is there, once; nothing else is; and what was seen on the way can be. */
  async check(): Promise<void> {
    await this.cluster.complete(Promise.all(this.workloads.map((workload) => workload.check())));
    const wrongNames = await this.cluster.complete(namespaceViolations(this.calls));
    const all = [...this.calls.violations, ...wrongNames, ...this.cluster.broken];
    if (all.length > 0) throw new Error(all.slice(0, VIOLATIONS_SHOWN_MAX).join('\n'));
  }

  /** Some changes one after the other, when all is well: what is only cut as changes come is cut. */
  async changeALittle(): Promise<void> {
    const client = this.clients[0]!;
    for (let place = 0; place < LAST_CHANGES; place++) {
      await this.cluster.complete(this.calls.execute(client, makeFile(`last-${place}`)));
    }
  }

  private async loop(step: () => Promise<void>): Promise<void> {
    while (!this.stopped) {
      await step();
      await this.pause(this.cluster.random.between(0, PAUSE_MS_MAX));
    }
  }

  private pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.cluster.scheduler.after(delayMs, () => resolve());
    });
  }
}
