import { type AppDeps, buildApp } from '../../src/app.ts';
import { openGuard } from '../../src/http/auth-guard.ts';
import { InMemoryConversationStore } from './in-memory-conversation-store.ts';
import { InMemoryPresenceStore } from './in-memory-presence-store.ts';
import { RecordingNotifier } from './recording-notifier.ts';
import { ScriptedEngine } from './scripted-engine.ts';
import { openDeskSettings } from './test-desk.ts';

/** A fresh app over fakes; `deps` override them one by one. Fragments wait 30 ms, so that tests need not. */
export async function testApp(
  deps: Partial<AppDeps> & { engine?: ScriptedEngine } = {},
  desk: Partial<AppDeps['desk']> = {},
) {
  const store = new InMemoryConversationStore();
  const notifier = new RecordingNotifier();
  const engine = new ScriptedEngine();
  const presence = new InMemoryPresenceStore();
  const settings = openDeskSettings();
  const app = await buildApp({
    ...{ store, engine, guard: openGuard, notifier, limits: { burstWindowMs: 30 } },
    desk: { feed: store, presence, settings: () => settings, ...desk },
    ...deps,
  });
  const post = (url: string, payload?: unknown, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, payload: payload as object, headers });
  return { app, store, presence, notifier, engine: deps.engine ?? engine, post, get: (url: string) => app.inject(url) };
}

/** The app of `testApp` with its fakes. */
export type TestApp = Awaited<ReturnType<typeof testApp>>;
