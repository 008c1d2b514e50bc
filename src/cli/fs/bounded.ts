/** Runs `work` on every item, at most `limit` at a time. The first failure ends it, once what had begun is over. */
export async function forEachBounded<T>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = generatorOf(items);
  let failed = false;
  const worker = async (): Promise<void> => {
    try {
      for (let next = await iterator.next(); next.done !== true && !failed; next = await iterator.next()) {
        await work(next.value);
      }
    } catch (err) {
      failed = true;
      throw err;
    }
  };
  const results = await Promise.allSettled(Array.from({ length: limit }, worker));
  await iterator.return();
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function* generatorOf<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void> {
  yield* items;
}
