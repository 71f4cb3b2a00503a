import { InMemoryAccountStore } from '../fakes/in-memory-account-store.ts';
import { InMemoryAuditTrail } from '../fakes/in-memory-audit-trail.ts';
import { InMemoryLogInAttempts } from '../fakes/in-memory-log-in-attempts.ts';
import { describeAccountStores } from './account-store-contract.ts';

describeAccountStores('the in-memory fake', async () => ({
  accounts: new InMemoryAccountStore(),
  attempts: new InMemoryLogInAttempts(),
  audit: new InMemoryAuditTrail(),
  close: async () => {},
}));
