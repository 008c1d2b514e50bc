import { HafsError, messageOf } from '../core/errors.js';
import { Channel } from '../rpc/channel.js';
import { readCredential, writeCredential } from '../rpc/identity/credential-file.js';
import { termOf, type Credential } from '../rpc/identity/credential.js';
import { IDENTITY_METHODS } from '../rpc/services.js';
import { wallMs, type Clock, type Timer } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';

const CHECK_INTERVAL_MS = 3_600_000;
const RENEW_TIMEOUT_MS = 5_000;

export interface OwnIdentityDeps {
  readonly clock: Clock;
  readonly log: Logger;
  /** HOST:PORT of nodes that may be asked. */
  readonly servers: () => Iterable<string>;
}

/** Who this client is. Exchanges its certificate in good time, in the file too, for as long as it is watched. */
export class OwnIdentity {
  private timer: Timer | undefined;
  private isStopped = false;

  private constructor(
    private readonly file: string | undefined,
    private credential: Credential | undefined,
    private readonly deps: OwnIdentityDeps,
  ) {}

  /** @param file without it this client is nobody. @throws {RefusedError | InvalidRequestError} it is no credential. */
  static async load(file: string | undefined, deps: OwnIdentityDeps): Promise<OwnIdentity> {
    return new OwnIdentity(file, file === undefined ? undefined : await readCredential(file), deps);
  }

  get current(): Credential | undefined {
    return this.credential;
  }

  /** From now on the certificate is renewed whenever it is time. */
  watch(): void {
    if (this.credential === undefined || this.isStopped) return;
    this.renewIfDue()
      .catch((error: unknown) => this.deps.log.error('identity.not_renewed', { reason: messageOf(error) }))
      .finally(() => {
        if (!this.isStopped) this.timer = this.deps.clock.after(CHECK_INTERVAL_MS, () => this.watch());
      })
      .catch(() => undefined);
  }

  stop(): void {
    this.isStopped = true;
    this.timer?.stop();
  }

  /** One node that answers is enough. A file that cannot be written is found out next time. */
  async renewIfDue(): Promise<void> {
    const { credential, file } = this;
    if (credential === undefined || termOf(credential).renewAtMs > wallMs(this.deps.clock)) return;
    for (const server of [...this.deps.servers()]) {
      const renewed = await this.renewAt(server, credential);
      if (renewed === undefined) continue;
      this.credential = renewed;
      if (file !== undefined) await writeCredential(file, renewed);
      this.deps.log.info('identity.renewed', { endsAtMs: termOf(renewed).endsAtMs });
      return;
    }
  }

  private async renewAt(
    server: string,
    { authorityPem, ...rest }: Credential,
  ): Promise<Credential | undefined> {
    const channel = new Channel(server, { authorityPem, ...rest });
    try {
      // Slow to load, and of use once in months.
      const { makeRequest } = await import('../rpc/identity/certificates.js');
      const { keyPem, request } = await makeRequest();
      const { certificate } = await channel.call(IDENTITY_METHODS.Renew, { request }, RENEW_TIMEOUT_MS);
      return { keyPem, certificatePem: certificate, authorityPem };
    } catch (error) {
      if (!(error instanceof HafsError)) throw error;
      this.deps.log.warn('identity.not_renewed', { server, reason: error.message });
      return undefined;
    } finally {
      channel.close();
    }
  }
}
