import { PoolMember, type PoolStart } from '../../../brick/pool-member.js';
import { brickId } from '../../../src/core/ids.js';
import { MemoryDisk, MemoryKvStore } from '../../../src/kv/memory-kv-store.js';
import { wire } from '../../../src/rpc/wire.js';
import { silentLogger } from '../../../src/runtime/logger.js';
import type { PoolNode } from '../../../src/volume/catalogue.js';
import { envelopeFromWire } from '../../../src/volume/replica-codec.js';
import type { Scheduler, SeededRandom } from './scheduler.js';
import { SimClock } from './sim-clock.js';
import type { SimNetwork } from './sim-network.js';

const POOL = 'p';
const CLOCK_DRIFT_MAX = 0.025;
const DISK_DELAY_MS_MAX = 3;

export interface PoolWorld {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly network: SimNetwork;
  readonly broken: (what: string) => void;
}

const nodeNumber = (id: string): number => Number(id.slice(1));

/** One node's copy of the pool: a disk, and at most one process. */
export class SimPoolNode {
  private readonly disk = new MemoryDisk();
  private process: { readonly clock: SimClock; readonly kv: MemoryKvStore } | undefined;
  private running: PoolMember | undefined;
  private incarnation = 0;
  private boots = 1;

  constructor(
    readonly number: number,
    private readonly world: PoolWorld,
  ) {}

  get self(): PoolNode {
    return { id: `b${this.number}`, name: `n${this.number}`, address: `n${this.number}:1` };
  }

  get member(): PoolMember | undefined {
    return this.running;
  }

  get isUp(): boolean {
    return this.process !== undefined;
  }

  /** @param how it begins where its disk is empty. */
  async start(how: PoolStart): Promise<void> {
    const { scheduler, random, network } = this.world;
    const incarnation = ++this.incarnation;
    const rate = random.between(1 - CLOCK_DRIFT_MAX, 1 + CLOCK_DRIFT_MAX);
    const clock = new SimClock(scheduler, rate);
    let isOpen = false;
    const kv = new MemoryKvStore(this.disk, async () => {
      if (isOpen) await clock.sleep(random.between(0, DISK_DELAY_MS_MAX));
    });
    this.process = { clock, kv };
    const member = await PoolMember.open(POOL, how, {
      kv,
      self: this.self,
      clock,
      random,
      bootId: `${this.number}-${this.boots}`,
      log: silentLogger,
      links: {
        send: (to, message) => {
          const bytes = wire.LinkMessage.encode(message).finish();
          if (incarnation === this.incarnation) network.send(this.number, nodeNumber(to), bytes);
        },
      },
      onCatalogue: () => undefined,
      onFailed: (error) => {
        if (incarnation === this.incarnation) this.world.broken(`node ${this.number}: ${String(error)}`);
      },
    });
    if (incarnation !== this.incarnation) return;
    isOpen = true;
    this.running = member;
    network.attach(this.number, (_, bytes) =>
      clock.perform(() => member.deliver(envelopeFromWire(wire.LinkMessage.decode(bytes as Uint8Array)))),
    );
  }

  crash(): void {
    this.incarnation++;
    this.world.network.detach(this.number);
    this.process?.clock.die();
    this.process?.kv.abandon();
    this.process = undefined;
    this.running = undefined;
  }

  /** Everything in the pool is synced, so this must cost nothing. */
  losePower(): void {
    this.crash();
    this.boots++;
    this.disk.losePower(0);
  }

  freeze(): void {
    this.process?.clock.freeze();
  }

  thaw(): void {
    this.process?.clock.thaw();
  }

  get isManager(): boolean {
    return this.running?.group.replica.view().isReady === true;
  }

  get isMember(): boolean {
    return this.running?.group.replica.view().members.includes(brickId(this.self.id)) === true;
  }
}
