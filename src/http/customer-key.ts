import { unauthorized } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';

/**
 * Lets only shop keys and people who are logged in use the customer's routes. For shops whose own server stands
 * between customers and us; a chat window in a browser cannot keep a key secret.
 */
export function requireCustomerKey(app: HttpServer): void {
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.url?.startsWith('/v1/conversations/')) return;
    if (!(await request.server.guard.identify(request))) throw unauthorized('This server takes a shop key for this.');
  });
}
