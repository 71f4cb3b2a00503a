import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { WritingMode } from '../browser/desk-page.ts';
import { matchQuickReplies, slashWordAt } from '../state/quick-replies.ts';
import type { QuickReply, Ticket } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useLanguage } from './texts-context.ts';

/** The list of quick replies, and what moves it. */
export interface QuickReplies {
  /** The `/code` that is being typed; the list is open while there is one. */
  readonly word: ReadonlySignal<ReturnType<typeof slashWordAt>>;
  readonly found: ReadonlySignal<readonly QuickReply[]>;
  /** Position in `found`. */
  readonly active: ReadonlySignal<number>;
  readonly close: () => void;
  /** Looks for a code at the caret. */
  readonly look: (field: HTMLTextAreaElement) => void;
  /** @returns whether the key was the list's */
  readonly onKey: (event: KeyboardEvent, pick: (reply: QuickReply) => void) => boolean;
}

/** The list behind a `/code` that is being typed. */
export function useQuickReplies(ticket: Ticket, mode: WritingMode): QuickReplies {
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
    look(field) {
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
    onKey(event, pick) {
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
