/**
 * How a replica set gets other members without ever being in two minds: one joins or leaves at a time, whoever joins has
 * everything before it counts, and nobody leaves who is needed.
 * Source: docs/replication.md, "Members".
 */
import type { BrickId } from '../core/ids.js';
import type { CoreView } from '../replication/core-events.js';
import { quorumSize } from '../replication/entry.js';
import type { ReplicatedGroup } from './replicated-group.js';

export type MembershipStep =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'wait' }
  /** Bring this brick up to date. */
  | { readonly kind: 'learn'; readonly brick: BrickId }
  | { readonly kind: 'handOver'; readonly to: BrickId }
  | { readonly kind: 'change'; readonly members: readonly BrickId[] };

const WAIT: MembershipStep = { kind: 'wait' };

/** @param view of the manager. @param self the manager itself. @param target the members that are wanted. */
export function membershipStep(view: CoreView, self: BrickId, target: readonly BrickId[]): MembershipStep {
  const { members, peers } = view;
  const isInSync = (brick: BrickId): boolean => brick === self || peers.get(brick)?.inSync === true;
  const leaving = members.filter((member) => !target.includes(member));
  const joining = target.filter((brick) => !members.includes(brick));
  if (leaving.length + joining.length === 0) return { kind: 'arrived' };
  const unknown = joining.find((brick) => !peers.has(brick));
  if (unknown !== undefined) return { kind: 'learn', brick: unknown };
  const joiner = joining.find(isInSync);
  if (joining.length > 0 && joiner === undefined) return WAIT;
  // One that is away helps nobody, and with one more beside it the others could spare none; one that is there stays
  // until another has its place.
  const away = leaving.find((member) => !isInSync(member));
  if (joiner !== undefined && away === undefined) return changeTo([...members, joiner], isInSync);
  const leaver = away ?? leaving[0];
  if (leaver === undefined) return WAIT;
  const rest = members.filter((member) => member !== leaver);
  return leaver === self ? handOver(rest, isInSync) : changeTo(rest, isInSync);
}

/** Not to members that could not decide anything. */
function changeTo(members: readonly BrickId[], isInSync: (brick: BrickId) => boolean): MembershipStep {
  return members.filter(isInSync).length < quorumSize(members.length) ? WAIT : { kind: 'change', members };
}

function handOver(rest: readonly BrickId[], isInSync: (brick: BrickId) => boolean): MembershipStep {
  const to = rest.find(isInSync);
  return to === undefined ? WAIT : { kind: 'handOver', to };
}

/**
 * As manager: takes the next step towards `target`, if it can be taken now. To be called again and again.
 * @returns whether the members are the target, for good.
 * @throws {NotManagerError} | {OutcomeUnknownError} another manager may take the next step.
 */
export async function approachMembers(
  group: ReplicatedGroup,
  self: BrickId,
  target: readonly BrickId[],
): Promise<boolean> {
  await group.ready();
  await group.room();
  // From here to the proposal in one go: what is decided is decided on what is.
  const view = group.replica.view();
  if (!view.areMembersSettled) return false;
  const step = membershipStep(view, self, target);
  switch (step.kind) {
    case 'arrived':
      return true;
    case 'wait':
      return false;
    case 'learn':
      group.replica.addLearner(step.brick);
      return false;
    case 'handOver':
      await group.handOver(step.to);
      return false;
    case 'change':
      await group.propose({ members: step.members, sync: true });
      return false;
  }
}
