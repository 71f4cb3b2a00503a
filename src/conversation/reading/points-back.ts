import type { Language } from '../../domain/understanding.ts';

const POINTS_BACK: Readonly<Record<Language, RegExp>> = {
  zh: /那个|这个|那件|这件|[它牠]/u,
  en: /\b(?:it|that|this|them|they|those|these|there|mine)\b/iu,
};
const CONNECTS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那|然后|还有|另外)|呢[?？!！。～~]*$/u,
  en: /^(?:and|or|then|what about|how about|what if|ok and)\b/iu,
};

/** Whether a message points at what was spoken of: 它, 这个, *it*. Pure. */
export function pointsBack(text: string, language: Language): boolean {
  return POINTS_BACK[language].test(text);
}

/** Whether a message goes on from what was said before: 那…, …呢, *and*, *what about*. Pure. */
export function connects(text: string, language: Language): boolean {
  return CONNECTS[language].test(text);
}
