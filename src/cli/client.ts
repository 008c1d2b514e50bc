/** `client create`, `list`, `revoke`: who may mount what. */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ClientGrant, PoolClient } from '../client/client-records.js';
import { RefusedError } from '../core/errors.js';
import { writeCredential } from '../rpc/identity/credential-file.js';
import { parseCredential } from '../rpc/identity/credential.js';
import { action, trustOf, withAdmin, type Call } from './call.js';
import { confirm } from './confirm.js';
import type { CliContext } from './context.js';
import { show, tableText } from './output.js';
import { UsageError } from './usage-error.js';

interface CreateOptions {
  readonly volume: readonly string[];
  readonly readOnly?: true;
  readonly out?: string;
}

const COLUMNS = [{ head: 'Client' }, { head: 'May use' }, { head: 'Since' }, { head: 'State' }];

export function addClientCommands(program: Command, context: CliContext): void {
  const client = program.command('client').description('who may mount what');
  client
    .command('create')
    .description('make a credential for a client, and write it to a file')
    .argument('<name>')
    .requiredOption(
      '--volume <volumes...>',
      'VOL or VOL:/DIR each: what it may use, and all that it sees of it',
    )
    .option('--read-only', 'it may change nothing')
    .option('--out <file>', 'where the credential goes (default: NAME.pem)')
    .action(action(context, create));
  client.command('list').description('all clients, and what they may use').action(action(context, list));
  client
    .command('revoke')
    .description('end what a client may do, and its sessions, within seconds')
    .argument('<name>')
    .action(action(context, revoke));
}

async function create(call: Call<CreateOptions>, name: string): Promise<void> {
  const { volume, readOnly, out } = call.options;
  const file = resolve(out ?? `${name}.pem`);
  const grants = volume.map((text) => parseGrant(text, readOnly === true));
  await refuseExisting(file);
  const authorityPem = (await trustOf(call))?.authorityPem;
  if (authorityPem === undefined)
    throw new RefusedError('a pool without identities has no clients; see "hafs pool init"');
  // Slow to load, and of no use to any other command.
  const { makeRequest } = await import('../rpc/identity/certificates.js');
  const { keyPem, request } = await makeRequest();
  const { client, certificate } = await withAdmin(call, (admin) =>
    admin.createClient({ name, grants }, request),
  );
  const credential = parseCredential(`${keyPem}${certificate}${authorityPem}`, 'what the node has signed');
  await writeCredential(file, credential);
  const advice = `hafs mount -o credential=${file} …, or put it at /etc/hafs/credential.pem there`;
  show(
    call,
    { ...clientDocument(client), credential: file },
    () => `client create: success: ${file}\n${advice}`,
  );
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new RefusedError(`${file} exists; choose another place with --out`);
}

async function list(call: Call): Promise<void> {
  const clients = await withAdmin(call, (admin) => admin.listClients());
  show(call, clients.map(clientDocument), (paint) => tableText(COLUMNS, clients.map(clientRow), paint));
}

async function revoke(call: Call, name: string): Promise<void> {
  await confirm(call, `What ${name} has mounted will fail from now on.`);
  await withAdmin(call, (admin) => admin.revokeClient(name));
  show(call, { revoked: name }, () => 'client revoke: success');
}

/** `VOL` or `VOL:/DIR`. @throws {UsageError} */
export function parseGrant(text: string, isReadOnly: boolean): ClientGrant {
  const [, volume, directory = '/'] = /^([^:/]+)(?::(\/.*))?$/.exec(text) ?? [];
  if (volume === undefined) throw new UsageError(`write VOL or VOL:/DIR, not "${text}"`);
  return { volume, directory, isReadOnly };
}

const clientRow = ({ name, grants, createdAtMs, revokedAtMs }: PoolClient): string[] => [
  name,
  grants.map(grantText).join(', '),
  timeText(createdAtMs),
  revokedAtMs === undefined ? 'active' : `revoked ${timeText(revokedAtMs)}`,
];

const grantText = ({ volume, directory, isReadOnly }: ClientGrant): string =>
  `${volume}${directory === '/' ? '' : `:${directory}`}${isReadOnly ? ' (read-only)' : ''}`;

const clientDocument = ({ id, name, grants, createdAtMs, revokedAtMs }: PoolClient) => ({
  ...{ id, name, createdAt: timeText(createdAtMs) },
  revokedAt: revokedAtMs === undefined ? null : timeText(revokedAtMs),
  grants: grants.map(({ volume, directory, isReadOnly }) => ({ volume, directory, readOnly: isReadOnly })),
});

const timeText = (atMs: number): string => new Date(atMs).toISOString();
