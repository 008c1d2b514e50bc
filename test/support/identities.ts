/** Certificates for tests, and servers that ask for them. */
import { issueOwn, makeAuthority, type Authority } from '../../src/rpc/identity/certificates.js';
import type { Named } from '../../src/rpc/identity/caller.js';
import type { Credential } from '../../src/rpc/identity/credential.js';
import { SystemClock, wallMs } from '../../src/runtime/clock.js';

const DAY_MS = 86_400_000;
const clock = new SystemClock();

export const newAuthority = (): Promise<Authority> => makeAuthority(wallMs(clock));

export const issued = (authority: Authority, kind: Named['kind'], lifetimeMs = DAY_MS): Promise<Credential> =>
  issueOwn(authority, { kind, id: `${kind}-1` }, { nowMs: wallMs(clock), lifetimeMs });
