import type { Clock, Timer } from '../../src/runtime/clock.js';

/** Begun by one client in one go while others are at work: what it does in between is what they wait for. */
const BEGUN_MIN = 4;
/** Under way for one client while others are at work: enough to fill any pipeline, and no more than one batch. */
const UNDER_WAY_MIN = 64;
/** What takes longer may wait for something else than this node: then a few others of its client are let past it. */
const TURN_MS_MAX = 50;
const PERIOD_MS = 500;
/** Who asked for less in a period is not at work; more would leave out who gets nothing because of a flood. */
const ASKED_MIN = 2;

/** Whoever owns the session, or the stream where nobody is asked who he is. */
export type ClientKey = string | object;

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
  /** Since this node last looked after anything else. */
  begunCount: number;
  period: number;
  /** How often it asked, and the most that it wanted at once: in this period and in the one before. */
  asked: readonly [number, number];
  peak: readonly [number, number];
  /** Nobody is connected any more. */
  hasLeft: boolean;
}

/**
 * Whose request is served next. Who is alone has all of the node. While others are at work nobody has more requests
 * begun in one go than the one of them who wants most, so that a flood holds up only who makes it.
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
    this.roll(line);
    line.hasLeft = false;
    line.asked = [line.asked[0] + 1, line.asked[1]];
    line.peak = [Math.max(line.peak[0], demandOf(line)), line.peak[1]];
    this.serve(line);
    return turn;
  }

  /** It is answered. */
  giveBack(turn: Turn): void {
    const { line } = turn;
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
    const counts = { begunCount: 0, period: 0, asked: [0, 0], peak: [0, 0] } as const;
    const line: Line = { waiting: [], served: new Set(), ...counts, hasLeft: false };
    this.lines.set(client, line);
    return line;
  }

  private roll(line: Line): void {
    const period = Math.floor(this.clock.monotonicMs() / PERIOD_MS);
    if (period === line.period) return;
    const isNext = period === line.period + 1;
    line.asked = [0, isNext ? line.asked[0] : 0];
    line.peak = [demandOf(line), isNext ? line.peak[0] : 0];
    line.period = period;
  }

  private serve(line: Line): void {
    while (line.waiting.length > 0 && this.mayBegin(line)) {
      const turn = line.waiting.shift();
      if (turn === undefined) break;
      turn.hasBegun = true;
      turn.beganAtMs = this.clock.monotonicMs();
      line.served.add(turn);
      line.begunCount++;
      this.planTick();
      turn.begin(turn);
    }
    if (line.waiting.length > 0) this.lookLater();
  }

  private mayBegin(line: Line): boolean {
    const { begunCount, served } = line;
    if (begunCount < BEGUN_MIN && served.size < UNDER_WAY_MIN) return true;
    const wanted = this.mostWantedByOthers(line);
    return wanted === 0 || (begunCount < wanted && served.size < Math.max(UNDER_WAY_MIN, wanted));
  }

  /** 0 while nobody else is at work. */
  private mostWantedByOthers(line: Line): number {
    let most = 0;
    for (const other of this.lines.values()) {
      if (other === line) continue;
      this.roll(other);
      const isAtWork = other.asked[0] + other.asked[1] >= ASKED_MIN;
      if (isAtWork) most = Math.max(most, BEGUN_MIN, ...other.peak);
    }
    return most;
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
    this.serve(line);
  }
}

const demandOf = ({ waiting, served }: Line): number => waiting.length + served.size;
