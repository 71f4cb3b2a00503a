import { InMemoryConversationStore } from '../fakes/in-memory-conversation-store.ts';
import { describeConversationStore } from './conversation-store-contract.ts';

describeConversationStore('the in-memory fake', {
  open: async () => new InMemoryConversationStore(),
  reopen: async (store) => store,
});
