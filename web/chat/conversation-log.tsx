import { useLayoutEffect, useRef } from 'preact/hooks';
import { DeliveryNote } from '../shared/delivery-note.tsx';
import type { Language } from '../shared/language.ts';
import type { SessionView } from '../shared/session/session-view.ts';
import { LineView } from './line-view.tsx';
import type { Texts } from './texts.ts';

interface ConversationLogProps {
  readonly view: SessionView;
  readonly texts: Texts;
  readonly language: Language;
  readonly onWrite: (text: string) => void;
  readonly onRetry: () => void;
  /** What stands behind the last line. */
  readonly children?: preact.ComponentChildren;
}

/** Pixels of what was before that stay in sight above a new message. */
const LEAD = 24;

/** The conversation from its greeting to its latest line, which is scrolled to. */
export function ConversationLog({ view, texts, language, onWrite, onRetry, children }: ConversationLogProps) {
  const log = useRef<HTMLDivElement>(null);
  const last = view.lines.at(-1);
  const isAnswerDue = view.pending.some(({ state }) => state === 'sending' || state === 'sent');
  const isBotTyping = isAnswerDue && (view.status === 'bot' || view.status === 'resolved');
  const isTyping = isBotTyping || view.isAgentTyping;
  useLayoutEffect(() => {
    // A long answer is read from its beginning, with the end of what was before.
    const latest = log.current?.lastElementChild as HTMLElement | null | undefined;
    if (log.current && latest) log.current.scrollTop = latest.offsetTop - log.current.offsetTop - LEAD;
  }, [last?.position, view.pending.length, isAnswerDue, isTyping, Boolean(children)]);
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
          <DeliveryNote {...{ message, language, onRetry }} />
        </LineView>
      ))}
      {isTyping ? <TypingDots {...{ texts }} who={isBotTyping ? 'bot' : 'agent'} /> : null}
      {children}
    </div>
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
