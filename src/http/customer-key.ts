import { unauthorized } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';

/** Where customers speak, be it through a channel that has no other way to say who it is. */
const ROUTES = /^\/(v1\/conversations|webhooks\/rest)\//;

/**
 * Lets only shop keys and people who are logged in use the customer's routes. For shops whose own server stands
 * between customers and us; a chat window in a browser cannot keep a key secret.
 */
export function requireCustomerKey(app: HttpServer): void {
  app.addHook('onRequest', async (request) => {
    if (!ROUTES.test(request.routeOptions.url ?? '')) return;
    if (!(await request.server.guard.identify(request))) throw unauthorized('This server takes a shop key for this.');
  });
}
