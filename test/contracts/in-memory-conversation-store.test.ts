import { InMemoryConversationStore } from '../fakes/in-memory-conversation-store.ts';
import { describeChangeFeed } from './change-feed-contract.ts';
import { describeConversationStore } from './conversation-store-contract.ts';

describeConversationStore('the in-memory fake', {
  open: async () => new InMemoryConversationStore(),
  reopen: async (store) => store,
});

describeChangeFeed('the in-memory fake', {
  async open() {
    const store = new InMemoryConversationStore();
    return { conversations: store, feed: store, close: () => store.close() };
  },
});
