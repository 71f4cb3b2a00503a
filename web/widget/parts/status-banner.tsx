import type { Language } from '../../shared/language.ts';
import type { SessionView } from '../../shared/session/session-view.ts';
import { openingTime } from '../tell-time.ts';
import type { Texts } from '../texts.ts';

interface StatusBannerProps {
  readonly view: SessionView;
  readonly isOnline: boolean;
  readonly texts: Texts;
  readonly language: Language;
  readonly onLeaveContact: () => void;
}

/** What the customer should know before anything else: no network, how long it takes, that nobody is there. */
export function StatusBanner({ view, isOnline, texts, language, onLeaveContact }: StatusBannerProps) {
  const told = isOnline ? waitingWords(view, texts, language) : texts.offline;
  const words = told || (view.isLost ? texts.reconnecting : '');
  const isAlone = isOnline && view.status === 'waiting' && Boolean(view.opensAt || view.nobodyThere);
  return (
    <div class={words ? 'banner' : 'banner empty'}>
      <p role="status">{words}</p>
      {isAlone && !view.kept.isContactLeft ? (
        <button type="button" onClick={onLeaveContact}>
          {texts.leaveContact}
        </button>
      ) : null}
    </div>
  );
}

function waitingWords(view: SessionView, texts: Texts, language: Language): string {
  if (view.status !== 'waiting') return '';
  if (view.opensAt) return texts.closed(openingTime(view.opensAt, Date.now(), language, view.timeZone));
  if (view.nobodyThere) return texts.nobodyThere;
  const { position, expectedWait } = view;
  const wait = expectedWait ? texts.wait(Math.max(1, Math.ceil(expectedWait.seconds / 60))) : '';
  const place = position ? texts.queue(position) : '';
  const facts = [place, wait].filter(Boolean).join(language === 'zh' ? '，' : ', ');
  if (!facts) return texts.waiting;
  return language === 'zh' ? `${texts.waiting}${facts}。` : `${texts.waiting} ${facts}.`;
}
