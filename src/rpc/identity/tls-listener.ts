import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { Clock } from '../../runtime/clock.js';
import { STRANGER, callerKey, namedBy, type Caller, type Named } from './caller.js';
import type { Credential } from './credential.js';
import { secureContextOptions } from './tls.js';

/** Who has not proved who he is by then is disconnected. */
const HANDSHAKE_TIMEOUT_MS = 5_000;
/** Long enough to redeem a token, and no longer. */
const STRANGER_STAYS_MS = 10_000;
const STRANGERS_MAX = 64;
const CONNECTIONS_MAX = 8_192;
/** One certificate must not take all of them: it may have 256 sessions of each volume, whose mounts need one to each node. */
const CONNECTIONS_OF_CLIENT_MAX = 1_024;

interface Connection {
  readonly caller: Caller;
  /** When its certificate is void, since 1970. */
  readonly endsAtMs: number;
}

/** Takes TLS connections, knows who is at the other end of each, and can cut them off. */
export class TlsListener {
  private readonly server: Server;
  private readonly connections = new Map<TLSSocket, Connection>();
  /** By `callerKey`, of those that have any. */
  private readonly connectionCounts = new Map<string, number>();
  private strangerCount = 0;

  constructor(
    credential: Credential,
    private readonly clock: Clock,
    onConnection: (socket: TLSSocket) => void,
  ) {
    this.server = createServer({
      ...secureContextOptions(credential),
      requestCert: true,
      // Without a certificate one may come in and redeem a token. Who shows a wrong one is sent away below.
      rejectUnauthorized: false,
      ALPNProtocols: ['h2'],
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    });
    this.server.maxConnections = CONNECTIONS_MAX;
    this.server.on('tlsClientError', (_, socket) => socket.destroy());
    this.server.on('secureConnection', (socket) => {
      socket.on('error', () => undefined); // Its end says all there is to say.
      if (this.admit(socket)) onConnection(socket);
      else socket.destroy();
    });
  }

  /** @returns the port. @throws as `net.Server` does. */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
    const bound = this.server.address();
    return typeof bound === 'object' && bound !== null ? bound.port : port;
  }

  /** New connections are answered with this; those that stand are not touched. */
  use(credential: Credential): void {
    this.server.setSecureContext(secureContextOptions(credential));
  }

  /**
   * Ends the connections of those who may not stay, and of those whose certificate is void by `nowMs`. Not of
   * nodes: a broken link is taken for a dead node, and each new one needs a good certificate anyway.
   */
  cutOff(nowMs: number, mayStay: (caller: Named) => boolean): void {
    for (const [socket, { caller, endsAtMs }] of this.connections) {
      if (caller.kind === 'node') continue;
      if (endsAtMs <= nowMs || ('id' in caller && !mayStay(caller))) socket.destroy();
    }
  }

  close(): void {
    this.server.close();
    for (const socket of this.connections.keys()) socket.destroy();
  }

  private admit(socket: TLSSocket): boolean {
    if (socket.alpnProtocol !== 'h2') return false;
    const certificate = socket.getPeerCertificate();
    if (Object.keys(certificate).length === 0) return this.admitStranger(socket);
    const caller = socket.authorized ? namedBy(certificate.subjectaltname) : undefined;
    if (caller === undefined || this.hasAll(caller)) return false;
    this.note(socket, { caller, endsAtMs: Date.parse(certificate.valid_to) });
    return true;
  }

  private admitStranger(socket: TLSSocket): boolean {
    if (this.strangerCount >= STRANGERS_MAX) return false;
    this.strangerCount++;
    const timer = this.clock.after(STRANGER_STAYS_MS, () => socket.destroy());
    socket.on('close', () => {
      timer.stop();
      this.strangerCount--;
    });
    this.note(socket, { caller: STRANGER, endsAtMs: Number.POSITIVE_INFINITY });
    return true;
  }

  private hasAll(caller: Named): boolean {
    return caller.kind === 'client' && this.countOf(callerKey(caller)) >= CONNECTIONS_OF_CLIENT_MAX;
  }

  private countOf(key: string): number {
    return this.connectionCounts.get(key) ?? 0;
  }

  private note(socket: TLSSocket, connection: Connection): void {
    const key = callerKey(connection.caller);
    this.connections.set(socket, connection);
    this.connectionCounts.set(key, this.countOf(key) + 1);
    socket.on('close', () => {
      this.connections.delete(socket);
      if (this.countOf(key) > 1) this.connectionCounts.set(key, this.countOf(key) - 1);
      else this.connectionCounts.delete(key);
    });
  }
}
