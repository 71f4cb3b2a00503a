import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { AuthDeps } from './auth/auth-deps.ts';
import type { Engine } from './conversation/engine.ts';
import { type AnswerLeftDeps, answerLeft } from './conversation/lane/answer-left.ts';
import { createMessageHandler, type MessageHandler } from './conversation/lane/handle-message.ts';
import type { MessageLimits } from './conversation/lane/message-limits.ts';
import { type StartTimer, startSystemTimer } from './conversation/start-timer.ts';
import { openingHours } from './desk/business-hours.ts';
import { type AccessSettings, registerAccess } from './http/access.ts';
import { type Guard, registerGuard } from './http/auth-guard.ts';
import { registerAuth } from './http/auth-routes.ts';
import { type ChannelParts, registerChannels } from './http/channel-routes.ts';
import { answerClientError } from './http/client-error.ts';
import { registerCustomerRoutes } from './http/customer-routes.ts';
import { type DeskOptions, startDesk } from './http/desk-services.ts';
import { handleError } from './http/error-handler.ts';
import { closeGracefully } from './http/graceful-close.ts';
import { notReadyError, registerHealthRoutes } from './http/health-routes.ts';
import type { HttpServer } from './http/http-server.ts';
import { acceptOnlyJson, BODY_LIMIT } from './http/json-body.ts';
import { maskedLogger } from './http/masked-logger.ts';
import { createMetrics } from './http/metrics.ts';
import { registerOpenApi } from './http/openapi.ts';
import { type PrivacyOptions, registerPrivacy } from './http/privacy.ts';
import { requestId } from './http/request-id.ts';
import { logRequests } from './http/request-log.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import { registerCookies } from './http/session-cookie.ts';
import { refuseUnknownRoutes } from './http/unknown-routes.ts';
import { validateRequest } from './http/validate-request.ts';
import { registerWebPages } from './http/web-pages.ts';
import { registerWidgetRoutes, type WidgetRoutesDeps } from './http/widget-routes.ts';
import type { Clock, NewId } from './ports/clock.ts';
import type { ConversationStore } from './ports/conversation-store.ts';
import type { Notifier } from './ports/notifier.ts';
import { createWhispers } from './ports/whispers.ts';

/** What the application is made of. The caller closes `store` and whatever `engine` holds after `app.close()`. */
export interface AppDeps {
  readonly store: ConversationStore;
  readonly engine: Engine;
  /** Who may do what; tests pass `openGuard`. */
  readonly guard: Guard;
  /** The people behind the bot: presence, and the feed that live views read. */
  readonly desk: DeskOptions;
  /** Accounts, keys and the audit trail; without them nobody can log in, and no such routes exist. */
  readonly auth?: AuthDeps;
  /** What is kept of customers: exports, erasure, and after how many days all is forgotten; nothing of it when absent. */
  readonly privacy?: PrivacyOptions;
  /** Rate limits, foreign pages, keys of customers; nothing limited and nothing open when absent. */
  readonly access?: AccessSettings;
  /** Told after events are durable, once for each append; nobody when absent. */
  readonly notifier?: Notifier;
  /** What the engine still waits for, in words for /readyz; messages get 503 until it is empty. Ready when absent. */
  readonly notReady?: () => readonly string[];
  /** What the chat window offers before anything is said; nothing but a greeting when absent. */
  readonly widget?: Pick<WidgetRoutesDeps, 'topics' | 'settings'>;
  /** Overrides of DEFAULT_MESSAGE_LIMITS. */
  readonly limits?: Partial<MessageLimits>;
  /** The system clock when absent. */
  readonly clock?: Clock;
  /** Random UUIDs when absent. */
  readonly newId?: NewId;
  /** Real timers when absent. */
  readonly startTimer?: StartTimer;
  /** As fastify's option; no logs when absent. docs/logging.md says what is logged at which level. */
  readonly logger?: FastifyServerOptions['logger'];
  /** As fastify's option: whose `X-Forwarded-*` headers to believe. Nobody's when absent. */
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
  /** Absolute path of the folder of the web pages' sources; the one of this package when absent. */
  readonly webFolder?: string;
  /** Webhooks and channels; none when absent. */
  readonly channels?: ChannelParts;
  /** Shown in the API description. */
  readonly version?: string;
}

/** Assembles the HTTP application: plugins, routes, error handling. It does not listen. */
export async function buildApp(deps: AppDeps): Promise<HttpServer> {
  const app = createServer(deps);
  app.setValidatorCompiler(validateRequest);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  acceptOnlyJson(app);
  logRequests(app);
  closeGracefully(app);
  await registerSecurityHeaders(app);
  refuseUnknownRoutes(app);
  registerGuard(app, deps.guard);
  await registerCookies(app);
  await registerAccess(app, deps.access ?? {});
  await registerOpenApi(app, deps.version ?? '0.0.0');
  if (deps.auth) registerAuth(app, deps.auth);
  await registerRoutes(app, deps);
  const web = deps.webFolder ?? fileURLToPath(new URL('../web', import.meta.url));
  await registerWebPages(app, { demo: join(web, 'demo'), built: join(web, '../dist/web') });
  return app;
}

function createServer(deps: AppDeps): HttpServer {
  return fastify({
    logger: maskedLogger(deps.logger),
    trustProxy: deps.trustProxy ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: requestId,
    // A request that trickles in must not hold a socket for ever.
    requestTimeout: 30_000,
    // Ids that are too long are refused by their schema, which names the field.
    routerOptions: { maxParamLength: 1000 },
    // While closing, requests that still arrive on open connections are answered and not cut off.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
  }).withTypeProvider<ZodTypeProvider>();
}

async function registerRoutes(app: HttpServer, deps: AppDeps): Promise<void> {
  const { store } = deps;
  const notReady = deps.notReady ?? (() => []);
  const metrics = createMetrics();
  app.addHook('onClose', async () => metrics.close());
  const notifier = notifyAll([metrics.notifier(store), ...(deps.notifier ? [deps.notifier] : [])]);
  const clock = deps.clock ?? { now: Date.now };
  const newId = deps.newId ?? randomUUID;
  const startTimer = deps.startTimer ?? startSystemTimer;
  const engine = metrics.timed(deps.engine);
  const whispers = deps.desk.whispers ?? createWhispers();
  const onReturned = answerAfterReturn(app, { store, engine, notifier, clock, newId }, notReady);
  const desk = startDesk(app, { ...deps.desk, whispers }, { store, notifier, clock, newId, onReturned }, startTimer);
  metrics.watchDesk(desk, clock);
  const messages = createMessageHandler({ store, engine, notifier, clock, newId, startTimer, desk }, deps.limits);
  metrics.watchInFlight(messages.inFlight);
  app.addHook('onClose', () => messages.drain());

  const whenReady: Pick<MessageHandler, 'handle'> = {
    async handle(...message) {
      const reasons = notReady();
      if (reasons.length > 0) throw notReadyError(reasons);
      return messages.handle(...message);
    },
  };
  registerCustomerRoutes(app, { ...{ store, notifier, clock, newId }, messages: whenReady });
  registerWidgetRoutes(app, {
    ...(deps.widget ?? { topics: () => [], settings: async () => ({}) }),
    openingHours: () => openingHours(desk.settings.hours, clock.now()),
  });
  if (deps.channels) {
    const isReady = () => notReady().length === 0;
    const loan = { messages: whenReady, store, notifier, clock, newId, startTimer, desk, isReady };
    await registerChannels(app, deps.channels, loan);
  }
  if (deps.auth && deps.privacy) {
    registerPrivacy(app, deps.privacy, { store, notifier, audit: deps.auth.audit, clock, whispers });
  }
  registerHealthRoutes(app, { store, registry: metrics.registry, notReady });
}

/** The agent who gives a conversation back does not wait for the bot's answer; the application does when it closes. */
function answerAfterReturn(
  app: HttpServer,
  deps: AnswerLeftDeps,
  notReady: () => readonly string[],
): (conversationId: string) => void {
  const running = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(running)));
  return (conversationId) => {
    if (notReady().length > 0) return;
    const run = answerLeft(deps, conversationId)
      .catch((error: unknown) => app.log.error({ err: error }, 'answer after a return'))
      .finally(() => running.delete(run));
    running.add(run);
  };
}

function notifyAll(notifiers: readonly Notifier[]): Notifier {
  return {
    notify(conversationId, events) {
      for (const notifier of notifiers) notifier.notify(conversationId, events);
    },
  };
}
