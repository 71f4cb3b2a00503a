import { mayDo, type TicketDeed } from '../browser/may-do.ts';
import { doWith } from '../browser/run-command.ts';
import { wordOf } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { BriefCard } from './brief-card.tsx';
import { Composer } from './composer.tsx';
import { usePage } from './page-context.ts';
import { SlaBadge } from './sla-badge.tsx';
import { useTexts } from './texts-context.ts';
import { Transcript } from './transcript.tsx';

/** The conversation of the selected ticket, and what can be done with it. */
export function ConversationView() {
  const { selected, conversation, desk } = usePage();
  const texts = useTexts().conversation;
  const ticket = selected.value;
  if (!ticket) {
    return (
      <section class="conversation none" aria-label={texts.label}>
        <p class="empty">{texts.none}</p>
      </section>
    );
  }
  const known = desk.state.value.conversations.get(ticket.conversationId);
  const reading = known ? 'ready' : conversation.reading.value;
  return (
    <section class="conversation" aria-label={texts.label}>
      <ConversationHead ticket={ticket} />
      <BriefCard key={`brief-${ticket.id}`} ticket={ticket} />
      {known && <Transcript key={known.id} ticket={ticket} conversation={known} />}
      {reading === 'loading' && <p class="empty">{texts.loading}</p>}
      {reading === 'failed' && (
        <p class="empty">
          {texts.failed}{' '}
          <button type="button" class="quiet" onClick={conversation.readAgain}>
            {texts.tryAgain}
          </button>
        </p>
      )}
      <Composer key={`composer-${ticket.conversationId}`} ticket={ticket} />
    </section>
  );
}

function ConversationHead({ ticket }: { readonly ticket: Ticket }) {
  const { router, preferences } = usePage();
  const texts = useTexts();
  const toCustomer = () => router.go({ view: 'customer', ticketId: ticket.id });
  const understood = preferences.understood.value;
  return (
    <header class="conversation-head">
      <button
        type="button"
        class="icon-button only-phone"
        aria-label={texts.conversation.back}
        onClick={() => router.go({ view: 'queue' })}
      >
        ‹
      </button>
      <div class="conversation-title">
        <h2>
          <span class="who">{ticket.customerName ?? texts.conversation.guest}</span>
          {ticket.tier && <span class="chip tier">{ticket.tier}</span>}
          <SlaBadge ticket={ticket} />
        </h2>
        <p>
          <span>{texts.stages[ticket.stage]}</span>
          <span>{wordOf(texts.reasons, ticket.reason)}</span>
        </p>
      </div>
      <TicketButtons ticket={ticket} />
      <button
        type="button"
        class="icon-button"
        aria-pressed={understood}
        aria-label={understood ? texts.conversation.understoodNone : texts.conversation.understoodAll}
        title={`${understood ? texts.conversation.understoodNone : texts.conversation.understoodAll} (I)`}
        onClick={() => {
          preferences.understood.value = !understood;
        }}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M10 2.5a5.5 5.5 0 0 0-3 10.1V15h6v-2.4a5.5 5.5 0 0 0-3-10.1zM7.5 17h5" />
        </svg>
      </button>
      <button
        type="button"
        class="icon-button only-narrow"
        aria-label={texts.conversation.toCustomer}
        title={texts.conversation.toCustomer}
        onClick={toCustomer}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <circle cx="10" cy="6.5" r="3.5" />
          <path d="M3.5 17a6.5 6.5 0 0 1 13 0" />
        </svg>
      </button>
    </header>
  );
}

const BUTTONS: readonly { readonly deed: TicketDeed; readonly key: string; readonly look: string }[] = [
  { deed: 'claim', key: 'C', look: 'primary' },
  { deed: 'release', key: 'X', look: 'quiet' },
  { deed: 'giveBack', key: 'B', look: 'quiet' },
  { deed: 'transfer', key: 'T', look: 'quiet' },
  { deed: 'resolve', key: 'R', look: 'primary' },
  { deed: 'reopen', key: 'O', look: 'quiet' },
];

function TicketButtons({ ticket }: { readonly ticket: Ticket }) {
  const page = usePage();
  const texts = useTexts().actionsBar;
  return (
    <fieldset class="ticket-buttons" aria-label={texts.label}>
      {BUTTONS.filter(({ deed }) => mayDo(ticket, deed, page.me)).map(({ deed, key, look }) => (
        <button
          key={deed}
          type="button"
          class={look}
          title={`${texts[deed]} (${key})`}
          aria-keyshortcuts={key.toLowerCase()}
          onClick={() => doWith(page, ticket, deed)}
        >
          {texts[deed]}
        </button>
      ))}
    </fieldset>
  );
}
