import { InvalidRequestError, RefusedError } from '../../src/core/errors.js';
import type { Caller } from '../../src/rpc/identity/caller.js';
import { issue } from '../../src/rpc/identity/certificates.js';
import { fingerprintOf } from '../../src/rpc/identity/credential.js';
import { tokenText } from '../../src/rpc/identity/token.js';
import { IDENTITY_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { textField, wholeField } from '../../src/rpc/validate.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { wallMs, type Clock } from '../../src/runtime/clock.js';
import type { Random } from '../../src/runtime/random.js';
import { clientNameField, clientToWire, grantsField } from '../../src/volume/client-record.js';
import { onPoolManager } from '../forward.js';
import type { StorageNode } from '../storage-node.js';
import { clientAdded, clientRevoked } from './clients.js';
import type { NodeIdentity } from './node-identity.js';
import { RenewalTurns } from './renewal-turns.js';
import { TokenBook, TOKEN_TTL_MS_MAX } from './token-book.js';

const SECRET_LENGTH_MAX = 64;
const NODE_ID = /^[A-Za-z0-9_-]{1,64}$/;
const NAME_LENGTH_MAX = 63;

export interface IdentityServiceDeps {
  readonly node: StorageNode;
  readonly identity: NodeIdentity | undefined;
  readonly clock: Clock;
  readonly random: Random;
}

/** Certificates for nodes that join, for clients, and for whoever has one that is growing old. */
export class IdentityService {
  private readonly tokens: TokenBook;
  private readonly renewals: RenewalTurns;

  constructor(private readonly deps: IdentityServiceDeps) {
    this.renewals = new RenewalTurns(deps.clock);
    this.tokens = new TokenBook(deps.clock, deps.random);
  }

  addTo(server: RpcServer): void {
    const { CreateToken, Enroll, Renew, CreateClient, ListClients, RevokeClient } = IDENTITY_METHODS;
    const { node, clock } = this.deps;
    server.unary(CreateToken, (request) => Promise.resolve(this.createToken(request)));
    server.unary(Enroll, (request) => this.enroll(request));
    server.unary(Renew, (request, caller) => this.renew(request, caller));
    server.unary(CreateClient, (request) =>
      onPoolManager(node, clock, CreateClient, request, () => this.createClient(request)),
    );
    server.unary(ListClients, () => Promise.resolve(this.listClients()));
    server.unary(RevokeClient, (request) =>
      onPoolManager(node, clock, RevokeClient, request, () => this.revokeClient(request)),
    );
  }

  private createToken({ ttlMs }: hafs.v1.CreateTokenRequest): hafs.v1.CreateTokenResponse {
    const { authority } = this.identity();
    const checkedTtlMs = wholeField(ttlMs, 'ttl_ms', TOKEN_TTL_MS_MAX);
    const secret = this.tokens.make(checkedTtlMs);
    const fingerprint = fingerprintOf(authority.certificatePem);
    const token = tokenText({ address: this.deps.node.self.address, fingerprint, secret });
    return new wire.CreateTokenResponse({ token, ttlMs: checkedTtlMs });
  }

  private async enroll(request: hafs.v1.EnrollRequest): Promise<hafs.v1.EnrollResponse> {
    const { authority } = this.identity();
    if (!NODE_ID.test(request.nodeId)) throw new InvalidRequestError('node_id: not the id of a node');
    this.tokens.redeem(textField(request.secret, 'secret', SECRET_LENGTH_MAX));
    this.refuseTaken(request.nodeId);
    const subject = { kind: 'node', id: request.nodeId } as const;
    const certificate = await issue(authority, request.request, subject, { nowMs: wallMs(this.deps.clock) });
    return new wire.EnrollResponse({
      certificate,
      authority: authority.certificatePem,
      authorityKey: authority.keyPem,
    });
  }

  /** A node of a pool that had no identities keeps its id, and is stopped while it gets one; so is one that lost its own. */
  private refuseTaken(nodeId: string): void {
    if (this.deps.node.links.isConnected(nodeId))
      throw new RefusedError(
        'this node is in the pool already, and running; its data directory is not to be copied: give a new one',
      );
  }

  private async renew(request: hafs.v1.RenewRequest, caller: Caller): Promise<hafs.v1.RenewResponse> {
    const { authority } = this.identity();
    if (!('id' in caller)) throw new InvalidRequestError('only a certificate can be renewed');
    const validity = { nowMs: wallMs(this.deps.clock) };
    const certificate = await this.renewals.take(caller, () =>
      issue(authority, request.request, caller, validity),
    );
    return new wire.RenewResponse({ certificate });
  }

  private async createClient(request: hafs.v1.CreateClientRequest): Promise<hafs.v1.CreateClientResponse> {
    const { authority } = this.identity();
    const nowMs = wallMs(this.deps.clock);
    const client = {
      id: this.deps.random.id(),
      name: clientNameField(textField(request.name, 'name', NAME_LENGTH_MAX)),
      grants: grantsField(request.grants),
      createdAtMs: nowMs,
      revokedAtMs: 0,
    };
    const subject = { kind: 'client', id: client.id } as const;
    // A request that cannot be signed must not leave a client behind.
    const certificate = await issue(authority, request.request, subject, { nowMs });
    await this.deps.node.pool.change((catalogue) => Promise.resolve(clientAdded(catalogue, client)));
    return new wire.CreateClientResponse({ client: clientToWire(client), certificate });
  }

  private listClients(): hafs.v1.ListClientsResponse {
    return new wire.ListClientsResponse({ clients: this.deps.node.catalogue.clients.map(clientToWire) });
  }

  private async revokeClient(request: hafs.v1.RevokeClientRequest): Promise<hafs.v1.RevokeClientResponse> {
    const name = textField(request.name, 'name', NAME_LENGTH_MAX);
    const nowMs = wallMs(this.deps.clock);
    const client = await this.deps.node.pool.change((catalogue) =>
      Promise.resolve(clientRevoked(catalogue, name, nowMs)),
    );
    return new wire.RevokeClientResponse({ client: clientToWire(client) });
  }

  private identity(): NodeIdentity {
    const { identity } = this.deps;
    if (identity === undefined)
      throw new RefusedError('this node has no identity, so nobody can have one of it; see "hafs pool init"');
    return identity;
  }
}
