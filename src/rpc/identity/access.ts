/** Who may call what: the one place where this is decided. What is not named here is refused. */
import { AccessDeniedError } from '../../core/errors.js';
import type { Caller } from './caller.js';

type Kind = Exclude<Caller['kind'], 'anyone'>;

const NODES: readonly Kind[] = ['node'];
/** Nodes too: any node answers a command, and passes it on to the pool's manager. */
const ADMINS: readonly Kind[] = ['admin', 'node'];
/** Which volume, and which part of it, the volume's session looks at. */
const USERS: readonly Kind[] = ['client', 'admin'];

/** By service. */
const SERVICES: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['Pool', ADMINS],
  ['Volume', ADMINS],
  ['Brick', NODES],
  ['Replica', NODES],
  ['File', USERS],
  ['Identity', ADMINS],
]);

/** By method, where it differs from its service. */
const METHODS: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['Pool/Join', NODES],
  ['Pool/Leave', NODES],
  ['Pool/NodeEvents', NODES],
  ['Volume/NoteIsolation', NODES],
  ['Volume/EndReplacement', NODES],
  // With a token, which a node that joins has instead of a certificate.
  ['Identity/Enroll', ['stranger']],
  ['Identity/Renew', ['node', 'admin', 'client']],
  // They are redeemed where they were made, so no node asks this of another.
  ['Identity/CreateToken', ['admin']],
]);

const PATH = /^\/hafs\.v1\.((\w+)\/\w+)$/;

/** @param path as gRPC has it: `/hafs.v1.Volume/Create`. */
export function mayCall(path: string, caller: Caller): boolean {
  if (caller.kind === 'anyone') return true;
  const [, method = '', service = ''] = PATH.exec(path) ?? [];
  return (METHODS.get(method) ?? SERVICES.get(service) ?? []).includes(caller.kind);
}

const REVOKED_WORDS = 'this credential was revoked';
/** What those are told whose credential is good no more. */
export const REVOKED = `${REVOKED_WORDS}; an administrator makes another with "hafs client create"`;

/** Nodes of other versions may go on otherwise. */
export const isRevocation = ({ message }: AccessDeniedError): boolean => message.startsWith(REVOKED_WORDS);

/** @throws {AccessDeniedError} */
export function refuseUnlessAllowed(path: string, caller: Caller): void {
  if (mayCall(path, caller)) return;
  const who =
    caller.kind === 'stranger' ? 'a caller without a credential' : `a credential for ${WORDS[caller.kind]}`;
  throw new AccessDeniedError(`${who} may not call ${path.replace('/hafs.v1.', '')}`);
}

const WORDS: Readonly<Record<Exclude<Caller['kind'], 'stranger'>, string>> = {
  anyone: 'anyone',
  node: 'a node',
  admin: 'an administrator',
  client: 'a client',
};
