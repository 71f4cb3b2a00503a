/**
 * Applies an asynchronous function to every item, at most `concurrency` at a time. Results come in the order of the
 * items. The first failure rejects; work under way is left to finish and no new work starts.
 */
export async function mapInOrder<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  apply: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await apply(items[index]);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, concurrency), items.length) }, worker));
  return results;
}
