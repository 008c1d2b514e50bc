import { messageOf } from '../../core/errors.js';
import { serversOf, type Call } from '../call.js';
import { brickPlaceChecks } from './brick-places.js';
import { broken, type Finding } from './finding.js';
import { machineChecks } from './machine-checks.js';
import { poolChecks } from './pool-checks.js';

/** Everything that can be looked at from here. What cannot be looked at is a finding too. */
export async function diagnose(call: Call): Promise<readonly Finding[]> {
  return [...(await machineChecks()), ...(await diagnosePool(call))];
}

async function diagnosePool(call: Call): Promise<readonly Finding[]> {
  const { clock, version } = call.context;
  let servers: readonly string[];
  try {
    servers = await serversOf(call);
  } catch (err) {
    return [broken('configuration', messageOf(err), 'correct it')];
  }
  const { findings, volumes } = await poolChecks(servers, clock, version);
  return [...findings, ...(await brickPlaceChecks(volumes))];
}
