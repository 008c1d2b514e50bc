import { InvalidRequestError } from '../core/errors.js';

export const DEFAULT_PORT = 24_100;
const PORT_MAX = 65_535;

/** `HOST` or `HOST:PORT` or `[IPv6]` or `[IPv6]:PORT` as `HOST:PORT`. @throws {InvalidRequestError} */
export function normalizeAddress(text: string): string {
  const match = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9_.-]+)(?::(\d{1,5}))?$/.exec(text.trim());
  const port = match?.[2] === undefined ? DEFAULT_PORT : Number(match[2]);
  const host = match?.[1];
  if (host === undefined || port < 1 || port > PORT_MAX) {
    throw new InvalidRequestError(`"${text}" is not HOST or HOST:PORT`);
  }
  return `${host}:${port}`;
}
