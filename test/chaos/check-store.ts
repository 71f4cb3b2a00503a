import type { ConversationEvent } from '../../src/domain/conversation.ts';
import { projectHandoff } from '../../src/domain/project-handoff.ts';
import type { Stores } from '../../src/open-stores.ts';
import type { StoredChange } from '../../src/ports/change-feed.ts';
import { groupBy } from './group-by.ts';
import type { SimulatedAgent } from './simulated-agent.ts';
import type { CustomerConversation } from './simulated-customer.ts';

type Kept = Pick<Stores, 'conversations' | 'feed'>;

/** What is in the store, for the report. */
export interface StoreFigures {
  readonly events: number;
  readonly tickets: number;
  readonly claims: number;
}

/** Everything that is wrong with what is stored; empty when nothing is. */
export async function checkStore(
  stores: Kept,
  conversations: readonly CustomerConversation[],
  agents: readonly SimulatedAgent[],
): Promise<{ problems: string[]; figures: StoreFigures }> {
  const changes = await readFeed(stores);
  const problems = checkSequence(changes);
  const byConversation = groupBy(changes, (change) => change.conversationId);
  const figures = { events: changes.length, tickets: 0, claims: 0 };
  for (const [id, own] of byConversation) {
    const events = own.map((change) => change.event);
    if (own.some(({ position }, index) => position !== index + 1)) problems.push(`${id} has gaps or is out of order`);
    problems.push(...checkAnswers(id, events), ...(await checkTickets(stores, id, events)));
    figures.tickets += events.filter((event) => event.type === 'handoff_opened').length;
    figures.claims += events.filter((event) => event.type === 'handoff_claimed').length;
  }
  problems.push(...(await checkAcknowledged(stores, conversations)));
  const eventsOf = (id: string) => (byConversation.get(id) ?? []).map((change) => change.event);
  for (const agent of agents) problems.push(...checkAgent(agent, changes, eventsOf));
  return { problems, figures };
}

async function readFeed({ feed }: Kept): Promise<StoredChange[]> {
  const changes: StoredChange[] = [];
  for (;;) {
    const page = await feed.since(changes.at(-1)?.sequence ?? 0, 5000);
    if (page.length === 0) return changes;
    changes.push(...page);
  }
}

function checkSequence(changes: readonly StoredChange[]): string[] {
  const gap = changes.findIndex(({ sequence }, index) => sequence !== index + 1);
  return gap < 0 ? [] : [`the feed has ${changes[gap].sequence} in place of ${gap + 1}`];
}

/** The bot answers a message once, and never while a person has the conversation. */
function checkAnswers(id: string, events: readonly ConversationEvent[]): string[] {
  const answered = events.flatMap((event) => (event.type === 'bot_replied' ? event.inReplyTo : []));
  const doubled = answered.filter((messageId, index) => answered.indexOf(messageId) !== index);
  return doubled.map((messageId) => `the bot answered ${messageId} in ${id} twice`);
}

/** Folding the events fails when a ticket was claimed twice; each must also be as its row says, and closed by now. */
async function checkTickets({ conversations }: Kept, id: string, events: readonly ConversationEvent[]) {
  const problems: string[] = [];
  for (const event of events) {
    if (event.type !== 'handoff_opened') continue;
    const { handoffId } = event;
    try {
      const folded = projectHandoff(id, events, handoffId);
      const row = await conversations.getHandoff(handoffId);
      if (folded?.status !== row?.status || folded?.agentId !== row?.agentId) {
        problems.push(`ticket ${handoffId} is ${row?.status} in the queue and ${folded?.status} by its events`);
      }
      if (row && (row.status === 'waiting' || row.status === 'claimed')) {
        problems.push(`ticket ${handoffId} is still ${row.status}`);
      }
    } catch (error) {
      problems.push(`ticket ${handoffId}: ${(error as Error).message}`);
    }
  }
  return problems;
}

async function checkAcknowledged({ conversations }: Kept, customers: readonly CustomerConversation[]) {
  const promised = customers.flatMap(({ sent }) =>
    sent.flatMap(({ answers }) => answers.flatMap((a) => a.handoff ?? [])),
  );
  const problems: string[] = [];
  for (const { id } of promised) {
    if (!(await conversations.getHandoff(id))) problems.push(`ticket ${id}, of which a customer was told, is lost`);
  }
  return problems;
}

/** Every claim and line that was acknowledged is stored; lines once, and in the order of saying. */
function checkAgent(
  { id, claims, said }: SimulatedAgent,
  changes: readonly StoredChange[],
  eventsOf: (conversationId: string) => readonly ConversationEvent[],
): string[] {
  const claimed = new Set(
    changes.flatMap(({ event }) => (event.type === 'handoff_claimed' && event.agentId === id ? [event.handoffId] : [])),
  );
  const problems = claims.flatMap(({ handoffId }) =>
    claimed.has(handoffId) ? [] : [`${id} was told that ${handoffId} is claimed, and it is not`],
  );
  for (const [conversationId, lines] of groupBy(said, (line) => line.conversationId)) {
    const own = eventsOf(conversationId).flatMap((event) =>
      event.type === 'agent_replied' && event.agentId === id ? [event.messageId] : [],
    );
    const expected = lines.map((line) => line.messageId);
    const stored = own.filter((messageId) => expected.includes(messageId));
    if (stored.join() !== expected.join())
      problems.push(`lines of ${id} in ${conversationId} are not all there in order`);
  }
  return problems;
}
