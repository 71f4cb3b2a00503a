import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatDay } from '../state/format-time.ts';
import { transcriptItems } from '../state/transcript-items.ts';
import type { Conversation, Ticket } from '../wire/desk.ts';
import { OutgoingLines } from './outgoing-lines.tsx';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';
import { TranscriptLine } from './transcript-line.tsx';

/** Nearer to the end than this many pixels counts as at the end. */
const AT_END = 80;

/** Every line said. Stays at the end while one is there, and where one reads otherwise. */
export function Transcript({ ticket, conversation }: { readonly ticket: Ticket; readonly conversation: Conversation }) {
  const page = usePage();
  const texts = useTexts().conversation;
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const hasNewBelow = useSignal(false);
  const outgoing = page.outgoing.value.filter((line) => line.conversationId === conversation.id);
  const isTyping = (page.desk.state.value.typingUntil.get(conversation.id) ?? 0) > page.now.value;
  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });

  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
    else hasNewBelow.value = true;
  }, [conversation.lines.length, outgoing.length, isTyping]);
  // The field grows, suggestions come and details open: what is read last stays in view.
  useEffect(() => {
    const observer = new ResizeObserver(() => isAtEnd.current && toEnd());
    for (const element of [log.current, log.current?.firstElementChild]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    if (!log.current) return;
    const { scrollHeight, scrollTop, clientHeight } = log.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END;
    if (isAtEnd.current) hasNewBelow.value = false;
  };

  return (
    <div class="transcript-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="transcript" ref={log} role="log" aria-label={texts.label} tabIndex={0} onScroll={onScroll}>
        <div class="lines">
          {transcriptItems(conversation.lines).map((item) =>
            item.kind === 'day' ? (
              <DaySeparator key={`day-${item.at}`} at={item.at} />
            ) : (
              <TranscriptLine
                key={item.line.position}
                line={item.line}
                isNewSpeaker={item.isNewSpeaker}
                customerName={ticket.customerName}
              />
            ),
          )}
          <OutgoingLines lines={outgoing} />
          {isTyping && <p class="typing">{texts.typing}</p>}
        </div>
      </div>
      {hasNewBelow.value && (
        <button type="button" class="new-below" onClick={toEnd}>
          {texts.newBelow} ↓
        </button>
      )}
    </div>
  );
}

function DaySeparator({ at }: { readonly at: number }) {
  const texts = useTexts().conversation;
  const language = useLanguage();
  const { now } = usePage();
  const day = (time: number) => new Date(time).toDateString();
  const today = now.peek();
  const name =
    day(at) === day(today)
      ? texts.today
      : day(at) === day(today - 86_400_000)
        ? texts.yesterday
        : formatDay(at, language);
  return (
    <p class="day">
      <time dateTime={new Date(at).toISOString()}>{name}</time>
    </p>
  );
}
