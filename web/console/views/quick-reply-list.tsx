import type { QuickReply } from '../wire/desk.ts';
import { useTexts } from './texts-context.ts';

/** The quick replies for the code that is being typed. */
export function QuickReplyList({
  found,
  active,
  onPick,
}: {
  readonly found: readonly QuickReply[];
  readonly active: number;
  readonly onPick: (reply: QuickReply) => void;
}) {
  const texts = useTexts().composer;
  if (found.length === 0) return <p class="quick-replies none">{texts.noQuickReplies}</p>;
  return (
    <div class="quick-replies" role="listbox" id="quick-replies" aria-label={texts.quickReplies}>
      {found.map((reply, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        <div
          key={reply.code}
          id={`quick-reply-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(reply)}
        >
          <span class="code">/{reply.code}</span>
          <span class="title">{reply.title}</span>
          <span class="text">{reply.text}</span>
        </div>
      ))}
    </div>
  );
}
