/** The side of a brick that is being healed: what its history is meanwhile, and after. */
import type { Event } from './core-events.js';
import type { CoreState } from './core-state.js';
import type { Position } from './entry.js';
import { EntryWindow, type WindowLimits } from './entry-window.js';
import { endDoubt, sayStanding } from './follower-role.js';

type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;

export function onHealBegun(state: CoreState, event: EventOf<'healBegun'>, limits: WindowLimits): void {
  state.health = event.health;
  state.commitIndex = event.baseIndex;
  state.aligned = false;
  if (event.tail !== undefined) beginAt(state, event.tail, limits);
  // Whatever votes it was gathering: only a whole brick may become manager.
  if (state.role.kind !== 'manager') state.role = { kind: 'follower' };
}

export function onHealed(state: CoreState, event: EventOf<'healed'>, limits: WindowLimits): void {
  beginAt(state, event.tail, limits);
  state.commitIndex = event.commitIndex;
  state.members = event.members;
  state.health = 'whole';
  state.aligned = event.term === state.hard.term;
  endDoubt(state);
  if (state.manager !== undefined && state.role.kind !== 'manager') sayStanding(state, state.manager, {});
}

function beginAt(state: CoreState, tail: Position, limits: WindowLimits): void {
  state.window.current = new EntryWindow(tail, limits);
  state.storedIndex = tail.index;
}
