import type { FlakyNetwork } from './flaky-network.ts';
import type { SimulatedAgent } from './simulated-agent.ts';
import type { CustomerConversation, MessageAnswer, SeenLine } from './simulated-customer.ts';

/** Everything that is wrong with what customers and agents have on their pages; empty when nothing is. */
export async function checkViews(
  network: FlakyNetwork,
  conversations: readonly CustomerConversation[],
  agents: readonly SimulatedAgent[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const conversation of conversations.filter(({ sent }) => sent.length > 0)) {
    const { id } = conversation;
    const customerView = await network.reliably<{ transcript: SeenLine[] }>(
      ...(['GET', `/v1/conversations/${id}`, undefined, '10.2.0.1'] as const),
    );
    problems.push(...checkMessages(conversation, customerView.body.transcript));
    problems.push(...compareLines(`customer's page of ${id}`, conversation.seen, customerView.body.transcript));
    const deskView = await network.reliably<{ lines: SeenLine[] }>(
      ...(['GET', `/v1/desk/conversations/${id}`, undefined, '10.2.0.1'] as const),
    );
    for (const agent of agents) {
      problems.push(...compareLines(`${agent.id}'s page of ${id}`, agent.seen.get(id) ?? [], deskView.body.lines));
    }
  }
  return problems;
}

/** Whether the page shows every line once and in order, as the server has them. */
function compareLines(whose: string, seen: readonly SeenLine[], stored: readonly SeenLine[]): string[] {
  const brief = (lines: readonly SeenLine[]) => lines.map(({ position, role, text }) => `${position} ${role}: ${text}`);
  const [shown, there] = [brief(seen), brief(stored)];
  const missing = there.filter((line) => !shown.includes(line));
  const doubled = shown.filter((line, index) => shown.indexOf(line) !== index);
  const disordered = seen.some(({ position }, index) => index > 0 && position <= seen[index - 1].position);
  return [
    ...missing.map((line) => `${whose} lacks ${line}`),
    ...doubled.map((line) => `${whose} shows twice ${line}`),
    ...shown.filter((line) => !there.includes(line)).map((line) => `${whose} shows what is not stored, ${line}`),
    ...(disordered && doubled.length === 0 ? [`${whose} is out of order`] : []),
  ];
}

/** Whether each message is there once, in the order of sending, and always got the same answer. */
function checkMessages({ id, sent }: CustomerConversation, transcript: readonly SeenLine[]): string[] {
  const stored = transcript.flatMap(({ messageId, role }) => (role === 'customer' && messageId ? [messageId] : []));
  const batchOf = new Map(sent.map(({ messageId, batch }) => [messageId, batch]));
  const batches = stored.map((messageId) => batchOf.get(messageId) ?? -1);
  const problems = sent.flatMap(({ messageId, text, answers }) => {
    const times = stored.filter((other) => other === messageId).length;
    const distinct = new Set(answers.map(essence));
    return [
      ...(times === 1 ? [] : [`"${text}" is stored ${times} times in ${id}`]),
      ...(distinct.size === 1 ? [] : [`"${text}" in ${id} got ${distinct.size} different answers`]),
    ];
  });
  if (batches.some((batch, index) => index > 0 && batch < batches[index - 1])) {
    problems.push(`messages in ${id} are not in the order of sending`);
  }
  return problems;
}

function essence({ reply, action, handoff }: MessageAnswer): string {
  return JSON.stringify([reply, action, handoff?.id]);
}
