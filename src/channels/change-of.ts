import type { ChangeFeed, StoredChange } from '../ports/change-feed.ts';
import type { OutboxMessage } from '../ports/outbox.ts';

/** The change a message tells of; undefined when it has been erased since. */
export async function changeOf(feed: ChangeFeed, message: OutboxMessage): Promise<StoredChange | undefined> {
  const sequence = message.change ?? 0;
  const [change] = await feed.since(sequence - 1, 1);
  return change?.sequence === sequence ? change : undefined;
}
