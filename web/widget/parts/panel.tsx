import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Language } from '../../shared/language.ts';
import type { ChatSession, SessionView } from '../../shared/session/chat-session.ts';
import type { DeskClient, WidgetInfo } from '../../shared/session/desk-client.ts';
import { keepFocusWithin } from '../focus-trap.ts';
import type { Texts } from '../texts.ts';
import { Composer } from './composer.tsx';
import { ContactForm } from './contact-form.tsx';
import { HelpIcon, PersonIcon } from './icons.tsx';
import { MessageLog } from './message-log.tsx';
import { PanelHeader } from './panel-header.tsx';
import { QuickQuestions } from './quick-questions.tsx';
import { SatisfactionForm } from './satisfaction-form.tsx';
import { StatusBanner } from './status-banner.tsx';

interface PanelProps {
  readonly session: ChatSession;
  readonly view: SessionView;
  readonly client: DeskClient;
  readonly info: WidgetInfo;
  readonly customerName?: string;
  readonly isOnline: boolean;
  /** Words that stand in the field when the window opens. */
  readonly draft: string;
  /** Grows when the page asks for the window with words of its own, which then stand in the field. */
  readonly timesAsked: number;
  /** Told what stands there, so that closing the window loses nothing. */
  readonly onDraft: (draft: string) => void;
  readonly language: Language;
  readonly texts: Texts;
  readonly onSwitchLanguage: () => void;
  readonly onClose: () => void;
}

/** What stands behind the last line, beside the lines themselves. */
type Extra = 'questions' | 'contact' | 'rating' | 'thanks' | undefined;

/** The window: a dialog that keeps the focus until it is closed. */
export function Panel(props: PanelProps) {
  const { session, view, client, info, language, texts, onClose, draft } = props;
  const [extra, setExtra] = useState<Extra>();
  const [isLeaving, setLeaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => field.current?.focus(), [props.timesAsked]);
  // What was settled by a person is rated once; a later question to the bot takes the form away again.
  const isRatingDue = view.status === 'resolved' && (view.kept.ratedAt ?? 0) < settledAt(view);
  useEffect(() => {
    if (isRatingDue) setExtra('rating');
    else if (view.status === 'waiting') setExtra(undefined);
  }, [isRatingDue, view.status]);

  const write = (text: string) => {
    setExtra(undefined);
    session.write(text, language);
    field.current?.focus();
  };
  const search = useCallback(
    (text: string, signal: AbortSignal) => client.search(text, language, signal),
    [client, language],
  );
  const end = () => {
    if (view.kept.ratedAt !== undefined) return startAnew();
    setLeaving(true);
    setExtra('rating');
  };
  const startAnew = () => {
    setLeaving(false);
    setExtra(undefined);
    session.startAnew();
    field.current?.focus();
  };
  const isEmpty = view.lines.length === 0 && view.pending.length === 0;
  const askHuman = () => write(texts.humanMessage);

  return (
    <div
      class="panel"
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if (panel.current) keepFocusWithin(panel.current, event);
      }}
    >
      <PanelHeader
        {...{ titleId, view, texts, onClose }}
        shop={info.shop.name}
        onEnd={end}
        onSwitchLanguage={props.onSwitchLanguage}
      />
      <StatusBanner
        {...{ view, texts, language }}
        isOnline={props.isOnline}
        onLeaveContact={() => setExtra('contact')}
      />
      <MessageLog
        {...{ view, texts, language }}
        greeting={info.greeting}
        extra={extra}
        onWrite={write}
        onRateAnswer={(answer, score) => session.rate({ answer, score })}
        onRetry={() => session.hurry()}
      >
        {isEmpty || extra === 'questions' ? (
          <QuickQuestions categories={info.categories} texts={texts} onAsk={write} />
        ) : null}
        {extra === 'contact' ? (
          <ContactForm
            texts={texts}
            name={props.customerName}
            onLeave={(contact) => session.leaveContact(contact).then(() => setExtra(undefined))}
            onCancel={() => setExtra(undefined)}
          />
        ) : null}
        {extra === 'rating' ? (
          <SatisfactionForm
            texts={texts}
            onRate={(rating) => session.rate(rating).then(() => setExtra('thanks'))}
            onSkip={() => (isLeaving ? startAnew() : setExtra(undefined))}
          />
        ) : null}
        <div role="status">
          {extra === 'thanks' ? (
            <p class="card thanks">
              {texts.rateThanks}
              <button type="button" class="link" onClick={startAnew}>
                {texts.newChat}
              </button>
            </p>
          ) : null}
        </div>
      </MessageLog>
      <div class="foot">
        <div class="actions">
          <button type="button" onClick={askHuman}>
            <PersonIcon />
            {texts.human}
          </button>
          {isEmpty || info.categories.length === 0 ? null : (
            <button
              type="button"
              aria-expanded={extra === 'questions'}
              onClick={() => setExtra(extra === 'questions' ? undefined : 'questions')}
            >
              <HelpIcon />
              {texts.questions}
            </button>
          )}
        </div>
        <Composer
          key={props.timesAsked}
          texts={texts}
          field={field}
          draft={draft}
          onDraft={props.onDraft}
          search={view.status === 'bot' || view.status === 'resolved' ? search : undefined}
          onWrite={write}
          onTyping={() => session.tellTyping()}
        />
      </div>
    </div>
  );
}

/** Position of the line that says that it is settled; the first position when no line says so. */
function settledAt({ lines }: SessionView): number {
  return lines.findLast(({ code }) => code === 'resolved')?.position ?? 1;
}
