import type { Language } from '../../../src/domain/understanding.ts';
import { type Texts, wordOf } from '../texts/texts.ts';
import type { Agent, Desk } from '../wire/desk.ts';

/** A team as the shop names it, else in our words, else its code. */
export function nameOfTeam(desk: Desk | undefined, code: string, language: Language, texts: Texts): string {
  return desk?.teams.find((team) => team.code === code)?.name[language] ?? wordOf(texts.teams, code);
}

/** An outcome as the shop names it, else its code. */
export function nameOfOutcome(desk: Desk | undefined, code: string, language: Language): string {
  return desk?.outcomes.find((outcome) => outcome.code === code)?.name[language] ?? wordOf({}, code);
}

/** A colleague's name, else the id. */
export function nameOfAgent(agents: readonly Agent[], id: string | undefined): string {
  return agents.find((agent) => agent.id === id)?.name ?? id ?? '';
}
