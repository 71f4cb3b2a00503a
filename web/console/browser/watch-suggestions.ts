import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskClient } from '../client/desk-client.ts';
import type { Suggestion, Ticket } from '../wire/desk.ts';
import type { LiveDesk } from './live-desk.ts';
import { startTimer } from './start-timer.ts';

/** What the knowledge offers for the shown ticket; undefined while it is being asked. */
export type Suggestions = readonly Suggestion[] | undefined;

/** Customers write in bursts: the knowledge is asked when they pause for so long, in milliseconds. */
const PAUSE = 400;
const MOST = 3;

/** Asks the knowledge anew whenever the customer of the shown ticket has written. */
export function watchSuggestions(
  client: DeskClient,
  desk: LiveDesk,
  shown: ReadonlySignal<Ticket | undefined>,
): { readonly suggestions: ReadonlySignal<Suggestions>; readonly stop: () => void } {
  const suggestions = signal<Suggestions>(undefined);
  /** Changes with what is to be asked, and with nothing else. */
  const question = computed(() => {
    const ticket = shown.value;
    if (ticket?.status !== 'waiting' && ticket?.status !== 'claimed') return undefined;
    const lines = desk.state.value.conversations.get(ticket.conversationId)?.lines;
    const last = lines?.findLast(({ role }) => role === 'customer');
    return last ? `${last.position} ${ticket.id}` : undefined;
  });
  let stopTimer = () => {};
  const stop = effect(() => {
    const asked = question.value;
    suggestions.value = undefined;
    stopTimer();
    if (!asked) return;
    stopTimer = startTimer(PAUSE, async () => {
      const ticketId = asked.slice(asked.indexOf(' ') + 1);
      // Suggestions are a help and no more: without them the agent writes the answer.
      const found = await client.readSuggestions(ticketId).catch(() => []);
      if (question.peek() === asked) suggestions.value = found.slice(0, MOST);
    });
  });
  return {
    suggestions,
    stop() {
      stop();
      stopTimer();
    },
  };
}
