import type { AccountStore } from '../ports/account-store.ts';
import type { AuditTrail } from '../ports/audit-trail.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { LogInAttempts } from '../ports/log-in-attempts.ts';
import type { PasswordCost } from './password-hash.ts';

/** What knowing who is who stands on. */
export interface AuthDeps {
  readonly accounts: AccountStore;
  readonly attempts: LogInAttempts;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
  /** PASSWORD_COST when absent; tests take less. */
  readonly passwordCost?: PasswordCost;
}
