import { buildApp } from './app.ts';
import type { AuthDeps } from './auth/auth-deps.ts';
import { buildApart } from './build-apart.ts';
import { printDocument } from './cli/print.ts';
import { dayIn, type Log, openRuntime, type Runtime } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import type { Engine } from './conversation/engine.ts';
import { DeskSettingsFile } from './desk/desk-settings-file.ts';
import { deskOver } from './desk-over.ts';
import { InvalidInputError, OverloadedError } from './domain/errors.ts';
import { helpTopicsOf } from './help-topics.ts';
import { createGuard } from './http/auth-session-guard.ts';
import type { HttpServer } from './http/http-server.ts';
import { trustProxyOption } from './http/trusted-proxies.ts';
import { authOver, welcomeFirstAdmin } from './open-auth.ts';
import { openChannels } from './open-channels.ts';
import { openStores, type Stores } from './open-stores.ts';
import { freeMemory } from './system/free-memory.ts';
import { VERSION } from './version.ts';
import { warmUp } from './warm-up.ts';
import { WidgetSettingsFile } from './widget/widget-settings-file.ts';

/** How a server is started. */
export interface ServeOptions {
  /**
   * Standard output holds one document and nothing else, written when the server is ready: `{url, host, port, version}`,
   * the port being the real one where PORT is 0. The log goes to standard error. The log on standard output when absent.
   */
  readonly json?: boolean;
}

/** What is there once models and knowledge are loaded. */
interface Loaded {
  runtime?: Runtime;
  isReady: boolean;
}

/**
 * Starts the server: it listens at once, says over /readyz what it still waits for, and answers when the models and the
 * knowledge are loaded. SIGINT and SIGTERM finish what was accepted and close.
 */
export async function serve({ json }: ServeOptions = {}): Promise<void> {
  const config = readConfig();
  const loaded: Loaded = { isReady: false };
  const terminal = json ? process.stderr : process.stdout;
  const deskSettings = await DeskSettingsFile.open(config.knowledgeFolder, config.timeZone);
  let warn = (message: string) => console.error(message);
  const stores = await openStores(config, (message) => warn(message));
  const auth = authOver(stores);
  const app = await openApp(config, { stores, auth, deskSettings, loaded, logStream: json && process.stderr });
  warn = (message) => app.log.warn(message);
  deskSettings.watch((problem) => app.log.error(problem));
  const stopping = new AbortController();
  const close = async () => {
    stopping.abort();
    deskSettings.close();
    await app.close();
    await loaded.runtime?.close();
    await stores.close();
  };
  const stop = async () => {
    const isLoading = loaded.runtime === undefined;
    await close();
    // What is accepted is done, and a first index under way may take minutes: its files are written whole or not at all.
    if (isLoading) process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  try {
    await app.listen({ host: config.host, port: config.port }).catch((error) => {
      throw cannotListen(config, error);
    });
    const port = portOf(app) ?? config.port;
    const url = `http://${hostInAddress(config.host)}:${port}`;
    await welcomeFirstAdmin(auth, { adminPassword: config.adminPassword, url }, (text) => terminal.write(text));
    const log: Log = (message, level = 'info') => app.log[level](message);
    await load(loaded, config, { log, signal: stopping.signal });
    if (!loaded.isReady) return;
    app.log.info(`ready after ${process.uptime().toFixed(1)} s: ${url}`);
    if (json) printDocument({ url, host: config.host, port, version: VERSION });
  } catch (error) {
    if (stopping.signal.aborted) return;
    await close();
    throw error;
  }
}

/** Where a browser on this machine finds a server that listens to an address. */
function hostInAddress(host: string): string {
  if (isLoopbackOrAny(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function isLoopbackOrAny(host: string): boolean {
  return ['0.0.0.0', '::', '::1', 'localhost'].includes(host) || host.startsWith('127.');
}

interface AppParts {
  readonly stores: Stores;
  readonly auth: AuthDeps;
  readonly deskSettings: DeskSettingsFile;
  readonly loaded: Loaded;
  /** Where the log goes; standard output when absent. */
  readonly logStream?: NodeJS.WriteStream | false;
}

/** The HTTP application over what is open; it asks for what is loaded at every request. */
async function openApp(
  config: Config,
  { stores, auth, deskSettings, loaded, logStream }: AppParts,
): Promise<HttpServer> {
  const widgetSettings = new WidgetSettingsFile(config.knowledgeFolder, (problem) => app.log.error(problem));
  const app = await buildApp({
    store: stores.conversations,
    guard: createGuard(auth),
    auth,
    desk: deskOver(
      stores,
      () => deskSettings.current,
      () => loaded.runtime?.turnDeps(loaded.runtime.thresholds),
    ),
    engine: engineOnceReady(() => loaded.runtime),
    notReady: () => (loaded.isReady ? [] : ['loading models and knowledge']),
    limits: { burstWindowMs: config.burstWindowMs },
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, ...(logStream && { stream: logStream }) },
    access: config.access,
    privacy: { personalData: stores.personalData, retentionDays: config.retentionDays },
    trustProxy: trustProxyOption(config.trustProxy),
    version: VERSION,
    channels: await openChannels(stores, config),
    widget: {
      topics: helpTopicsOf(
        () => loaded.runtime?.knowledge.current?.index,
        () => dayIn(config.timeZone, Date.now()),
      ),
      settings: () => widgetSettings.current(),
    },
  });
  return app;
}

/** Loads models and knowledge into `loaded`, unless the signal calls it off. */
async function load(loaded: Loaded, config: Config, { log, signal }: { log: Log; signal: AbortSignal }): Promise<void> {
  await buildApart(config, { log, signal });
  if (signal.aborted) return;
  const runtime = await openRuntime(config, { log, watch: true });
  // Closed meanwhile, nobody else would close this.
  if (signal.aborted) return await runtime.close();
  loaded.runtime = runtime;
  await warmUp(runtime.engine, Date.now());
  await freeMemory();
  loaded.isReady = !signal.aborted;
}

/** The one that the system has chosen where PORT is 0. */
function portOf({ server }: Pick<HttpServer, 'server'>): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}

/** @returns an error that names the settings, where the address is to blame */
function cannotListen({ host, port }: Config, cause: NodeJS.ErrnoException): unknown {
  const reason = { EADDRINUSE: 'is taken: choose another PORT', EACCES: 'is not allowed: choose a PORT above 1023' };
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
    return new InvalidInputError(`${host} is no address of this machine: check HOST`, cause);
  }
  const known = reason[cause.code as keyof typeof reason];
  return known ? new InvalidInputError(`port ${port} of ${host} ${known}`, cause) : cause;
}

function engineOnceReady(current: () => Runtime | undefined): Engine {
  return {
    async runTurn(state, input) {
      const runtime = current();
      // Routes refuse messages before this; a message that slips through must be retried, not lost.
      if (!runtime) throw new OverloadedError('the models are still being loaded');
      return runtime.engine.runTurn(state, input);
    },
    looksComplete: (text) => current()?.engine.looksComplete(text) ?? true,
  };
}
