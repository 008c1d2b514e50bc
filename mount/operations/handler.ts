import type { KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest, RequestBody, RequestHeader, RequestKind } from '../protocol/kernel-request.js';

/** Answers one kind of request. What it throws becomes an errno (errno-of.ts). */
export type Handler<K extends RequestKind> = (
  body: RequestBody<K>,
  header: RequestHeader,
) => KernelReply | Promise<KernelReply>;

/** One handler for each of these kinds. */
export type Handlers<K extends RequestKind = RequestKind> = { readonly [P in K]: Handler<P> };

export const handle = <K extends RequestKind>(
  handlers: Handlers<K>,
  kind: K,
  request: { readonly body: RequestBody<K>; readonly header: RequestHeader },
): KernelReply | Promise<KernelReply> => handlers[kind](request.body, request.header);

export const answer = (handlers: Handlers, request: KernelRequest): KernelReply | Promise<KernelReply> =>
  handle(handlers, request.body.kind, request);
