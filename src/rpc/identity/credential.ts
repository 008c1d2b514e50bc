/** A key, its certificate, and the authority that vouches for both sides: all that it takes to be somebody. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { InvalidRequestError } from '../../core/errors.js';
import { namedBy, type Named } from './caller.js';

export interface Credential {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly authorityPem: string;
}

/** Of its life: from then on it is exchanged for a new one. */
const RENEW_AFTER_SHARE = 2 / 3;

/** The file's form: key, certificate, authority, one after the other. */
export const credentialText = ({ keyPem, certificatePem, authorityPem }: Credential): string =>
  [keyPem, certificatePem, authorityPem].map((pem) => `${pem.trim()}\n`).join('');

const BLOCK = /-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g;

/** @param where for the message. @throws {InvalidRequestError} the parts are not there, or do not belong together. */
export function parseCredential(text: string, where: string): Credential {
  const blocks = [...text.matchAll(BLOCK)];
  const [keyPem] = blocks.filter(([, kind]) => kind === 'PRIVATE KEY').map(([pem]) => pem);
  const certificates = blocks.filter(([, kind]) => kind === 'CERTIFICATE').map(([pem]) => pem);
  const [certificatePem, authorityPem] = certificates;
  if (keyPem === undefined || certificatePem === undefined || authorityPem === undefined) {
    throw new InvalidRequestError(`${where} is no credential: it needs a key and two certificates`);
  }
  const credential = { keyPem, certificatePem, authorityPem };
  if (!belongsTogether(credential))
    throw new InvalidRequestError(`${where} is damaged: its parts do not match`);
  return credential;
}

function belongsTogether({ keyPem, certificatePem, authorityPem }: Credential): boolean {
  try {
    const certificate = new X509Certificate(certificatePem);
    const authority = new X509Certificate(authorityPem);
    return certificate.checkPrivateKey(createPrivateKey(keyPem)) && certificate.verify(authority.publicKey);
  } catch {
    return false;
  }
}

/** Whom the certificate names. @throws {InvalidRequestError} nobody of a pool. */
export function holderOf({ certificatePem }: Credential): Named {
  const holder = namedBy(new X509Certificate(certificatePem).subjectAltName);
  if (holder === undefined) throw new InvalidRequestError('the certificate names nobody of a pool');
  return holder;
}

/** When it should be exchanged, and when it is void. Since 1970. */
export function termOf({ certificatePem }: Credential): {
  readonly renewAtMs: number;
  readonly endsAtMs: number;
} {
  const { validFrom, validTo } = new X509Certificate(certificatePem);
  const fromMs = Date.parse(validFrom);
  const endsAtMs = Date.parse(validTo);
  return { renewAtMs: fromMs + (endsAtMs - fromMs) * RENEW_AFTER_SHARE, endsAtMs };
}

/** SHA-256 of the authority's certificate, in hexadecimal: by this a stranger knows the pool again. */
export const fingerprintOf = (authorityPem: string): string =>
  new X509Certificate(authorityPem).fingerprint256.replaceAll(':', '').toLowerCase();
