import type { SeededRandom, Scheduler } from './scheduler.js';

/** How bad the network is; probabilities a message. */
export interface NetworkFaults {
  readonly loss: number;
  readonly duplication: number;
  readonly delayMsMax: number;
  /** Share of messages that take up to this much longer, and so overtake others or are overtaken. */
  readonly straggle: number;
  readonly straggleMsMax: number;
}

export const GOOD_NETWORK: NetworkFaults = {
  loss: 0,
  duplication: 0,
  delayMsMax: 2,
  straggle: 0,
  straggleMsMax: 0,
};

/** Where a client sits: beyond the nodes. */
export const clientAddress = (client: number): number => 100 + client;

type Deliver = (from: number, message: unknown) => void;

/** Carries messages between numbered processes, or does not. */
export class SimNetwork {
  faults: NetworkFaults = GOOD_NETWORK;
  /** `from>to`: nothing gets through in this direction. */
  private readonly cuts = new Set<string>();
  /** `from>to`: held back, to be delivered in order. */
  private readonly clogs = new Map<string, (() => void)[]>();
  private readonly receivers = new Map<number, Deliver>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: SeededRandom,
  ) {}

  attach(id: number, deliver: Deliver): void {
    this.receivers.set(id, deliver);
  }

  detach(id: number): void {
    this.receivers.delete(id);
  }

  isAttached(id: number): boolean {
    return this.receivers.has(id);
  }

  cut(from: number, to: number): void {
    this.cuts.add(`${from}>${to}`);
  }

  mendOne(from: number, to: number): void {
    this.cuts.delete(`${from}>${to}`);
  }

  cutBoth(a: number, b: number): void {
    this.cut(a, b);
    this.cut(b, a);
  }

  mendBoth(a: number, b: number): void {
    this.mendOne(a, b);
    this.mendOne(b, a);
  }

  mend(): void {
    this.cuts.clear();
    for (const link of [...this.clogs.keys()]) this.unclogLink(link);
  }

  /** Nothing gets through in this direction until it is unclogged; nothing is lost either. */
  clog(from: number, to: number): void {
    if (!this.clogs.has(`${from}>${to}`)) this.clogs.set(`${from}>${to}`, []);
  }

  unclog(from: number, to: number): void {
    this.unclogLink(`${from}>${to}`);
  }

  private unclogLink(link: string): void {
    const held = this.clogs.get(link) ?? [];
    this.clogs.delete(link);
    for (const deliver of held) deliver();
  }

  canReach(from: number, to: number): boolean {
    return !this.cuts.has(`${from}>${to}`);
  }

  send(from: number, to: number, message: unknown): void {
    if (!this.canReach(from, to) || this.random.chance(this.faults.loss)) return;
    this.deliverLater(from, to, message);
    if (this.random.chance(this.faults.duplication)) this.deliverLater(from, to, message);
  }

  private deliverLater(from: number, to: number, message: unknown): void {
    const { delayMsMax, straggle, straggleMsMax } = this.faults;
    const extraMs = this.random.chance(straggle) ? this.random.between(0, straggleMsMax) : 0;
    const receiver = this.receivers.get(to);
    const deliver = (): void => {
      const clogged = this.clogs.get(`${from}>${to}`);
      if (clogged !== undefined) clogged.push(deliver);
      // A message to a process that has died since is lost, even if another has taken its place.
      else if (receiver !== undefined && this.receivers.get(to) === receiver) receiver(from, message);
    };
    this.scheduler.after(this.random.between(0.1, delayMsMax) + extraMs, deliver);
  }
}
