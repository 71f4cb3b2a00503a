import { dayIn } from './compose.ts';
import type { TurnDeps } from './conversation/turn-deps.ts';
import type { DeskSettings } from './desk/desk-settings.ts';
import type { Language } from './domain/understanding.ts';
import type { AgentProfiles } from './http/agent-profiles.ts';
import type { DeskOptions } from './http/desk-services.ts';
import type { Stores } from './open-stores.ts';
import type { AccountStore } from './ports/account-store.ts';
import type { Suggest } from './ports/suggest.ts';

/** How often what time asks for is seen to, in milliseconds. */
const SWEEP_MS = 3000;
/** Suggestions below this probability would rather mislead than help. */
const WORTH_A_LOOK = 0.2;
const MOST_SUGGESTIONS = 3;

/**
 * The people's side over the stores that are open.
 * @param turnDeps what a turn reads of the generation in service; undefined until it is loaded
 */
export function deskOver(
  { feed, whispers, presence, accounts }: Stores,
  settings: () => DeskSettings,
  turnDeps: () => Pick<TurnDeps, 'search' | 'shopData'> | undefined,
): DeskOptions {
  return {
    feed,
    whispers,
    presence,
    settings,
    profiles: profilesOf(accounts),
    shopData: () => turnDeps()?.shopData,
    suggest: suggestFrom(turnDeps, () => settings().hours.timeZone),
    sweepEveryMs: SWEEP_MS,
  };
}

function profilesOf(accounts: Pick<AccountStore, 'getAccount'>): AgentProfiles {
  return {
    async find(agentId) {
      const account = await accounts.getAccount(agentId);
      if (!account) return undefined;
      const { displayName: name, teams } = account;
      return { name, teams, languages: account.languages.filter((each): each is Language => /^(zh|en)$/.test(each)) };
    },
  };
}

function suggestFrom(turnDeps: () => Pick<TurnDeps, 'search'> | undefined, timeZone: () => string): Suggest {
  return {
    async suggest(text, language) {
      const found = await turnDeps()?.search(text, language, dayIn(timeZone(), Date.now()));
      if (!found || found.probability < WORTH_A_LOOK) return [];
      return found.passages.slice(0, MOST_SUGGESTIONS).map((passage) => ({
        text: passage.text,
        citations: [passage.citation],
        score: found.probability,
      }));
    },
  };
}
