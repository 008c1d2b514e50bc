import { messageOf } from '../../core/errors.js';
import type { Trust } from '../../rpc/channel.js';
import { serversOf, trustOf, type Call } from '../call.js';
import { brickPlaceChecks } from './brick-places.js';
import { broken, type Finding } from './finding.js';
import { machineChecks } from './machine-checks.js';
import { ownNodeChecks } from './own-node.js';
import { poolChecks } from './pool-checks.js';

/** Everything that can be looked at from here. What cannot be looked at is a finding too. */
export async function diagnose(call: Call): Promise<readonly Finding[]> {
  return [...(await machineChecks()), ...(await diagnosePool(call))];
}

const wrongConfiguration = (err: unknown): Finding => broken('configuration', messageOf(err), 'correct it');

async function diagnosePool(call: Call): Promise<readonly Finding[]> {
  const { clock, version } = call.context;
  let servers: readonly string[];
  let trust: Trust | undefined;
  try {
    servers = await serversOf(call);
    trust = await trustOf(call);
  } catch (err) {
    return [wrongConfiguration(err)];
  }
  const { findings, volumes } = await poolChecks(servers, clock, version, trust);
  const own = await ownNodeChecks(call, trust).catch((err: unknown) => [wrongConfiguration(err)]);
  return [...own, ...findings, ...(await brickPlaceChecks(volumes))];
}
