/** Where the commands and mounts of this machine find the pool: flag, environment, file, default. */
import { readFile } from 'node:fs/promises';
import { parse, TomlError } from 'smol-toml';
import { InvalidRequestError } from '../core/errors.js';
import { suggestion } from '../core/unknown-name.js';

export const CONFIG_FILE = '/etc/hafs/hafs.toml';
export const CREDENTIAL_FILE = '/etc/hafs/credential.pem';
/** Asked where nothing names a server. */
export const DEFAULT_SERVER = 'localhost:24100';

export interface FileSettings {
  /** HOST[:PORT] each; not there when the file does not say. */
  readonly servers?: readonly string[];
  /** Path of the credential for the pool. */
  readonly credential?: string;
}

/** The process's environment: the only place where it is read. */
export const environmentVariable = (name: string): string | undefined => process.env[name];

/** Reads a variable that is meant for this process alone: programs that it starts do not get it. */
export function takeEnvironmentVariable(name: string): string | undefined {
  const value = process.env[name];
  Reflect.deleteProperty(process.env, name);
  return value;
}

/** `n1, n2:24101` as a list, in order, without the empty ones. */
export const splitServers = (list: string): string[] =>
  list
    .split(',')
    .map((server) => server.trim())
    .filter((server) => server !== '');

/** The servers to ask, from the most explicit source that names any. */
export function chooseServers(sources: {
  readonly flag: string | undefined;
  readonly environment: string | undefined;
  readonly file: FileSettings;
}): readonly string[] {
  const { flag, environment, file } = sources;
  const candidates = [splitServers(flag ?? ''), splitServers(environment ?? ''), file.servers ?? []];
  return candidates.find((servers) => servers.length > 0) ?? [DEFAULT_SERVER];
}

/** What may say whom to ask, and as whom: the flags, the environment, the file. An empty text says nothing. */
export interface SettingSources {
  /** HOST[:PORT],… */
  readonly server: string | undefined;
  readonly credential: string | undefined;
  readonly environment: (name: string) => string | undefined;
  readonly configFile: string;
}

/** HOST[:PORT] each. @throws {InvalidRequestError} the file is asked, and wrong. */
export const serversFrom = async (sources: SettingSources): Promise<readonly string[]> =>
  chooseServers({
    flag: sources.server,
    environment: sources.environment('HAFS_SERVER'),
    // Someone who names a server can do without the file, even when it is broken.
    file: isServerNamed(sources) ? {} : await loadSettings(sources.configFile),
  });

/** The credential that somebody has named, as they wrote it. @throws {InvalidRequestError} the file is asked, and wrong. */
export async function credentialFrom(sources: SettingSources): Promise<string | undefined> {
  const named = [sources.credential, sources.environment('HAFS_CREDENTIAL')].find(isSaid);
  if (named !== undefined) return named;
  const loading = loadSettings(sources.configFile);
  const { credential } = await (isServerNamed(sources) ? loading.catch((): FileSettings => ({})) : loading);
  return isSaid(credential) ? credential : undefined;
}

const isServerNamed = ({ server, environment }: SettingSources): boolean =>
  [server, environment('HAFS_SERVER')].some((list) => splitServers(list ?? '').length > 0);

const isSaid = (text: string | undefined): text is string => text !== undefined && text !== '';

/** @returns no settings when there is no such file. @throws {InvalidRequestError} naming file and line. */
export async function loadSettings(path: string): Promise<FileSettings> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new InvalidRequestError(`cannot read ${path}: ${(err as Error).message}`, { cause: err });
  }
  return parseSettings(text, path);
}

/** @param path for the message only. @throws {InvalidRequestError} naming file and line. */
export function parseSettings(text: string, path: string): FileSettings {
  const table = parseToml(text, path);
  refuseUnknown(Object.keys(table), text, path);
  return { ...serversIn(table, text, path), ...credentialIn(table, text, path) };
}

const KNOWN_KEYS = ['server', 'credential', 'node'];

function refuseUnknown(keys: readonly string[], text: string, path: string): void {
  const unknown = keys.find((key) => !KNOWN_KEYS.includes(key));
  if (unknown === undefined) return;
  const known = KNOWN_KEYS.map((key) => (key === 'node' ? '[node]' : key)).join(', ');
  throw new InvalidRequestError(
    `${path}, line ${lineOf(unknown, text)}: nothing is called "${unknown}"${suggestion(unknown, KNOWN_KEYS)}; there are ${known}`,
  );
}

function serversIn({ server }: Table, text: string, path: string): FileSettings {
  if (server === undefined) return {};
  if (typeof server === 'string') return { servers: splitServers(server) };
  if (isTextList(server)) return { servers: server.flatMap(splitServers) };
  throw new InvalidRequestError(
    `${path}, line ${lineOf('server', text)}: "server" must be text or a list of texts`,
  );
}

function credentialIn({ credential }: Table, text: string, path: string): FileSettings {
  if (credential === undefined) return {};
  if (typeof credential === 'string') return { credential };
  throw new InvalidRequestError(`${path}, line ${lineOf('credential', text)}: "credential" must be a path`);
}

interface Table {
  readonly server?: unknown;
  readonly credential?: unknown;
}

/** Of a key, or of a table's head. */
const lineOf = (key: string, text: string): number =>
  text.split('\n').findIndex((content) => /^[\s["']*([\w-]*)/.exec(content)?.[1] === key) + 1;

function parseToml(text: string, path: string): Table {
  try {
    return parse(text);
  } catch (err) {
    if (!(err instanceof TomlError)) throw err;
    const reason = err.message.split('\n')[0] ?? '';
    throw new InvalidRequestError(`${path}, line ${err.line}: ${reason}`, { cause: err });
  }
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
