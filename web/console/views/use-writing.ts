import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldWish, WritingMode } from '../browser/desk-page.ts';
import { replaceSpan } from '../state/quick-replies.ts';
import type { QuickReply, Ticket } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { type QuickReplies, useQuickReplies } from './use-quick-replies.ts';

/** A field that is written in, and what happens in it. */
export interface Writing {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What is written; kept as a draft. */
  readonly text: ReadonlySignal<string>;
  readonly quick: QuickReplies;
  readonly onInput: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Puts a quick reply in the place of its code. */
  readonly pick: (reply: QuickReply) => void;
  readonly send: () => void;
}

/**
 * What is written about a ticket in a mode: drafts, wishes of the page, quick replies, keys.
 * @param isOff nothing may be sent
 */
export function useWriting(ticket: Ticket, mode: WritingMode, isOff: boolean): Writing {
  const page = usePage();
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

  return { field, text, quick, onInput, onKeyDown, pick, send };
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
