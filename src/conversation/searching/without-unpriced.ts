import type { Language } from '../../domain/understanding.ts';
import { readEntities } from '../../intents/entities.ts';
import type { LikelyAnswer, Passage, SearchResult } from '../../retrieval/search-result.ts';

/** Asks what something costs: 云顶4多少钱, *how much is the blue one*. 保价 and 差价 are other matters. */
const ASKS_PRICE: Readonly<Record<Language, RegExp>> = {
  zh: /多少(?:钱|米|元|块)|几块钱|几多钱|[啥什]么?价(?:格|位|钱)?|(?<![保补差改涨降原])价格|售价|怎么卖/u,
  en: /\bhow much (?:is|are|was|for|do|does|would|will)\b(?!.*\b(?:weigh|hold|take|need|use|fit)\b)|\bhow much$|\bwhat(?:'s| is| are)? (?:the )?(?:price|cost)\b|\bprice (?:of|for)\b/iu,
};
/** Speaks of prices without a sum: free, by percents, or shown elsewhere. */
const SPEAKS_OF_PRICE: Readonly<Record<Language, RegExp>> = {
  zh: /价|免费|包邮|费用|不收|不用钱|[免退]运?费|送|\d\s*[折%]|折扣/u,
  en: /\bpric|\bcosts?\b|\bfree\b|\bcharge|\bfees?\b|\bincluded\b|%|\d ?p\b|\bcomplimentary\b/iu,
};
/** Below the line at which a topic is named: to whoever asks a price, its page has nothing to offer. */
const UNPRICED = 0.2;

/** What a question finds; where it asks a price, articles that speak of none do not answer it. Pure. */
export function withoutUnpriced(found: SearchResult, text: string, language: Language): SearchResult {
  if (!ASKS_PRICE[language].test(text.trim())) return found;
  const { together } = found;
  return { ...found, ...priced(found, language), together: together && priced(together, language) };
}

function priced<Answer extends LikelyAnswer>(answer: Answer, language: Language): Answer {
  const isPriced = answer.passages.some((passage) => tellsPrice(passage, language));
  return isPriced ? answer : { ...answer, probability: Math.min(answer.probability, UNPRICED) };
}

function tellsPrice({ articleText, text }: Passage, language: Language): boolean {
  const said = articleText ?? text;
  return SPEAKS_OF_PRICE[language].test(said) || readEntities(said).some(({ kind }) => kind === 'amount');
}
