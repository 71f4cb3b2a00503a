import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Language } from '../../shared/language.ts';
import type { ChatSession } from '../../shared/session/chat-session.ts';
import type { Contact, DeskClient, WidgetInfo } from '../../shared/session/desk-client.ts';
import { isRatingDue, type SessionView } from '../../shared/session/session-view.ts';
import { StatusBanner } from '../../shared/status-banner.tsx';
import { keepFocusWithin } from '../focus-trap.ts';
import type { Texts } from '../texts.ts';
import { Composer } from './composer.tsx';
import { ContactForm } from './contact-form.tsx';
import { HelpIcon, PersonIcon } from './icons.tsx';
import { MessageLog } from './message-log.tsx';
import { PanelHeader } from './panel-header.tsx';
import { QuickQuestions } from './quick-questions.tsx';
import { SatisfactionForm } from './satisfaction-form.tsx';

/** What the customer has not sent yet; kept up to date while it is written. */
export interface Draft {
  text: string;
  /** While the form is open. */
  contact?: Contact;
}

interface PanelProps {
  readonly session: ChatSession;
  readonly view: SessionView;
  readonly client: DeskClient;
  readonly info: WidgetInfo;
  readonly customerName?: string;
  readonly isOnline: boolean;
  /** What is half written; closing the window loses nothing of it. */
  readonly draft: Draft;
  /** Grows when the page asks for the window with words of its own, which then stand in the field. */
  readonly timesAsked: number;
  readonly language: Language;
  readonly texts: Texts;
  readonly onSwitchLanguage: () => void;
  readonly onClose: () => void;
}

/** What stands behind the last line, beside the lines themselves. */
type Extra = 'questions' | 'contact' | 'rating' | 'last rating' | 'thanks' | undefined;

/** The window: a dialog that keeps the focus until it is closed. */
export function Panel(props: PanelProps) {
  const { session, view, client, info, language, texts, onClose, draft } = props;
  const [extra, setExtra] = useState<Extra>(props.draft.contact && 'contact');
  const field = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => field.current?.focus(), [props.timesAsked]);
  // What was settled by a person is rated once; a later question to the bot takes the form away again.
  const isDue = isRatingDue(view);
  useEffect(() => {
    if (isDue) setExtra('rating');
    else if (view.status === 'waiting') setExtra((shown) => (shown === 'contact' ? shown : undefined));
    // Somebody is there after all; what is half written stays for the next time that nobody is.
    else if (extra === 'contact') show(undefined);
  }, [isDue, view.status]);

  /** What is taken away takes the focus along, which then belongs where the customer writes. */
  const show = (next: Extra) => {
    setExtra(next);
    field.current?.focus();
  };
  const write = (text: string) => {
    show(undefined);
    session.write(text, language);
  };
  const search = useCallback(
    (text: string, signal: AbortSignal) => client.search(text, language, signal),
    [client, language],
  );
  const end = () => {
    if (view.kept.ratedAt !== undefined) return startAnew();
    setExtra('last rating');
  };
  const startAnew = () => {
    show(undefined);
    session.startAnew();
  };
  const skipRating = () => {
    if (extra === 'last rating') return startAnew();
    session.feedback.skipRating();
    show(undefined);
  };
  const closeContact = () => {
    draft.contact = undefined;
    show(undefined);
  };
  const isEmpty = view.lines.length === 0 && view.pending.length === 0;
  // Who waits for a person, or talks to one, need not ask for one.
  const isBotThere = view.status === 'bot' || view.status === 'resolved';
  const isAlone = props.isOnline && view.status === 'waiting' && Boolean(view.opensAt || view.nobodyThere);
  const askHuman = isBotThere ? () => write(texts.humanMessage) : undefined;

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
        {...{ titleId, view, texts, language, onClose }}
        shop={info.shop.name}
        onEnd={end}
        onSwitchLanguage={props.onSwitchLanguage}
      />
      <StatusBanner {...{ view, language }} isOnline={props.isOnline}>
        {isAlone && !view.kept.isContactLeft ? (
          <button type="button" onClick={() => setExtra('contact')}>
            {texts.leaveContact}
          </button>
        ) : null}
      </StatusBanner>
      <MessageLog
        {...{ view, texts, language }}
        greeting={info.greeting}
        extra={extra}
        onWrite={write}
        onAskForPerson={askHuman}
        onRateAnswer={(answer, score) => session.feedback.rate({ answer, score })}
        onRetry={() => {
          session.hurry();
          field.current?.focus();
        }}
      >
        {isEmpty || extra === 'questions' ? (
          <QuickQuestions categories={info.categories} texts={texts} onAsk={write} />
        ) : null}
        {extra === 'contact' ? (
          <ContactForm
            texts={texts}
            draft={draft.contact ?? { name: props.customerName }}
            onDraft={(contact) => {
              draft.contact = contact;
            }}
            onLeave={(contact) => session.feedback.leaveContact(contact).then(closeContact)}
            onCancel={closeContact}
          />
        ) : null}
        {extra === 'rating' || extra === 'last rating' ? (
          <SatisfactionForm
            texts={texts}
            onRate={(rating) => session.feedback.rate(rating).then(() => show('thanks'))}
            onSkip={skipRating}
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
          {askHuman ? (
            <button type="button" onClick={askHuman}>
              <PersonIcon />
              {texts.human}
            </button>
          ) : null}
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
          draft={draft.text}
          onDraft={(text) => {
            draft.text = text;
          }}
          search={isBotThere ? search : undefined}
          onWrite={write}
          onTyping={() => session.tellTyping()}
        />
      </div>
    </div>
  );
}
