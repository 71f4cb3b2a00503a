import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useId, useRef } from 'preact/hooks';
import type { Language } from '../../shared/language.ts';
import type { ChatSession } from '../../shared/session/chat-session.ts';
import type { DeskClient, WidgetInfo } from '../../shared/session/desk-client.ts';
import type { SessionView } from '../../shared/session/session-view.ts';
import { StatusBanner } from '../../shared/status-banner.tsx';
import { keepFocusWithin } from '../focus-trap.ts';
import type { Texts } from '../texts.ts';
import { Composer } from './composer.tsx';
import type { Draft } from './draft.ts';
import { ExtraCards } from './extra-cards.tsx';
import { MessageLog } from './message-log.tsx';
import { PanelActions } from './panel-actions.tsx';
import { PanelHeader } from './panel-header.tsx';
import { QuickQuestions } from './quick-questions.tsx';
import { useExtra } from './use-extra.ts';

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

/** The window: a dialog that keeps the focus until it is closed. */
export function Panel(props: PanelProps) {
  const { session, view, client, info, language, texts, onClose, draft } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const titleId = useId();
  useEffect(() => field.current?.focus(), [props.timesAsked]);
  const controls = useExtra({ session, view, draft, field });
  const { extra, setExtra, show } = controls;
  const write = (text: string) => {
    show(undefined);
    session.write(text, language);
  };
  const search = useCallback(
    (text: string, signal: AbortSignal) => client.search(text, language, signal),
    [client, language],
  );
  const isEmpty = view.lines.length === 0 && view.pending.length === 0;
  // Who waits for a person, or talks to one, need not ask for one.
  const isBotThere = view.status === 'bot' || view.status === 'resolved';
  const isAlone = props.isOnline && view.status === 'waiting' && Boolean(view.opensAt || view.nobodyThere);
  const askHuman = isBotThere ? () => write(texts.humanMessage) : undefined;

  return (
    <Dialog titleId={titleId} onClose={onClose}>
      <PanelHeader
        {...{ titleId, view, texts, language, onClose }}
        shop={info.shop.name}
        onEnd={controls.end}
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
        {...{ view, texts, language, extra }}
        greeting={info.greeting}
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
        <ExtraCards {...{ controls, draft, texts }} feedback={session.feedback} customerName={props.customerName} />
      </MessageLog>
      <div class="foot">
        <PanelActions
          texts={texts}
          onAskForPerson={askHuman}
          areQuestionsShown={isEmpty || info.categories.length === 0 ? undefined : extra === 'questions'}
          onToggleQuestions={() => setExtra(extra === 'questions' ? undefined : 'questions')}
        />
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
    </Dialog>
  );
}

interface DialogProps {
  readonly titleId: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Dialog({ titleId, onClose, children }: DialogProps) {
  const panel = useRef<HTMLDivElement>(null);
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
      {children}
    </div>
  );
}
