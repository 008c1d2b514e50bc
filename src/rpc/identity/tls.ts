/** The one way in which hafs speaks TLS: 1.3, both sides with a certificate of the same pool. */
import {
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
  type SecureContextOptions,
} from 'node:tls';
import { namedBy } from './caller.js';
import type { Credential } from './credential.js';

const VERSION = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } as const;

/** @param credential without a key of one's own, only the other side is known. */
export function secureContextOptions(
  credential: Pick<Credential, 'authorityPem'> & Partial<Credential>,
): SecureContextOptions {
  const { keyPem, certificatePem, authorityPem } = credential;
  const own = certificatePem === undefined ? {} : { key: keyPem, cert: `${certificatePem}\n${authorityPem}` };
  return { ...VERSION, ...own, ca: authorityPem };
}

export const secureContext = (
  credential: Pick<Credential, 'authorityPem'> & Partial<Credential>,
): SecureContext => createSecureContext(secureContextOptions(credential));

/**
 * Nodes are known by the pool's certificate, not by their host name: names and addresses change.
 * @returns what is wrong with the other side.
 */
export function serverProblem(_: string, { subjectaltname }: PeerCertificate): Error | undefined {
  if (namedBy(subjectaltname)?.kind === 'node') return undefined;
  return new Error('the other side is no node of this pool');
}
