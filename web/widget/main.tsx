import { render } from 'preact';
import { openSession } from '../shared/session/open-session.ts';
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
  const scope = [settings.server, settings.customer?.id].filter(Boolean).join(' ');
  render(<App {...{ settings, onAsked, ...openSession(settings, scope) }} onLook={look} />, root);
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

if (document.body) start();
else document.addEventListener('DOMContentLoaded', start, { once: true });
