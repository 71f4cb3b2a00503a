import type { WritingMode } from '../browser/desk-page.ts';
import { tabOf } from '../state/queue-view.ts';
import { fill } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { nameOfAgent } from './names.ts';
import { usePage } from './page-context.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useTexts } from './texts-context.ts';
import { WritingField } from './writing-field.tsx';

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
      <WritingField key={mode} ticket={ticket} mode={mode} isOff={isOff} />
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
