/** What a mount's daemon tells the process that has started it, over the channel of fork(). */
export type DaemonMessage =
  | { readonly kind: 'mounted' }
  /** One line for people; unreachable: no node has answered. */
  | { readonly kind: 'failed'; readonly message: string; readonly isUnreachable: boolean };

/** Says it and waits until it is on its way. Does nothing in a process that nobody waits for. */
export function tellParent(message: DaemonMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });
}

export function parseDaemonMessage(value: unknown): DaemonMessage | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  if (value.kind === 'mounted') return { kind: 'mounted' };
  if (value.kind !== 'failed' || !('message' in value)) return undefined;
  const isUnreachable = 'isUnreachable' in value && value.isUnreachable === true;
  return { kind: 'failed', message: String(value.message), isUnreachable };
}
