import type { Team } from '../domain/decision.ts';
import type { Language } from '../domain/understanding.ts';
import type { DeskSettings, DeskTeam } from './desk-settings.ts';

/** Where a ticket goes, and what an agent for it should know. */
export interface Route {
  readonly team: string;
  readonly category?: string;
  readonly skills: readonly string[];
}

/**
 * The team whose topics, product categories and languages fit most closely; a topic that no team names goes to one
 * that takes all topics, else to the first.
 * @param words what the customer said about the matter
 */
export function routeTicket(
  topic: Team,
  language: Language | undefined,
  words: string,
  { teams, categories }: Pick<DeskSettings, 'teams' | 'categories'>,
): Route {
  const lower = words.toLowerCase();
  const named = categories.find((category) => category.words.some((word) => lower.includes(word.toLowerCase())));
  const category = named?.code;
  const fitting = teams.filter((team) => fits(team, category, language));
  const team =
    closest(fitting.filter(({ topics }) => topics.includes(topic))) ??
    fitting.find(({ topics }) => topics.length === 0) ??
    fitting.find(({ topics }) => topics.includes('general')) ??
    fitting[0] ??
    teams[0];
  return { team: team.code, category, skills: [topic, category, language].filter((skill) => skill !== undefined) };
}

function fits({ categories, languages }: DeskTeam, category: string | undefined, language: Language | undefined) {
  const knows = categories.length === 0 || (category !== undefined && categories.includes(category));
  return knows && (languages.length === 0 || (language !== undefined && languages.includes(language)));
}

function closest(teams: readonly DeskTeam[]): DeskTeam | undefined {
  const narrowness = ({ categories, languages }: DeskTeam) =>
    (languages.length > 0 ? 2 : 0) + (categories.length > 0 ? 1 : 0);
  return [...teams].sort((a, b) => narrowness(b) - narrowness(a))[0];
}
