import { InvalidRequestError, RefusedError, SessionExpiredError } from '../../src/core/errors.js';
import { sessionId } from '../../src/core/ids.js';
import { BRICK_METHODS, VOLUME_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { wholeField } from '../../src/rpc/validate.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { SESSIONS_MAX, type KnownSession } from '../../src/volume/sessions.js';
import { credentialName } from '../identity/clients.js';
import type { BrickProcess } from '../brick-process.js';
import { managingBrick } from '../managing-brick.js';
import type { StorageNode } from '../storage-node.js';
import { callManager } from '../volume-manager-call.js';

const ASK_TIMEOUT_MS = 5_000;
/** Longer than a client may trust its caches. */
const EVICT_TIMEOUT_MS = 10_000;

/** Who uses a volume, and sending somebody away. */
export class ClientService {
  constructor(private readonly node: StorageNode) {}

  addTo(server: RpcServer): void {
    const { node } = this;
    server.unary(VOLUME_METHODS.Clients, ({ name }) =>
      callManager(node, name, BRICK_METHODS.Clients, ({ group }) => ({ group }), ASK_TIMEOUT_MS),
    );
    server.unary(VOLUME_METHODS.Evict, ({ name, session }) =>
      callManager(node, name, BRICK_METHODS.Evict, ({ group }) => ({ group, session }), EVICT_TIMEOUT_MS),
    );
    server.unary(BRICK_METHODS.Clients, ({ group }) => this.clients(managingBrick(node, group)));
    server.unary(BRICK_METHODS.Evict, (request) => this.evict(managingBrick(node, request.group), request));
  }

  private async clients(process: BrickProcess): Promise<hafs.v1.ClientsResponse> {
    const known = await process.manager.sessions.clients(process.store.kv, SESSIONS_MAX);
    const { clients } = this.node.catalogue;
    const credential = ({ owner }: KnownSession): string => credentialName(clients, owner);
    return new wire.ClientsResponse({
      clients: known.map((one) => ({ ...clientToWire(process, one), credential: credential(one) })),
    });
  }

  private async evict(
    { manager, clients }: BrickProcess,
    request: hafs.v1.EvictClientRequest,
  ): Promise<hafs.v1.EvictResponse> {
    const number = wholeField(request.session, 'session', Number.MAX_SAFE_INTEGER);
    if (number === 0) throw new InvalidRequestError('session: 0 is none');
    const session = sessionId(number);
    try {
      const over = manager.evictSession(session);
      // It comes back at once, to be told why it is not let in.
      clients.of(session)?.end();
      await over;
    } catch (error) {
      if (!(error instanceof SessionExpiredError)) throw error;
      throw new RefusedError('the volume has no such client any more', { cause: error });
    }
    return new wire.EvictResponse();
  }
}

function clientToWire(
  { manager, clients }: BrickProcess,
  { session, client, openedAtSeconds }: KnownSession,
): hafs.v1.IClient {
  const connected = clients.of(session);
  return {
    session,
    client,
    openedAtMs: openedAtSeconds * 1_000,
    connected: connected !== undefined,
    version: connected?.version ?? '',
    silentMs: manager.sessions.silentMs(session) ?? 0,
    leases: manager.leases.countOf(session),
    recallsOwed: manager.leases.recallsOwedBy(session),
    inFlight: connected?.inFlightCount ?? 0,
  };
}
