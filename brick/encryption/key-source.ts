import { execFile } from 'node:child_process';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { KeyUnavailableError, messageOf, RefusedError } from '../../src/core/errors.js';
import { KIB } from '../../src/core/limits.js';
import { refuseIfOpenToOthers } from '../../src/rpc/identity/credential-file.js';
import { KEY_BYTES } from './key-wrap.js';

const COMMAND_TIMEOUT_MS = 10_000;
const TEXT_BYTES_MAX = 64 * KIB;
const POOL_KEYS_MAX = 16;
const SHELL = '/bin/sh';
const HEX_KEY = new RegExp(`^[0-9a-fA-F]{${2 * KEY_BYTES}}$`);

const run = promisify(execFile);

/** Where a node has the pool's keys from. */
export type KeySource =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  /** A line for the shell; what it prints is what a file would hold. */
  | { readonly kind: 'command'; readonly command: string };

/** @throws {RefusedError} both are given. */
export function keySourceOf(file: string | undefined, command: string | undefined): KeySource {
  if (file !== undefined && command !== undefined)
    throw new RefusedError('give --key-file or --key-command, not both');
  if (file !== undefined) return { kind: 'file', path: file };
  return command === undefined ? { kind: 'none' } : { kind: 'command', command };
}

/** The pool's keys, that which wraps first. @throws {KeyUnavailableError} saying why not, and nothing of what was read. */
export async function readPoolKeys(source: KeySource): Promise<readonly KeyObject[]> {
  return parsePoolKeys(await textOf(source), describeSource(source));
}

export function describeSource(source: KeySource): string {
  switch (source.kind) {
    case 'none':
      return 'nowhere';
    case 'file':
      return source.path;
    case 'command':
      return 'the key command';
  }
}

async function textOf(source: KeySource): Promise<string> {
  switch (source.kind) {
    case 'none':
      throw new KeyUnavailableError('this node has no key: start it with --key-file or --key-command');
    case 'file':
      return fileText(source.path);
    case 'command':
      return commandText(source.command);
  }
}

async function fileText(path: string): Promise<string> {
  try {
    await refuseIfOpenToOthers(path);
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new KeyUnavailableError(messageOf(error), { cause: error });
  }
}

/** What it says on its way is its own: it might be the key. */
async function commandText(command: string): Promise<string> {
  const options = { timeout: COMMAND_TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: TEXT_BYTES_MAX } as const;
  try {
    return (await run(SHELL, ['-c', command], options)).stdout;
  } catch (error) {
    const { code, killed } = error as { code?: unknown; killed?: boolean };
    const how =
      killed === true ? `did not end within ${COMMAND_TIMEOUT_MS} ms` : `ended with ${String(code)}`;
    throw new KeyUnavailableError(`the key command ${how}`);
  }
}

/** One key a line, as 64 hexadecimal digits; empty lines and those that begin with "#" do not count. */
function parsePoolKeys(text: string, from: string): KeyObject[] {
  const lines = text.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length === 0) throw new KeyUnavailableError(`there is no key in ${from}`);
  if (keys.length > POOL_KEYS_MAX)
    throw new KeyUnavailableError(`there are more than ${POOL_KEYS_MAX} keys in ${from}`);
  if (!keys.every((key) => HEX_KEY.test(key)))
    throw new KeyUnavailableError(`a line of ${from} is no key: ${2 * KEY_BYTES} hexadecimal digits each`);
  return keys.map((key) => createSecretKey(Buffer.from(key, 'hex')));
}
