import { useLayoutEffect, useRef } from 'preact/hooks';
import { DeliveryNote } from '../../shared/delivery-note.tsx';
import type { Language } from '../../shared/language.ts';
import type { SessionView } from '../../shared/session/session-view.ts';
import type { Line } from '../../shared/session/timeline.ts';
import type { Texts } from '../texts.ts';
import { AnswerRating } from './answer-rating.tsx';
import { Avatar, MessageLine } from './message-line.tsx';
import { TypingLine } from './typing-line.tsx';

interface MessageLogProps {
  readonly view: SessionView;
  readonly greeting: string;
  readonly texts: Texts;
  readonly language: Language;
  readonly onWrite: (text: string) => void;
  /** Absent while a person is called or there. */
  readonly onAskForPerson?: () => void;
  readonly onRateAnswer: (position: number, score: number) => Promise<void>;
  readonly onRetry: () => void;
  /** Names what stands behind the last line: when that changes, it is scrolled to. */
  readonly extra?: string;
  /** What stands behind the last line: questions to begin with, or a form. */
  readonly children?: preact.ComponentChildren;
}

/** How much of what was before stays in sight, in pixels. */
const LEAD = 56;
/** Ratings belong to what the bot found, not to its courtesies. */
const RATED = new Set(['answer', 'lookup']);

/** The conversation from its greeting to its latest line. New lines are read aloud, and scrolled to. */
export function MessageLog(props: MessageLogProps) {
  const { view, greeting, texts, language, onRetry, extra, children } = props;
  const frame = useRef<HTMLElement>(null);
  const isAnswerDue = view.pending.some(({ state }) => state === 'sending' || state === 'sent');
  const botAnswers = view.status === 'bot' || view.status === 'resolved';
  const last = view.lines.at(-1);
  useLayoutEffect(() => {
    if (frame.current) scrollToLatest(frame.current, extra !== undefined);
  }, [last?.position, view.pending.length, view.isAgentTyping, isAnswerDue, view.status, extra]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="log-frame" ref={frame} aria-label={texts.log} tabIndex={0}>
      <div class="log" role="log" aria-live="polite" aria-label={texts.log}>
        <div class="line bot">
          <Avatar who="bot" name={texts.bot} />
          <div class="said">
            <p class="speaker">{texts.bot}</p>
            <p class="words">{greeting}</p>
          </div>
        </div>
        {view.lines.map((line) => (
          <StoredLine key={line.position} line={line} isLast={line === last && view.pending.length === 0} {...props} />
        ))}
        {view.pending.map((message) => (
          <MessageLine
            key={message.messageId}
            line={{ role: 'customer', ...message }}
            texts={texts}
            language={language}
          >
            <DeliveryNote {...{ message, language, onRetry }} />
          </MessageLine>
        ))}
        {isAnswerDue && botAnswers ? <TypingLine who="bot" name={texts.bot} texts={texts} /> : null}
        {view.isAgentTyping ? <TypingLine who="agent" name={view.agent?.name ?? texts.agent} texts={texts} /> : null}
      </div>
      {children}
    </section>
  );
}

/** What comes last is seen from its beginning, with the end of what was before: a long answer is read from the top. */
function scrollToLatest(frame: HTMLElement, hasExtra: boolean): void {
  const extra = hasExtra ? frame.querySelector<HTMLElement>('.card, .questions') : undefined;
  const latest = extra ?? (frame.firstElementChild?.lastElementChild as HTMLElement | undefined);
  if (latest) frame.scrollTop = latest.offsetTop - frame.offsetTop - LEAD;
}

function StoredLine(props: MessageLogProps & { readonly line: Line; readonly isLast: boolean }) {
  const { line, isLast, view, texts, language, onWrite, onAskForPerson, onRateAnswer } = props;
  return (
    <MessageLine line={line} texts={texts} language={language} onPick={isLast ? onWrite : undefined}>
      {line.role === 'bot' && RATED.has(line.action ?? '') ? (
        <AnswerRating
          score={view.kept.answerRatings[line.position]}
          texts={texts}
          onRate={(score) => onRateAnswer(line.position, score)}
          onAskForPerson={onAskForPerson}
        />
      ) : null}
    </MessageLine>
  );
}
