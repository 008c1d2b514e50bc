/** What a machine whose credential is a client's can find out about its pool: administrators' calls are refused to it. */
import { AccessDeniedError, messageOf, UnreachableError } from '../../core/errors.js';
import { Channel, type Trust } from '../../rpc/channel.js';
import { isRevocation } from '../../rpc/identity/access.js';
import { FILE_METHODS } from '../../rpc/services.js';
import { broken, ok, type Finding } from './finding.js';

const ASK_TIMEOUT_MS = 5_000;
/** No volume is called so: whose credential is good is refused in other words than whose is not. */
const NO_VOLUME = '';

/** @param servers HOST:PORT each; the first that answers says it for all. */
export async function clientFinding(servers: readonly string[], trust: Trust | undefined): Promise<Finding> {
  const reasons: string[] = [];
  for (const server of servers) {
    const refusal = await refusalAt(server, trust);
    if (!(refusal instanceof UnreachableError)) return findingOf(server, refusal);
    reasons.push(refusal.message);
  }
  const remedy =
    '"hafs client list", on a node, shows whom the pool knows; "hafs client create" makes another credential';
  return broken('pool', `no server takes this credential (${reasons.join('; ')})`, remedy);
}

function findingOf(server: string, refusal: unknown): Finding {
  if (refusal instanceof AccessDeniedError && isRevocation(refusal)) {
    const remedy = 'make another on a node, with "hafs client create", and put it in its place';
    return broken('pool', `${server} answers: ${messageOf(refusal)}`, remedy);
  }
  const limits = "this machine has a client's credential: what only administrators may see is not looked at";
  return ok('pool', `${server} answers; ${limits}`);
}

/** @returns nothing, should there be none. */
async function refusalAt(server: string, trust: Trust | undefined): Promise<unknown> {
  const channel = new Channel(server, trust);
  try {
    await channel.call(FILE_METHODS.Locate, { volume: NO_VOLUME }, ASK_TIMEOUT_MS);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    channel.close();
  }
}
