import type { ComponentChildren } from 'preact';
import type { Language } from './language.ts';
import type { SessionView } from './session/session-view.ts';
import { SESSION_TEXTS } from './session-texts.ts';
import { openingTime } from './tell-time.ts';

interface StatusBannerProps {
  readonly view: SessionView;
  readonly isOnline: boolean;
  readonly language: Language;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** What the customer should know before anything else: no network, how long it takes, that nobody is there. */
export function StatusBanner({ view, isOnline, language, children }: StatusBannerProps) {
  const texts = SESSION_TEXTS[language];
  const told = isOnline ? waitingWords(view, language) : texts.offline;
  const words = told || (view.isLost ? texts.reconnecting : '');
  return (
    <div class={words ? 'banner' : 'banner empty'}>
      <p role="status">{words}</p>
      {children}
    </div>
  );
}

function waitingWords(view: SessionView, language: Language): string {
  if (view.status !== 'waiting') return '';
  const texts = SESSION_TEXTS[language];
  if (view.opensAt) return texts.closed(openingTime(view.opensAt, Date.now(), language, view.timeZone));
  if (view.nobodyThere) return texts.nobodyThere;
  const { position, expectedWait } = view;
  const wait = expectedWait ? texts.wait(Math.max(1, Math.ceil(expectedWait.seconds / 60))) : '';
  const facts = [position ? texts.queue(position) : '', wait].filter(Boolean);
  return facts.length > 0 ? texts.facts(texts.waiting, facts) : texts.waiting;
}
