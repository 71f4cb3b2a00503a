import type { Handoff } from '../domain/handoff.ts';
import { type DeskAgent, takesOffers } from './desk-agent.ts';

/** What of a ticket matters for the choice. */
export type Offerable = Pick<Handoff, 'team' | 'language' | 'lastAgentId' | 'passedBy'>;

/**
 * The agent whom a waiting ticket is offered to next; undefined when nobody suitable is free. Whoever let it pass is not
 * asked again. When the ticket's team has nobody who could take it, any colleague who speaks the language is asked:
 * a customer is better served by the wrong team than by none.
 */
export function chooseAgent(ticket: Offerable, agents: readonly DeskAgent[]): DeskAgent | undefined {
  const speaking = agents.filter((agent) => speaks(agent, ticket));
  const team = speaking.filter(({ teams }) => teams.length === 0 || teams.includes(ticket.team));
  // A full team is waited for; an absent one is not.
  const isThere = team.some(({ available, online }) => available && online);
  const free = (isThere ? team : speaking).filter(takesOffers);
  return free
    .filter(({ agentId }) => !ticket.passedBy.includes(agentId))
    .sort(
      (a, b) =>
        suitability(b, ticket) - suitability(a, ticket) ||
        share(a) - share(b) ||
        a.idleSince - b.idleSince ||
        byId(a, b),
    )[0];
}

function speaks({ languages }: DeskAgent, { language }: Offerable): boolean {
  return language === undefined || languages.length === 0 || languages.includes(language);
}

/** Who knows the customer already goes first, then whoever was named for the team, then for the language. */
function suitability(agent: DeskAgent, { team, language, lastAgentId }: Offerable): number {
  const named = agent.teams.includes(team) ? 2 : 0;
  const fluent = language !== undefined && agent.languages.includes(language) ? 1 : 0;
  return (agent.agentId === lastAgentId ? 4 : 0) + named + fluent;
}

function share({ load, maxLoad }: DeskAgent): number {
  return load / maxLoad;
}

function byId(a: DeskAgent, b: DeskAgent): number {
  return a.agentId < b.agentId ? -1 : 1;
}
