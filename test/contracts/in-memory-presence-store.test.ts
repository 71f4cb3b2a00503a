import { InMemoryPresenceStore } from '../fakes/in-memory-presence-store.ts';
import { describePresenceStore } from './presence-store-contract.ts';

describePresenceStore('InMemoryPresenceStore', async () => ({
  presence: new InMemoryPresenceStore(),
  close: async () => {},
}));
