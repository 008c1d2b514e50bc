/** A request to stop: by a signal, or because something has failed for good. */
export interface StopSignal {
  /** @returns the signal's name. @throws what `fail` was called with. */
  wait(): Promise<string>;
  fail(error: unknown): void;
}

/** Takes over SIGTERM and SIGINT: from here on they end the program in good order. */
export function stopSignal(): StopSignal {
  let fail: (error: unknown) => void = () => undefined;
  const stopped = new Promise<string>((resolve, reject) => {
    fail = reject;
    process.once('SIGTERM', () => resolve('SIGTERM'));
    process.once('SIGINT', () => resolve('SIGINT'));
  });
  // It may fail before anybody waits.
  stopped.catch(() => undefined);
  return { wait: () => stopped, fail };
}
