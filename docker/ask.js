// Health check of a container: exit 0 if the address given answers with success in time.
const TIMEOUT_MS = 2_000;
const answer = await fetch(process.argv[2], { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
  () => undefined,
);
process.exit(answer?.ok === true ? 0 : 1);
