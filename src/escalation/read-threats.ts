import type { Language } from '../domain/understanding.ts';
import { normalizeText } from '../text/normalize-text.ts';
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

/** Whether a raw text holds words of a threat at all, meant or not. */
export function mentionsThreat(raw: string, language: Language): boolean {
  const text = normalizeText(raw);
  const { benign, kinds } = THREAT_LEXICON[language];
  return text.search(benign) >= 0 || THREATS.some((kind) => text.search(kinds[kind]) >= 0);
}
