/** `pool init`, `pool join`, `pool token`: how a pool and its nodes get their identities. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { messageOf, RefusedError } from '../core/errors.js';
import { durationMsOf } from '../core/quantity.js';
import { refuseIfOpenToOthers } from '../rpc/identity/credential-file.js';
import { parseToken } from '../rpc/identity/token.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext, NewIdentity } from './context.js';
import { show } from './output.js';
import { UsageError } from './usage-error.js';

const TOKEN_TTL_DEFAULT = '15m';
const MS_PER_SECOND = 1_000;

interface DataOptions {
  readonly data: string;
}
interface JoinOptions extends DataOptions {
  readonly tokenFile: string;
}
interface TokenOptions {
  readonly ttl: string;
}

export function addIdentityCommands(pool: Command, context: CliContext): void {
  const dataHelp = "the node's data directory, as of hafs server";
  pool
    .command('init')
    .description(
      "make the pool's certificate authority, and this node's identity, before the node is started",
    )
    .requiredOption('--data <dir>', dataHelp)
    .action(action(context, init));
  pool
    .command('join')
    .description('give this node an identity of the pool that a token is of, before the node is started')
    .requiredOption('--data <dir>', dataHelp)
    .requiredOption('--token-file <file>', 'holds the token; "-" reads it from standard input')
    .action(action(context, join));
  const token = pool.command('token').description('let nodes join');
  token
    .command('create')
    .description('print a token that lets one node join')
    .option('--ttl <time>', 'how long it is good, from 1s to 1d', TOKEN_TTL_DEFAULT)
    .action(action(context, createToken));
}

async function init(call: Call<DataOptions>): Promise<void> {
  const made = await call.context.programs.initPool(resolve(call.options.data));
  tell(call, made);
}

async function join(call: Call<JoinOptions>): Promise<void> {
  const { data, tokenFile } = call.options;
  const token = parseToken(
    tokenFile === '-' ? await call.context.terminal.readInput() : await tokenIn(tokenFile),
  );
  tell(call, await call.context.programs.joinPool(resolve(data), token));
}

async function tokenIn(file: string): Promise<string> {
  await refuseIfOpenToOthers(file);
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new RefusedError(`cannot read the token: ${messageOf(error)}`, { cause: error });
  });
}

function tell(call: Call, { fingerprint, adminFile }: NewIdentity): void {
  show(call, { fingerprint, adminCredential: adminFile }, () =>
    [
      `${call.label}: success`,
      `Fingerprint of the pool's authority: ${fingerprint}`,
      `Credential for administrators: ${adminFile}`,
      'Start "hafs server" now; one that runs has to be started again.',
    ].join('\n'),
  );
}

async function createToken(call: Call<TokenOptions>): Promise<void> {
  const ttlMs = durationMsOf(call.options.ttl);
  if (ttlMs === undefined)
    throw new UsageError(`--ttl is a time such as 15m or 1h, not "${call.options.ttl}"`);
  const token = await withAdmin(call, (admin) => admin.createToken(ttlMs));
  show(call, { token, ttlSeconds: ttlMs / MS_PER_SECOND }, () => token);
}
