const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};
const CLAUSE_END = /(?<=[；;])/;

/** Sentences of plain text, semicolons taken as ends too: shop rules love to join several facts with them. */
export function splitSentences(text: string, language: 'zh' | 'en'): string[] {
  return sentencesWithSpace(text, language)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** The same with the space around them: joined they are the text again. */
export function sentencesWithSpace(text: string, language: 'zh' | 'en'): string[] {
  return [...segmenters[language].segment(text)].flatMap(({ segment }) => segment.split(CLAUSE_END));
}
