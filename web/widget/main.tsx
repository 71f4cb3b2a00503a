import { render } from 'preact';
import { ChatSession } from '../shared/session/chat-session.ts';
import { createDeskClient, newId } from '../shared/session/desk-client.ts';
import { KeptState, memoryStorage, type PageStorage } from '../shared/session/kept-state.ts';
import { App } from './app.tsx';
import { openShadow } from './open-shadow.ts';
import { readScriptSettings } from './script-settings.ts';

const ELEMENT = 'xiaoer-widget';
const script = document.currentScript as HTMLScriptElement | null;

/** Puts the widget on the page; a page that names the script twice gets one. */
function start(): void {
  if (!script || document.querySelector(ELEMENT)) return;
  const settings = readScriptSettings(
    { ...script.dataset },
    { scriptUrl: script.src, languages: [document.documentElement.lang, ...navigator.languages] },
    (problem) => console.warn(`Xiaoer widget: ${problem}`),
  );
  const host = document.createElement(ELEMENT);
  document.body.append(host);
  const { root, look } = openShadow(host, settings, script.nonce);
  const listeners = new Set<() => void>();
  const client = createDeskClient(settings);
  const scope = [settings.server, settings.customer?.id].filter(Boolean).join(' ');
  const session = new ChatSession({
    ...{ client, newId, now: Date.now, random: Math.random },
    kept: new KeptState(pageStorage(), scope),
    startTimer(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    onChange() {
      for (const listener of listeners) listener();
    },
  });
  window.addEventListener('storage', () => session.takeKept());
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  render(<App {...{ settings, client, session, subscribe, onAsked }} onLook={look} />, root);
}

/** Any element of the page with `data-xiaoer-open` opens the window; its value stands in the field. */
function onAsked(listener: (draft: string, asker: HTMLElement) => void): () => void {
  const asked = (event: Event) => {
    const element = (event.target as Element | null)?.closest?.<HTMLElement>('[data-xiaoer-open]');
    if (element) listener(element.getAttribute('data-xiaoer-open') ?? '', element);
  };
  document.addEventListener('click', asked);
  return () => document.removeEventListener('click', asked);
}

/** Browsers that keep nothing throw when they are asked. */
function pageStorage(): PageStorage {
  try {
    localStorage.removeItem('xiaoer:test');
    return localStorage;
  } catch {
    return memoryStorage();
  }
}

if (document.body) start();
else document.addEventListener('DOMContentLoaded', start, { once: true });
