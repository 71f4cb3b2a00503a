import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../shared/language.ts';
import type { OpenSession } from '../shared/session/open-session.ts';
import { isRatingDue } from '../shared/session/session-view.ts';
import { useSession } from '../shared/session/use-session.ts';
import { StatusBanner } from '../shared/status-banner.tsx';
import { whoIsThere } from '../shared/who-is-there.ts';
import { Composer } from './composer.tsx';
import { ConversationLog } from './conversation-log.tsx';
import { RatingForm } from './rating-form.tsx';
import { TEXTS } from './texts.ts';

/** The whole page: one conversation, as long as the window. */
export function ChatPage({ session, subscribe }: OpenSession) {
  const [language, setLanguage] = useState(preferredLanguage);
  const { view, isOnline } = useSession(session, subscribe, true);
  const field = useRef<HTMLTextAreaElement>(null);
  const texts = TEXTS[language];
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = texts.title;
  }, [language]);
  const focusField = () => field.current?.focus();
  const write = (text: string) => {
    session.write(text, language);
    focusField();
  };
  const switchLanguage = () => {
    const other = language === 'zh' ? 'en' : 'zh';
    keepLanguage(other);
    setLanguage(other);
  };
  const isBotThere = view.status === 'bot' || view.status === 'resolved';
  const isEmpty = view.lines.length === 0 && view.pending.length === 0;
  return (
    <>
      <header class="bar">
        <img src="./icon.svg" alt="" width="40" height="40" />
        <div class="bar-title">
          <h1>{texts.title}</h1>
          <p class={isBotThere ? 'tagline' : undefined}>{whoIsThere(view, language, texts.subtitle)}</p>
        </div>
        <a class="quiet" href={language === 'zh' ? '/demo/' : '/demo/en.html'}>
          {texts.demo}
        </a>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            session.startAnew();
            focusField();
          }}
        >
          {texts.newConversation}
        </button>
        <button type="button" class="quiet" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <StatusBanner {...{ view, isOnline, language }} />
      <ConversationLog {...{ view, texts, language }} onWrite={write} onRetry={() => session.hurry()}>
        {isRatingDue(view) ? (
          <RatingForm
            texts={texts}
            onRate={(rating) => session.feedback.rate(rating).then(focusField)}
            onSkip={() => {
              session.feedback.skipRating();
              focusField();
            }}
          />
        ) : null}
      </ConversationLog>
      {isEmpty ? (
        <fieldset class="examples" aria-label={texts.examples}>
          {texts.questions.map((question) => (
            <button type="button" class="example" key={question} onClick={() => write(question)}>
              {question}
            </button>
          ))}
        </fieldset>
      ) : null}
      <Composer {...{ texts, field }} onWrite={write} onTyping={() => session.tellTyping()} />
    </>
  );
}

function preferredLanguage(): Language {
  const spoken = navigator.language.startsWith('zh') ? 'zh' : 'en';
  try {
    const kept = localStorage.getItem('language');
    return kept === 'zh' || kept === 'en' ? kept : spoken;
  } catch {
    return spoken;
  }
}

function keepLanguage(language: Language): void {
  try {
    localStorage.setItem('language', language);
  } catch {
    // Then it is chosen again at the next visit.
  }
}
