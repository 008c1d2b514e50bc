/** Who calls: what a certificate says of its holder, in one URI among its subject's alternative names. */
export type Caller =
  /** Nobody is asked: the server has no identity of its own. */
  | { readonly kind: 'anyone' }
  /** A connection without a certificate: it may redeem a token, and nothing else. */
  | { readonly kind: 'stranger' }
  | Named;

export interface Named {
  readonly kind: 'node' | 'admin' | 'client';
  /** Of the node, of the admin's node, of the client. */
  readonly id: string;
}

export const ANYONE: Caller = { kind: 'anyone' };
export const STRANGER: Caller = { kind: 'stranger' };

/** Nodes, admins and clients are told apart by what the certificate authority wrote, not by what they say. */
export const uriOf = ({ kind, id }: Named): string => `hafs://${kind}/${id}`;

const SUBJECT_ALT_NAME = /^URI:hafs:\/\/(node|admin|client)\/([A-Za-z0-9_-]{1,64})$/;

/** @param subjectAltName as Node prints it. @returns `undefined` when it names nobody of a pool. */
export function namedBy(subjectAltName: string | undefined): Named | undefined {
  const [, kind, id] = SUBJECT_ALT_NAME.exec(subjectAltName ?? '') ?? [];
  if (id === undefined || (kind !== 'node' && kind !== 'admin' && kind !== 'client')) return undefined;
  return { kind, id };
}

/** `client/4f…`: one text that no other caller has. Empty for those who are not known by name. */
export const callerKey = (caller: Caller): string => ('id' in caller ? `${caller.kind}/${caller.id}` : '');
