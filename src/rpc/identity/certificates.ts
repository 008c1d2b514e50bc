/** Makes the pool's certificates: one authority, and below it nodes, admins and clients. */
import { createPublicKey, KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificationRequest,
  ExtKeyUsage,
  Extension,
  GeneralName,
  GeneralNames,
  RelativeDistinguishedNames,
} from 'pkijs';
import { InvalidRequestError } from '../../core/errors.js';
import { uriOf, type Named } from './caller.js';
import type { Credential } from './credential.js';

const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
/** The same, as OpenSSL calls it. */
const OPENSSL_CURVE = 'prime256v1';
const HASH = 'SHA-256';
const SERIAL_BYTES = 16;
const FIRST_SERIAL_BYTE = 0x40;
const DAY_MS = 86_400_000;
export const AUTHORITY_LIFETIME_MS = 3_650 * DAY_MS;
export const CERTIFICATE_LIFETIME_MS = 30 * DAY_MS;
/** Clocks of machines differ: a certificate is good a little before it was made. */
const CLOCK_DIFFERENCE_MS = 3_600_000;
const REQUEST_BYTES_MAX = 4_096;

const OID = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  subjectAltName: '2.5.29.17',
  extKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;
/** Of RFC 5280's GeneralName. */
const URI_NAME = 6;

/** What signs: held by every node of the pool. */
export interface Authority {
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** A key that never leaves its holder, and the request for a certificate on it. */
export interface KeyAndRequest {
  readonly keyPem: string;
  /** PKCS #10, DER. */
  readonly request: Uint8Array;
}

export interface Validity {
  readonly nowMs: number;
  readonly lifetimeMs?: number;
}

export async function makeAuthority(nowMs: number): Promise<Authority> {
  const keys = await makeKeys();
  const certificate = blankCertificate({ nowMs, lifetimeMs: AUTHORITY_LIFETIME_MS });
  certificate.issuer = commonName('hafs pool');
  certificate.subject = commonName('hafs pool');
  const constraints = new BasicConstraints({ cA: true, pathLenConstraint: 0 });
  certificate.extensions = [extension(OID.basicConstraints, constraints, true)];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, HASH);
  return { certificatePem: pemOf(certificate), keyPem: keyPemOf(keys.privateKey) };
}

export async function makeRequest(): Promise<KeyAndRequest> {
  const keys = await makeKeys();
  const request = new CertificationRequest();
  request.version = 0;
  request.attributes = [];
  request.subject = commonName('hafs');
  await request.subjectPublicKeyInfo.importKey(keys.publicKey);
  await request.sign(keys.privateKey, HASH);
  return { keyPem: keyPemOf(keys.privateKey), request: new Uint8Array(request.toSchema(true).toBER(false)) };
}

/**
 * Signs what a request asks for; whom it names is for the caller of this to know, whatever the request says.
 * @returns PEM.
 * @throws {InvalidRequestError} the request is none, or its maker does not hold the key.
 */
export async function issue(
  authority: Authority,
  request: Uint8Array,
  subject: Named,
  validity: Validity,
): Promise<string> {
  const { subjectPublicKeyInfo } = await checkedRequest(request);
  const certificate = blankCertificate(validity);
  certificate.issuer = parse(authority.certificatePem).subject;
  certificate.subject = commonName(subject.kind);
  certificate.subjectPublicKeyInfo = subjectPublicKeyInfo;
  const names = new GeneralNames({ names: [new GeneralName({ type: URI_NAME, value: uriOf(subject) })] });
  const purposes = subject.kind === 'node' ? [OID.serverAuth, OID.clientAuth] : [OID.clientAuth];
  certificate.extensions = [
    extension(OID.basicConstraints, new BasicConstraints({ cA: false }), true),
    extension(OID.extKeyUsage, new ExtKeyUsage({ keyPurposes: purposes }), true),
    extension(OID.subjectAltName, names, false),
  ];
  await certificate.sign(await signingKey(authority.keyPem), HASH);
  return pemOf(certificate);
}

/** For whoever holds the authority: a key, and a certificate on it. */
export async function issueOwn(
  authority: Authority,
  subject: Named,
  validity: Validity,
): Promise<Credential> {
  const { keyPem, request } = await makeRequest();
  const certificatePem = await issue(authority, request, subject, validity);
  return { keyPem, certificatePem, authorityPem: authority.certificatePem };
}

async function checkedRequest(bytes: Uint8Array): Promise<CertificationRequest> {
  if (bytes.length > REQUEST_BYTES_MAX) throw new InvalidRequestError('the certificate request is too long');
  try {
    const request = CertificationRequest.fromBER(bytes);
    if (isOnOurCurve(request) && (await request.verify())) return request;
  } catch (error) {
    throw new InvalidRequestError('the certificate request cannot be read', { cause: error });
  }
  throw new InvalidRequestError('the certificate request is not signed by its own key');
}

function isOnOurCurve({ subjectPublicKeyInfo }: CertificationRequest): boolean {
  const der = Buffer.from(subjectPublicKeyInfo.toSchema().toBER(false));
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return key.asymmetricKeyDetails?.namedCurve === OPENSSL_CURVE;
}

const makeKeys = () => webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);

const signingKey = (pem: string) => {
  const der = Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  return webcrypto.subtle.importKey('pkcs8', der, KEY_ALGORITHM, false, ['sign']);
};

const keyPemOf = (key: webcrypto.CryptoKey): string =>
  KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();

const parse = (pem: string): Certificate => Certificate.fromBER(new X509Certificate(pem).raw);

const pemOf = (certificate: Certificate): string =>
  new X509Certificate(Buffer.from(certificate.toSchema(true).toBER(false))).toString();

function blankCertificate({ nowMs, lifetimeMs = CERTIFICATE_LIFETIME_MS }: Validity): Certificate {
  const certificate = new Certificate();
  certificate.version = 2;
  const random = webcrypto.getRandomValues(new Uint8Array(SERIAL_BYTES - 1));
  // Positive, and of the same length always.
  const serial = Uint8Array.of(FIRST_SERIAL_BYTE, ...random);
  certificate.serialNumber = new Integer({ valueHex: serial.buffer });
  certificate.notBefore.value = new Date(nowMs - CLOCK_DIFFERENCE_MS);
  certificate.notAfter.value = new Date(nowMs + lifetimeMs);
  return certificate;
}

const commonName = (value: string): RelativeDistinguishedNames =>
  new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: OID.commonName, value: new Utf8String({ value }) })],
  });

const extension = (
  extnID: string,
  content: BasicConstraints | ExtKeyUsage | GeneralNames,
  critical: boolean,
): Extension => new Extension({ extnID, critical, extnValue: content.toSchema().toBER(false) });
