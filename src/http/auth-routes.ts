import type { AuthDeps } from '../auth/auth-deps.ts';
import { recordActions } from './audit-actions.ts';
import { registerAccountRoutes } from './auth-account-routes.ts';
import { registerKeyRoutes } from './auth-key-routes.ts';
import { registerSessionRoutes } from './auth-session-routes.ts';
import type { HttpServer } from './http-server.ts';

/** All routes about who may do what. */
export function registerAuth(app: HttpServer, deps: AuthDeps): void {
  recordActions(app, deps);
  registerSessionRoutes(app, deps);
  registerAccountRoutes(app, deps);
  registerKeyRoutes(app, deps);
}
