import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OutgoingMessage } from '../shared/session/delivery-queue.ts';
import type { SessionView } from '../shared/session/session-view.ts';
import { LineView } from './line-view.tsx';
import type { Texts } from './texts.ts';

interface ConversationLogProps {
  readonly view: SessionView;
  readonly texts: Texts;
  readonly onWrite: (text: string) => void;
  readonly onRetry: () => void;
  /** What stands behind the last line. */
  readonly children?: preact.ComponentChildren;
}

/** Pixels of what was before that stay in sight above a new message. */
const LEAD = 24;

/** The conversation from its greeting to its latest line, which is scrolled to. */
export function ConversationLog({ view, texts, onWrite, onRetry, children }: ConversationLogProps) {
  const log = useRef<HTMLDivElement>(null);
  const last = view.lines.at(-1);
  const isAnswerDue = view.pending.some(({ state }) => state === 'sending' || state === 'sent');
  const isBotTyping = isAnswerDue && (view.status === 'bot' || view.status === 'resolved');
  const isTyping = isBotTyping || view.isAgentTyping;
  useLayoutEffect(() => {
    // A long answer is read from its beginning, with the end of what was before.
    const latest = log.current?.lastElementChild as HTMLElement | null | undefined;
    if (log.current && latest) log.current.scrollTop = latest.offsetTop - log.current.offsetTop - LEAD;
  }, [last?.position, view.pending.length, isTyping, Boolean(children)]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="log" id="log" role="log" aria-live="polite" aria-label={texts.log} tabIndex={0} ref={log}>
      <LineView line={{ role: 'bot', text: texts.greeting }} texts={texts} />
      {view.lines.map((line) => {
        const isLast = line === last && view.pending.length === 0;
        return <LineView key={line.position} {...{ line, texts }} onPick={isLast ? onWrite : undefined} />;
      })}
      {view.pending.map((message) => (
        <LineView key={message.messageId} line={{ role: 'customer', text: message.text }} texts={texts}>
          <DeliveryNote {...{ message, texts, onRetry }} />
        </LineView>
      ))}
      {isTyping ? <TypingDots {...{ texts }} who={isBotTyping ? 'bot' : 'agent'} /> : null}
      {children}
    </div>
  );
}

function DeliveryNote(props: {
  readonly message: OutgoingMessage;
  readonly texts: Texts;
  readonly onRetry: () => void;
}) {
  const { message, texts, onRetry } = props;
  if (message.state === 'sent') return null;
  // The reason is for developers, and in English.
  if (message.state === 'refused') return <NoteText words={texts.refused} title={message.reason} />;
  if (message.failures === 0) return <NoteText words={texts.sending} />;
  return (
    <p class="note">
      {texts.retrying}{' '}
      {message.state === 'waiting' ? (
        <button type="button" class="retry" onClick={onRetry}>
          {texts.retry}
        </button>
      ) : null}
    </p>
  );
}

function NoteText({ words, title }: { readonly words: string; readonly title?: string }) {
  return (
    <p class="note" title={title}>
      {words}
    </p>
  );
}

function TypingDots({ who, texts }: { readonly who: 'bot' | 'agent'; readonly texts: Texts }) {
  return (
    <div class={`line line-${who} typing`} role="img" aria-label={texts.typing[who]}>
      <span />
      <span />
      <span />
    </div>
  );
}
