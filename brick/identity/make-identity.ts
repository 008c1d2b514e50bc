/** `hafs pool init` and `hafs pool join`: a node gets its identity, before it is started. */
import { connect } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { AccessDeniedError, messageOf, RefusedError, UnreachableError } from '../../src/core/errors.js';
import { Channel } from '../../src/rpc/channel.js';
import { issueOwn, makeAuthority, makeRequest } from '../../src/rpc/identity/certificates.js';
import { fingerprintOf } from '../../src/rpc/identity/credential.js';
import type { JoinToken } from '../../src/rpc/identity/token.js';
import { IDENTITY_METHODS } from '../../src/rpc/services.js';
import { wallMs, type Clock } from '../../src/runtime/clock.js';
import type { Random } from '../../src/runtime/random.js';
import { NodeFile } from '../node-file.js';
import { NodeIdentity } from './node-identity.js';

const CONNECT_TIMEOUT_MS = 5_000;
const ENROLL_TIMEOUT_MS = 10_000;

export interface MakeDeps {
  readonly clock: Clock;
  readonly random: Random;
}

export interface MadeIdentity {
  /** Of the pool's authority. */
  readonly fingerprint: string;
  readonly adminFile: string;
}

/** Makes a new pool's authority. @throws {RefusedError} the node has an identity already. */
export async function initPool(directory: string, deps: MakeDeps): Promise<MadeIdentity> {
  const id = await idOfNewcomer(directory, deps);
  const validity = { nowMs: wallMs(deps.clock) };
  const authority = await makeAuthority(validity.nowMs);
  const credential = await issueOwn(authority, { kind: 'node', id }, validity);
  return made(await NodeIdentity.save(directory, authority, credential, validity));
}

/**
 * Gets a certificate of the pool that the token is of.
 * @throws {RefusedError} the node has an identity already.
 * @throws {AccessDeniedError} the token is void, or who answers is not of that pool.
 */
export async function joinPool(directory: string, token: JoinToken, deps: MakeDeps): Promise<MadeIdentity> {
  const id = await idOfNewcomer(directory, deps);
  const { keyPem, request } = await makeRequest();
  const authorityPem = await authorityOf(token);
  const channel = new Channel(token.address, { authorityPem });
  try {
    const enrollment = { secret: token.secret, nodeId: id, request };
    const reply = await channel.call(IDENTITY_METHODS.Enroll, enrollment, ENROLL_TIMEOUT_MS);
    const authority = { certificatePem: authorityPem, keyPem: reply.authorityKey };
    const credential = { keyPem, certificatePem: reply.certificate, authorityPem };
    return made(await NodeIdentity.save(directory, authority, credential, { nowMs: wallMs(deps.clock) }));
  } finally {
    channel.close();
  }
}

async function idOfNewcomer(directory: string, { random }: MakeDeps): Promise<string> {
  if (await NodeIdentity.isMade(directory))
    throw new RefusedError(`${directory} has an identity already; a node has one for life`);
  const id = random.id();
  const file = await NodeFile.open(directory, () => ({ id, pool: random.id(), nodes: [] }));
  return file.record.id;
}

const made = (identity: NodeIdentity): MadeIdentity => ({
  fingerprint: fingerprintOf(identity.authority.certificatePem),
  adminFile: identity.adminFile,
});

/** The pool's certificate, as the node shows it; the token says whether it is the right one. */
function authorityOf({ address, fingerprint }: JoinToken): Promise<string> {
  const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? [];
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      socket.destroy();
      reject(new UnreachableError(`cannot reach ${address}: ${reason}`));
    };
    // Whom to believe is decided right below, by the fingerprint; nothing is sent before.
    const options = { host, port: Number(port), rejectUnauthorized: false, ALPNProtocols: ['h2'] };
    const socket = connect({ ...options, minVersion: 'TLSv1.3', timeout: CONNECT_TIMEOUT_MS }, () => {
      const { issuerCertificate } = socket.getPeerCertificate(true) as {
        issuerCertificate?: { raw: Buffer };
      };
      const pem =
        issuerCertificate === undefined ? '' : new X509Certificate(issuerCertificate.raw).toString();
      socket.destroy();
      if (pem !== '' && fingerprintOf(pem) === fingerprint) resolve(pem);
      else reject(new AccessDeniedError(`${address} is not of the pool that the token is of`));
    });
    socket.on('timeout', () => fail('no answer in time'));
    socket.on('error', (error) => fail(messageOf(error)));
  });
}
