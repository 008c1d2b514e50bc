import type { Clock, Timer } from '../../src/runtime/clock.js';
import { RecentDemand } from './recent-demand.js';

/** Begun by one client in one go while others are at work: what it does in between is what they wait for. */
const BEGUN_MIN = 4;
/** Under way for one client while others are at work: enough to fill any pipeline, and no more than one batch. */
const UNDER_WAY_MIN = 64;
/** Who wants so many times as much at once as any other, one of which is busy, gets a share instead of turns. */
const GREEDY_FACTOR = 8;
/** Of a turn, for each one that another has had: the others keep three quarters. */
const GREEDY_SHARE = 1 / 3;
/** What takes longer may wait for something else than this node: then a few others of its client are let past it. */
const TURN_MS_MAX = 50;

/** Whoever owns the session, or, where nobody is asked who he is, what he calls himself. */
export type ClientKey = string;

/** A request that waits or is being served, until it is given back. */
export interface Turn {
  readonly client: ClientKey;
  readonly begin: (turn: Turn) => void;
  readonly line: Line;
  hasBegun: boolean;
  beganAtMs: number;
}

/** What one client wants. */
interface Line {
  waiting: Turn[];
  readonly served: Set<Turn>;
  readonly recent: RecentDemand;
  /** Since this node last looked after anything else. */
  begunCount: number;
  /** Turns that it may have, while it is greedy. */
  credit: number;
  /** Nobody is connected any more. */
  hasLeft: boolean;
}

/** The others that are at work. */
interface Others {
  /** The most that one of them wants at once; 0 while there is none. */
  readonly wanted: number;
  /** One of them waits for this node a good part of the time. */
  readonly areBusy: boolean;
}

/**
 * Whose request is served next. Who is alone has all of the node. While others are at work nobody has more requests
 * begun in one go than the one of them who wants most, and a flood has a share only: it holds up who makes it.
 */
export class FairTurns {
  private readonly lines = new Map<ClientKey, Line>();
  private timer: Timer | undefined;
  private isTickPlanned = false;

  constructor(private readonly clock: Pick<Clock, 'monotonicMs' | 'after'>) {}

  /** Calls `begin` when it is this client's turn: within this call if it need not wait. */
  ask(client: ClientKey, begin: (turn: Turn) => void): Turn {
    const line = this.lineOf(client);
    const turn: Turn = { client, begin, line, hasBegun: false, beganAtMs: 0 };
    line.waiting.push(turn);
    line.hasLeft = false;
    line.recent.asks(demandOf(line), this.clock.monotonicMs());
    this.serve(line);
    return turn;
  }

  /** It is answered. */
  giveBack(turn: Turn): void {
    const { line } = turn;
    line.recent.isAnswered(this.clock.monotonicMs());
    line.served.delete(turn);
    this.serve(line);
    if (line.hasLeft) this.leave(turn.client);
  }

  /** One of its connections is gone, and nobody waits for these any more: they never begin. */
  leave(client: ClientKey, unwanted: ReadonlySet<Turn> = new Set()): void {
    const line = this.lines.get(client);
    if (line === undefined) return;
    line.hasLeft = true;
    if (unwanted.size > 0) line.waiting = line.waiting.filter((turn) => !unwanted.has(turn));
    if (demandOf(line) === 0) this.lines.delete(client);
  }

  private lineOf(client: ClientKey): Line {
    const known = this.lines.get(client);
    if (known !== undefined) return known;
    const nothing = { waiting: [], served: new Set<Turn>(), begunCount: 0, credit: 0, hasLeft: false };
    const line: Line = { ...nothing, recent: new RecentDemand() };
    this.lines.set(client, line);
    return line;
  }

  private serve(line: Line): void {
    if (line.waiting.length === 0) return;
    const others = this.others(line);
    while (line.waiting.length > 0 && mayBegin(line, others)) this.begin(line, others);
    if (line.waiting.length > 0) this.lookLater();
  }

  private begin(line: Line, others: Others): void {
    const turn = line.waiting.shift();
    if (turn === undefined) return;
    turn.hasBegun = true;
    turn.beganAtMs = this.clock.monotonicMs();
    line.served.add(turn);
    line.credit = Math.max(0, line.credit - 1);
    this.creditOthers(line);
    if (others.wanted > 0) this.count(line);
    turn.begin(turn);
  }

  private count(line: Line): void {
    line.begunCount++;
    this.planTick();
  }

  private creditOthers(line: Line): void {
    for (const other of this.lines.values()) {
      if (other !== line) other.credit = Math.min(other.credit + GREEDY_SHARE, BEGUN_MIN);
    }
  }

  private others(line: Line): Others {
    const nowMs = this.clock.monotonicMs();
    const others = { wanted: 0, areBusy: false };
    for (const other of this.lines.values()) {
      const wanted = demandOf(other);
      if (other === line || !other.recent.isAtWork(wanted, nowMs)) continue;
      others.wanted = Math.max(others.wanted, BEGUN_MIN, other.recent.peak);
      others.areBusy ||= other.recent.isBusy(wanted, nowMs);
    }
    return others;
  }

  /** Whatever came in meanwhile is looked after first. */
  private planTick(): void {
    if (this.isTickPlanned) return;
    this.isTickPlanned = true;
    this.clock.after(0, () => {
      this.isTickPlanned = false;
      for (const line of this.lines.values()) line.begunCount = 0;
      for (const line of this.lines.values()) this.serve(line);
    });
  }

  private lookLater(): void {
    this.timer ??= this.clock.after(TURN_MS_MAX, () => {
      this.timer = undefined;
      const endedBeforeMs = this.clock.monotonicMs() - TURN_MS_MAX;
      for (const line of this.lines.values()) this.look(line, endedBeforeMs);
    });
  }

  private look(line: Line, endedBeforeMs: number): void {
    const overdue = [...line.served].filter(({ beganAtMs }) => beganAtMs <= endedBeforeMs);
    // Not all of them: on a node that has too much to do everything takes longer.
    for (const turn of overdue.slice(0, BEGUN_MIN)) line.served.delete(turn);
    // A share of nothing would be nothing.
    line.credit = Math.max(line.credit, 1);
    this.serve(line);
  }
}

function mayBegin(line: Line, { wanted, areBusy }: Others): boolean {
  if (wanted === 0) return true;
  if (line.served.size >= Math.max(UNDER_WAY_MIN, wanted)) return false;
  const isGreedy = areBusy && demandOf(line) > GREEDY_FACTOR * wanted;
  return isGreedy ? line.credit >= 1 : line.begunCount < wanted;
}

const demandOf = ({ waiting, served }: Line): number => waiting.length + served.size;
