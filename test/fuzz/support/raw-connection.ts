/** A connection on which anything may be said. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

const PATIENCE_MS = 50;

/**
 * Says it all at once, and leaves after the other side has had a moment, or has closed the connection.
 * @throws {Error} nobody listens there any more.
 */
export async function sayAndLeave(port: number, parts: readonly Uint8Array[]): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  socket.on('error', () => undefined); // It is sent away: rightly so.
  socket.resume();
  for (const part of parts) socket.write(part);
  await leave(socket);
}

async function leave(socket: Socket): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), PATIENCE_MS);
  await new Promise<void>((resolve) => socket.on('close', () => resolve()));
  clearTimeout(timer);
}
