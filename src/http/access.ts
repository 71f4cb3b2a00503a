import { registerCors } from './cors.ts';
import { requireCustomerKey } from './customer-key.ts';
import type { HttpServer } from './http-server.ts';
import { type RateLimits, registerRateLimits } from './rate-limits.ts';

/** Who may come near at all, before anybody is asked for a name. */
export interface AccessSettings {
  /** Absent: any amount. */
  readonly limits?: RateLimits;
  /** Pages of other origins that may use the customer's side; none when absent. */
  readonly origins?: readonly string[];
  /** Customers' routes take a shop key. */
  readonly customerKeyRequired?: boolean;
}

/** Call it before any route is registered, and after the guard. */
export async function registerAccess(app: HttpServer, settings: AccessSettings): Promise<void> {
  // Before the limits, so that a shop's page can read that it asked for too much.
  await registerCors(app, settings.origins ?? []);
  if (settings.limits) await registerRateLimits(app, settings.limits);
  if (settings.customerKeyRequired) requireCustomerKey(app);
}
