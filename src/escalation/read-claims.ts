import type { Language } from '../domain/understanding.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { CLAIM_LEXICON } from './lexicon/claim-lexicon.ts';

/** What a message claims or demands in so many words. */
export interface Claims {
  /** Asks for a person. */
  readonly human: boolean;
  /** Asks for a manager, the owner, somebody in charge. */
  readonly superior: boolean;
  /** Reports an injury or a danger; a question about one does not count. */
  readonly injury: boolean;
  /** Speaks of injury or danger, but asks or imagines. */
  readonly asksAboutInjury: boolean;
  /** Demands compensation, an exception or another staff decision. */
  readonly staffOnly: boolean;
  /** Says that the bot missed the question. */
  readonly unheard: boolean;
}

/** Only so much is read: a claim stands at the start of a message or nowhere. */
const READ = 2_000;
const CLAUSE = /[,.。!?;；、\n/]+|\s{2,}|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

/** Reads the claims of a raw text. Pure; linear in the first 2,000 characters. */
export function readClaims(raw: string, language: Language): Claims {
  const lexicon = CLAIM_LEXICON[language];
  const text = normalizeText(raw.slice(0, READ)).replace(lexicon.benign, ' ');
  const dangers = clauses(raw, language).filter((clause) => clause.search(lexicon.injury) >= 0);
  const reported = dangers.filter((clause) => !lexicon.hypothetical.test(clause));
  const says = (pattern: RegExp) => text.search(pattern) >= 0;
  return {
    human: says(lexicon.human),
    superior: says(lexicon.superior),
    injury: reported.length > 0,
    asksAboutInjury: dangers.length > 0 && reported.length === 0,
    staffOnly: says(lexicon.staffOnly),
    unheard: says(lexicon.unheard),
  };
}

/** A question mark belongs to its clause: 会过敏? is no report. */
function clauses(raw: string, language: Language): string[] {
  const text = normalizeText(raw.slice(0, READ)).replace(CLAIM_LEXICON[language].benign, ' ');
  const asks = text.replaceAll('?', language === 'zh' ? '吗,' : ' ? ,');
  return asks.split(CLAUSE).map((clause) => clause.trim());
}
