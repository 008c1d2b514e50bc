const POLL_INTERVAL_MS = 10;

/** Waits until `check` throws no more. @throws what it threw last, when `boundMs` are over. */
export async function eventually(check: () => void | Promise<void>, boundMs = 30_000): Promise<void> {
  const endsAtMs = performance.now() + boundMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() >= endsAtMs) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
}
