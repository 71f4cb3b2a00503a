import { expect, it } from 'vitest';
import type { ChangeFeed, StoredChange } from '../ports/change-feed.ts';
import { LiveHub } from './live-hub.ts';

const change: StoredChange = {
  sequence: 1,
  conversationId: 'c1',
  position: 1,
  event: { type: 'conversation_closed', at: 1 } as unknown as StoredChange['event'],
};
const whispers = { whisper: async () => {}, onWhisper: () => () => {} };

/** Stores one change so many microtasks after a look at the feed found nothing. */
function feedWithLateChange(microtasks: number): ChangeFeed {
  let stored: StoredChange[] = [];
  let tell = () => {};
  let isFirstLook = true;
  const storeLater = (left: number): void => {
    queueMicrotask(() => {
      if (left > 1) return storeLater(left - 1);
      stored = [change];
      tell();
    });
  };
  return {
    latest: async () => 0,
    since: async (sequence) => {
      if (isFirstLook) storeLater(microtasks);
      isFirstLook = false;
      return stored.filter((one) => one.sequence > sequence);
    },
    onChange: (listener) => {
      tell = listener;
      return () => {};
    },
  };
}

it.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  'passes on what is stored %i microtasks after it last looked',
  async (late) => {
    const hub = new LiveHub(feedWithLateChange(late), whispers, (error) => {
      throw error;
    });
    const heard: StoredChange[] = [];
    hub.onChanges('c1', (changes) => heard.push(...changes));
    await hub.start();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([change]);
    await hub.close();
  },
);
