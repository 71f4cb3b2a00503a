import { hashOf } from '../browser/route.ts';
import { focusField } from '../browser/run-command.ts';
import { unreadCount } from '../state/desk-state.ts';
import { formatDuration } from '../state/format-duration.ts';
import { formatTime } from '../state/format-time.ts';
import { moodOf } from '../state/mood-of.ts';
import { waitingSince } from '../state/queue-view.ts';
import { fill, wordOf } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { nameOfAgent, nameOfTeam } from './names.ts';
import { usePage } from './page-context.ts';
import { SlaBadge } from './sla-badge.tsx';
import { useLanguage, useTexts } from './texts-context.ts';

/** One ticket of the queue: who, why, how they feel, how long they have waited, what is promised. */
export function QueueItem({ ticket }: { readonly ticket: Ticket }) {
  const page = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const isSelected = page.selected.value?.id === ticket.id;
  const unread = unreadCount(page.desk.state.value, ticket);
  const mood = moodOf(ticket.brief.mood);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Enter on the ticket that is open goes on to the reply; a click has `detail` 1.
    if (event.detail === 0 && isSelected) focusField(page, 'reply');
    else page.open(ticket.id);
  };
  return (
    <li class={`ticket ${ticket.priority}`}>
      <a
        id={`ticket-${ticket.id}`}
        href={hashOf({ view: 'conversation', ticketId: ticket.id })}
        aria-current={isSelected ? 'true' : undefined}
        onClick={open}
      >
        <span class="ticket-head">
          <span class="who">{ticket.customerName ?? texts.conversation.guest}</span>
          {ticket.tier && <span class="chip tier">{ticket.tier}</span>}
          {ticket.priority !== 'normal' && (
            <span class={`chip priority-${ticket.priority}`}>{texts.priorities[ticket.priority]}</span>
          )}
          <span class="gap" />
          {unread > 0 && (
            <span class="unread" title={fill(texts.queue.unread, { n: unread })}>
              <span aria-hidden="true">{unread}</span>
              <span class="only-read-aloud">{fill(texts.queue.unread, { n: unread })}</span>
            </span>
          )}
        </span>
        <span class="ticket-why">
          <span>{wordOf(texts.reasons, ticket.reason)}</span>
          <span>{nameOfTeam(page.desk.state.value.desk, ticket.team, language, texts)}</span>
          {mood && mood !== ticket.reason && <span class={`mood-${mood}`}>{texts.moods[mood]}</span>}
        </span>
        <span class="preview">{previewOf(ticket)}</span>
        <span class="ticket-foot">
          <WhoseTurn ticket={ticket} />
          <SlaBadge ticket={ticket} />
        </span>
      </a>
    </li>
  );
}

/** The last line said; before anybody has said one to a person, the customer's last words to the bot. */
function previewOf({ preview, brief }: Ticket): string {
  return preview ?? brief.transcript.findLast(({ role }) => role === 'customer')?.text ?? brief.wants;
}

/** How long the customer has waited, or why nobody waits; ticks by itself. */
function WhoseTurn({ ticket }: { readonly ticket: Ticket }) {
  const { me, now, desk } = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const at = ticket.closedAt;
  if (at !== undefined && ticket.status !== 'waiting' && ticket.status !== 'claimed') {
    return <span>{`${texts.stages[ticket.stage]} ${formatTime(at, language)}`}</span>;
  }
  const since = waitingSince(ticket);
  const time = since === undefined ? '' : formatDuration(Math.max(0, now.value - since), language);
  const isMine = ticket.agentId === me.id;
  const words = [
    ...(since === undefined ? [texts.queue.answered] : []),
    ...(since !== undefined ? [fill(isMine ? texts.queue.owes : texts.queue.waited, { time })] : []),
  ];
  const { agents } = desk.state.value.desk ?? { agents: [] };
  if (ticket.status === 'claimed' && !isMine) {
    words.unshift(fill(texts.queue.heldBy, { name: ticket.agentName ?? nameOfAgent(agents, ticket.agentId) }));
  }
  if (ticket.offeredTo === me.id && ticket.offeredUntil !== undefined) {
    const left = ticket.offeredUntil - now.value;
    const { offeredToMe, offeredStill } = texts.queue;
    words.push(left > 0 ? fill(offeredToMe, { time: formatDuration(left, language) }) : offeredStill);
  } else if (ticket.offeredTo) {
    words.push(fill(texts.queue.offeredTo, { name: nameOfAgent(agents, ticket.offeredTo) }));
  }
  return <span>{words.join(' · ')}</span>;
}
