import type { Language } from '../domain/understanding.ts';
import { THREAT_LEXICON, THREATS, type ThreatKind } from './lexicon/threat-lexicon.ts';

/**
 * The threats a text makes, without those it only asks about or denies (这个投诉电话是干嘛的, 我不会给差评).
 * @param text output of `normalizeText`
 */
export function readThreats(text: string, language: Language): ThreatKind[] {
  const { benign, kinds } = THREAT_LEXICON[language];
  const claimed = text.replace(benign, ' ');
  return THREATS.filter((kind) => claimed.search(kinds[kind]) >= 0);
}

/**
 * Whether the text has a word of threats in it at all, meant or not.
 * @param text output of `normalizeText`
 */
export function mentionsThreat(text: string, language: Language): boolean {
  return THREAT_LEXICON[language].mention.test(text);
}
