import type { WritingMode } from '../browser/desk-page.ts';
import type { Ticket } from '../wire/desk.ts';
import { QuickReplyList } from './quick-reply-list.tsx';
import { useTexts } from './texts-context.ts';
import { useWriting } from './use-writing.ts';

const LIMIT = { reply: 4000, note: 2000 };

interface WritingFieldProps {
  readonly ticket: Ticket;
  readonly mode: WritingMode;
  readonly isOff: boolean;
}

/** The field of a reply or a note, its list of quick replies, and the button that sends. */
export function WritingField({ ticket, mode, isOff }: WritingFieldProps) {
  const texts = useTexts().composer;
  const { field, text, quick, onInput, onKeyDown, pick, send } = useWriting(ticket, mode, isOff);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {quick.word.value && <QuickReplyList found={quick.found.value} active={quick.active.value} onPick={pick} />}
      <textarea
        ref={field}
        rows={2}
        maxLength={LIMIT[mode]}
        defaultValue={text.value}
        disabled={isOff}
        aria-label={texts[mode]}
        placeholder={
          mode === 'note'
            ? texts.notePlaceholder
            : innerWidth < 720
              ? texts.replyPlaceholderShort
              : texts.replyPlaceholder
        }
        enterkeyhint="send"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls={quick.word.value ? 'quick-replies' : undefined}
        aria-activedescendant={quick.word.value ? `quick-reply-${quick.active.value}` : undefined}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={quick.close}
      />
      <button type="submit" class="primary" disabled={isOff || text.value.trim() === ''}>
        {mode === 'reply' ? texts.send : texts.saveNote}
      </button>
    </form>
  );
}
