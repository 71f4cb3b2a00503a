import type { ComponentChildren } from 'preact';
import { hashOf } from '../browser/route.ts';
import { formatDay, formatTime, formatYuan } from '../state/format-time.ts';
import { fill, wordOf } from '../texts/texts.ts';
import type { Conversation, Ticket } from '../wire/desk.ts';
import { nameOfOutcome, nameOfTeam } from './names.ts';
import { OrderCard } from './order-card.tsx';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

/** Who the customer is, how to reach them, what they have ordered, and what was before. */
export function CustomerPanel() {
  const { selected, desk, router } = usePage();
  const texts = useTexts();
  const ticket = selected.value;
  const conversation = ticket && desk.state.value.conversations.get(ticket.conversationId);
  const back = () => router.go({ view: 'conversation', ticketId: ticket?.id });
  return (
    <aside class="panel" aria-label={texts.panel.label}>
      <button type="button" class="quiet only-narrow back" onClick={back}>
        ‹ {texts.conversation.toConversation}
      </button>
      {ticket && (
        <>
          <CustomerCard ticket={ticket} conversation={conversation} />
          <ContactCard ticket={ticket} />
          <Section title={texts.panel.orders}>
            {!conversation || conversation.orders.length === 0 ? (
              <p class="nothing">{texts.panel.ordersNone}</p>
            ) : (
              conversation.orders.map((order) => <OrderCard key={order.id} order={order} />)
            )}
          </Section>
          <TicketCard ticket={ticket} />
          <History ticket={ticket} conversation={conversation} />
        </>
      )}
    </aside>
  );
}

/** A part of the panel with its heading. */
function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="panel-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Names and values; what is undefined is left out. */
function Facts({ of }: { readonly of: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl class="facts">
      {of
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

function CustomerCard({ ticket, conversation }: { readonly ticket: Ticket; readonly conversation?: Conversation }) {
  const texts = useTexts();
  const { panel } = texts;
  const name = ticket.customerName ?? conversation?.customer.name ?? texts.conversation.guest;
  const language = ticket.language ?? conversation?.language;
  return (
    <Section title={panel.customer}>
      <Facts
        of={[
          [panel.name, name],
          [panel.id, ticket.customerId ?? conversation?.customer.id],
          [panel.tier, ticket.tier ?? conversation?.customer.tier],
          [panel.channel, ticket.channel ?? conversation?.channel],
          [panel.language, language && panel.languages[language]],
        ]}
      />
    </Section>
  );
}

function ContactCard({ ticket }: { readonly ticket: Ticket }) {
  const { panel } = useTexts();
  const { contact } = ticket;
  if (!contact) return null;
  return (
    <Section title={panel.contact}>
      <Facts
        of={[
          [panel.name, contact.name],
          [panel.phone, contact.phone],
          [panel.email, contact.email],
          [panel.wechat, contact.wechat],
          [panel.contactNote, contact.note],
        ]}
      />
    </Section>
  );
}

function TicketCard({ ticket }: { readonly ticket: Ticket }) {
  const { desk } = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const { panel } = texts;
  const settings = desk.state.value.desk;
  return (
    <Section title={panel.ticket}>
      <Facts
        of={[
          [panel.reason, wordOf(texts.reasons, ticket.reason)],
          [panel.team, nameOfTeam(settings, ticket.team, language, texts)],
          [panel.category, ticket.category],
          [panel.orderValue, ticket.orderValue === undefined ? undefined : formatYuan(ticket.orderValue)],
          [panel.opened, `${formatDay(ticket.openedAt, language)} ${formatTime(ticket.openedAt, language)}`],
          [panel.outcome, ticket.outcome && nameOfOutcome(settings, ticket.outcome, language)],
        ]}
      />
      {ticket.reopened > 0 && <p class="nothing">{fill(panel.reopened, { n: ticket.reopened })}</p>}
    </Section>
  );
}

/** Other tickets of this conversation, and of this customer as far as the queue knows them. */
function History({ ticket, conversation }: { readonly ticket: Ticket; readonly conversation?: Conversation }) {
  const { desk, open } = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const sameCustomer = [...desk.state.value.tickets.values()].filter(
    ({ customerId }) => customerId !== undefined && customerId === ticket.customerId,
  );
  const all = new Map([...(conversation?.handoffs ?? []), ...sameCustomer].map((each) => [each.id, each]));
  all.delete(ticket.id);
  const earlier = [...all.values()].sort((one, other) => other.openedAt - one.openedAt);
  return (
    <Section title={texts.panel.history}>
      {earlier.length === 0 ? (
        <p class="nothing">{texts.panel.historyNone}</p>
      ) : (
        <ul class="history">
          {earlier.map((each) => (
            <li key={each.id}>
              <a
                href={hashOf({ view: 'conversation', ticketId: each.id })}
                onClick={(event) => {
                  event.preventDefault();
                  open(each.id);
                }}
              >
                {formatDay(each.openedAt, language)} {wordOf(texts.reasons, each.reason)}
              </a>
              <span>
                {each.outcome ? nameOfOutcome(desk.state.value.desk, each.outcome, language) : texts.stages[each.stage]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
