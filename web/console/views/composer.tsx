import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldWish, WritingMode } from '../browser/desk-page.ts';
import { tabOf } from '../state/queue-view.ts';
import { matchQuickReplies, replaceSpan, slashWordAt } from '../state/quick-replies.ts';
import { fill } from '../texts/texts.ts';
import type { QuickReply, Ticket } from '../wire/desk.ts';
import { nameOfAgent } from './names.ts';
import { usePage } from './page-context.ts';
import { QuickReplyList } from './quick-reply-list.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useLanguage, useTexts } from './texts-context.ts';

const LIMIT = { reply: 4000, note: 2000 };

/** Where the agent writes: a reply or a note, with suggestions, quick replies and a draft that outlives the page. */
export function Composer({ ticket }: { readonly ticket: Ticket }) {
  const page = usePage();
  const texts = useTexts().composer;
  const mode = page.mode.value;
  const mayReply = tabOf(ticket, page.me.id) === 'mine';
  const isOff = mode === 'reply' && !mayReply;
  return (
    <div class={`composer ${mode}`}>
      {mayReply && mode === 'reply' && <SuggestionList ticket={ticket} />}
      <div class="modes" role="tablist">
        <ModeTab mode="reply" />
        <ModeTab mode="note" />
        {isOff && <p class="why-off">{whyOff()}</p>}
      </div>
      <Field key={mode} ticket={ticket} mode={mode} isOff={isOff} />
    </div>
  );

  function whyOff(): string {
    if (ticket.status === 'waiting') return texts.claimFirst;
    if (ticket.status !== 'claimed') return texts.closed;
    const agents = page.desk.state.value.desk?.agents ?? [];
    return fill(texts.heldByOther, { name: ticket.agentName ?? nameOfAgent(agents, ticket.agentId) });
  }
}

function ModeTab({ mode }: { readonly mode: WritingMode }) {
  const page = usePage();
  const texts = useTexts().composer;
  return (
    <button
      type="button"
      role="tab"
      class="mode"
      aria-selected={page.mode.value === mode}
      onClick={() => {
        page.mode.value = mode;
      }}
    >
      {texts[mode]}
    </button>
  );
}

function Field({
  ticket,
  mode,
  isOff,
}: {
  readonly ticket: Ticket;
  readonly mode: WritingMode;
  readonly isOff: boolean;
}) {
  const page = usePage();
  const texts = useTexts().composer;
  const { conversationId } = ticket;
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal(page.drafts.read(conversationId)[mode]);
  const quick = useQuickReplies(ticket, mode);

  const take = (value: string) => {
    text.value = value;
    page.drafts.keep(conversationId, { ...page.drafts.read(conversationId), [mode]: value });
    grow(field.current);
  };
  const onInput = () => {
    if (!field.current) return;
    take(field.current.value);
    quick.look(field.current);
    if (mode === 'reply' && field.current.value !== '') page.tellTyping(ticket);
  };
  const wish = page.wish.value;
  useLayoutEffect(() => {
    if (!field.current || wish?.mode !== mode) return;
    page.wish.value = undefined;
    if (isOff) return;
    field.current.focus();
    fulfil(field.current, wish);
    onInput();
  }, [wish, mode]);
  useLayoutEffect(() => grow(field.current), []);
  const pick = (reply: QuickReply) => {
    const word = quick.word.value;
    if (!field.current || !word) return;
    const next = replaceSpan(field.current.value, word, reply.text);
    field.current.value = next.text;
    field.current.setSelectionRange(next.caret, next.caret);
    quick.close();
    take(next.text);
    field.current.focus();
  };
  const send = () => {
    const words = text.value.trim();
    if (words === '' || isOff) return;
    page.write(ticket, mode, words);
    if (field.current) field.current.value = '';
    take('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that picks a word in an input method must not send; Safari reports that one only by its key code.
    if (event.isComposing || event.keyCode === 229) return;
    if (quick.onKey(event, pick)) return event.preventDefault();
    if (event.key === 'Escape') {
      event.preventDefault();
      document.getElementById(`ticket-${ticket.id}`)?.focus() ?? field.current?.blur();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };

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

/** The list behind a `/code` that is being typed. */
function useQuickReplies(ticket: Ticket, mode: WritingMode) {
  const { desk } = usePage();
  const language = useLanguage();
  const word = useSignal<ReturnType<typeof slashWordAt>>(undefined);
  const found = useSignal<readonly QuickReply[]>([]);
  const active = useSignal(0);
  const close = () => {
    word.value = undefined;
  };
  return {
    ...{ word, found, active, close },
    look(field: HTMLTextAreaElement) {
      word.value = mode === 'reply' ? slashWordAt(field.value, field.selectionStart) : undefined;
      if (!word.value) return;
      // The customer's language, not the agent's.
      const spoken = ticket.language ?? language;
      const all = (desk.state.peek().desk?.quickReplies ?? []).map(({ code, title, text }) => ({
        ...{ code, title: title[spoken], text: text[spoken] },
      }));
      found.value = matchQuickReplies(all, word.value.query);
      active.value = 0;
    },
    /** @returns whether the key was the list's */
    onKey(event: KeyboardEvent, pick: (reply: QuickReply) => void): boolean {
      if (!word.value) return false;
      const count = found.value.length;
      if (event.key === 'Escape') close();
      else if (count === 0) return false;
      else if (event.key === 'ArrowDown') active.value = (active.value + 1) % count;
      else if (event.key === 'ArrowUp') active.value = (active.value - 1 + count) % count;
      else if (event.key === 'Enter' || event.key === 'Tab') pick(found.value[active.value]);
      else return false;
      return true;
    },
  };
}

function fulfil(field: HTMLTextAreaElement, { insert, replace }: FieldWish): void {
  if (replace !== undefined) field.value = replace;
  if (!insert) return;
  const gap = field.value === '' || /\s$/.test(field.value) ? '' : insert.gap;
  field.setRangeText(gap + insert.text, field.value.length, field.value.length, 'end');
}

/** As high as its text, up to a limit that the style sets. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
