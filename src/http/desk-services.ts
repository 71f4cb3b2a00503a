import { appraiseHandoff } from '../conversation/changes/appraise-handoff.ts';
import type { HandoffDeps } from '../conversation/changes/change-handoff.ts';
import { type Sweeper, startSweeper } from '../conversation/changes/start-sweeper.ts';
import { type StartTimer, startSystemTimer } from '../conversation/start-timer.ts';
import { createDesk, type Desk } from '../desk/desk.ts';
import type { DeskSettings } from '../desk/desk-settings.ts';
import { defaultDeskSettings } from '../desk/read-desk-settings.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { PresenceStore } from '../ports/presence-store.ts';
import type { ShopData } from '../ports/shop-data.ts';
import type { Suggest } from '../ports/suggest.ts';
import { createWhispers, type Whispers } from '../ports/whispers.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { type AgentRoutesDeps, registerAgentRoutes } from './agent-routes.ts';
import { registerDeskRoutes } from './desk-routes.ts';
import type { HttpServer } from './http-server.ts';
import { registerLiveCustomerRoutes } from './live-customer-routes.ts';
import { registerLiveDeskRoutes } from './live-desk-routes.ts';
import { LiveHub } from './live-hub.ts';
import { createLiveStreams, DEFAULT_LIVE_LIMITS, type LiveLimits } from './live-streams.ts';

/** What the people's side of the application is made of. */
export interface DeskOptions {
  readonly feed: ChangeFeed;
  readonly presence: PresenceStore;
  /** Who is writing and what was erased, across processes; within this one when absent. */
  readonly whispers?: Whispers;
  /** The present settings; the defaults when absent. */
  readonly settings?: () => DeskSettings;
  /** Accounts of agents; none when absent. */
  readonly profiles?: AgentProfiles;
  readonly shopData?: () => ShopData | undefined;
  readonly suggest?: Suggest;
  /** Milliseconds between two sweeps; the desk is not swept when absent. */
  readonly sweepEveryMs?: number;
  /** Overrides of DEFAULT_LIVE_LIMITS. */
  readonly limits?: Partial<LiveLimits>;
}

/** Bursts of changes are answered with one look at the desk. */
const LOOK_AFTER_MS = 200;

/** Builds the desk; what it watches and sweeps starts and ends with the application. */
export function startDesk(
  app: HttpServer,
  options: DeskOptions,
  deps: Omit<HandoffDeps, 'desk'> & Pick<AgentRoutesDeps, 'onReturned'>,
  startTimer: StartTimer = startSystemTimer,
): Desk {
  const defaults = defaultDeskSettings();
  const { presence, feed, settings = () => defaults } = options;
  const desk = createDesk({ store: deps.store, clock: deps.clock, presence, settings });
  const hub = new LiveHub(feed, options.whispers ?? createWhispers(), (error) =>
    app.log.error({ err: error }, 'change feed'),
  );
  const streams = createLiveStreams(app, { ...DEFAULT_LIVE_LIMITS, ...options.limits });
  const all = { ...deps, ...options, desk, hub, streams };
  registerAgentRoutes(app, all);
  registerDeskRoutes(app, { ...all, profiles: options.profiles ?? { find: async () => undefined } });
  registerLiveCustomerRoutes(app, all);
  registerLiveDeskRoutes(app, all);

  lookAfterChanges(app, desk, hub);
  appraiseNew(app, { ...deps, desk }, hub, options.shopData);
  app.addHook('onReady', async () => {
    await hub.start();
    await desk.refresh();
  });
  app.addHook('onClose', () => hub.close());
  if (options.sweepEveryMs !== undefined) sweep(app, desk, deps, startTimer, options.sweepEveryMs);
  return desk;
}

function lookAfterChanges(app: HttpServer, desk: Desk, hub: LiveHub): void {
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    timer = undefined;
    desk.refresh().catch((error: unknown) => app.log.error({ err: error }, 'look at the desk'));
  };
  const end = hub.onChanges(undefined, (changes) => {
    const matters = changes.some(({ event }) => event.type.startsWith('handoff_') || event.type === 'agent_replied');
    if (matters) timer ??= setTimeout(look, LOOK_AFTER_MS).unref();
  });
  app.addHook('onClose', async () => {
    end();
    clearTimeout(timer);
  });
}

function appraiseNew(app: HttpServer, deps: HandoffDeps, hub: LiveHub, shopData: DeskOptions['shopData']): void {
  const end = hub.onChanges(undefined, (changes) => {
    const shop = shopData?.();
    if (!shop) return;
    for (const { event } of changes) {
      if (event.type !== 'handoff_opened') continue;
      appraiseHandoff(deps, event.handoffId, shop).catch((error: unknown) => {
        app.log.error({ err: error }, 'value of an order');
      });
    }
  });
  app.addHook('onClose', async () => end());
}

function sweep(
  app: HttpServer,
  desk: Desk,
  deps: Omit<HandoffDeps, 'desk'>,
  startTimer: StartTimer,
  everyMs: number,
): void {
  let sweeper: Sweeper | undefined;
  app.addHook('onReady', async () => {
    const onError = (error: unknown, handoffId: string) => app.log.error({ err: error, handoffId }, 'sweep');
    const onFailure = (error: unknown) => app.log.error({ err: error }, 'sweep');
    sweeper = startSweeper({ ...deps, desk, onError, startTimer }, { everyMs, onFailure });
  });
  app.addHook('preClose', async () => sweeper?.close());
}
