import { messageOf } from '../../src/core/errors.js';
import { termOf, type Credential } from '../../src/rpc/identity/credential.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { wallMs, type Clock, type Timer } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { NodeIdentity } from './node-identity.js';

/** Often enough for a certificate of 30 days to be renewed many times over before it is void. */
const CHECK_INTERVAL_MS = 3_600_000;
const CUT_OFF_INTERVAL_MS = 500;

export interface RotationDeps {
  readonly identity: NodeIdentity;
  readonly server: Pick<RpcServer, 'use' | 'cutOff'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps this node's certificates fresh, and ends connections of those whose certificates no longer count. */
export class Rotation {
  private readonly timers = new Map<'check' | 'cutOff', Timer>();

  constructor(private readonly deps: RotationDeps) {}

  start(): void {
    this.check();
    this.cutOff();
  }

  stop(): void {
    for (const timer of this.timers.values()) timer.stop();
  }

  /** Renews what has lived for most of its life. @throws {RefusedError} it cannot be written. */
  async renewIfDue(): Promise<void> {
    const { identity, server, clock, log } = this.deps;
    if (!isDue(identity.credential, wallMs(clock))) return;
    await identity.renew({ nowMs: wallMs(clock) });
    server.use(identity.credential);
    await identity.renewAdmin({ nowMs: wallMs(clock) });
    log.info('identity.renewed', { endsAtMs: termOf(identity.credential).endsAtMs });
  }

  private check(): void {
    const { clock, log } = this.deps;
    this.renewIfDue()
      .catch((error: unknown) => log.error('identity.not_renewed', { reason: messageOf(error) }))
      .finally(() =>
        this.timers.set(
          'check',
          clock.after(CHECK_INTERVAL_MS, () => this.check()),
        ),
      )
      .catch(() => undefined);
  }

  private cutOff(): void {
    this.deps.server.cutOff();
    this.timers.set(
      'cutOff',
      this.deps.clock.after(CUT_OFF_INTERVAL_MS, () => this.cutOff()),
    );
  }
}

export const isDue = (credential: Credential, nowMs: number): boolean =>
  termOf(credential).renewAtMs <= nowMs;
