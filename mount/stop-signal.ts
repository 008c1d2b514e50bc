/** Fires at SIGTERM or SIGINT. Further ones change nothing: an unmount under way goes on. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  process.on('SIGTERM', abort);
  process.on('SIGINT', abort);
  return stop.signal;
}
