import type { Language } from '../../domain/understanding.ts';
import { hasLetters } from '../../text/letters.ts';
import { comparedThings } from './compared-things.ts';
import { ownWords } from './own-words.ts';
import { readSmalltalk } from './read-smalltalk.ts';
import { sharedQuestions } from './shared-question.ts';

/** The questions of a message that asks several. */
export interface AskedParts {
  /** Each with what is said around it, in order; empty when the message asks one thing. Of a comparison, the names of what is compared. */
  readonly parts: readonly string[];
  /** Whether each is a sentence of its own. Parts of one sentence may share what they are about. */
  readonly apart: boolean;
  /** Whether each names by itself what it is about. */
  readonly areNamed?: boolean;
}

/** Nobody reads more answers in one reply, and each part costs a search. */
const MOST_PARTS = 3;

/** Ends of sentences and what begins another request; lists are numbered with 1. or 1、 */
const SENTENCES: Readonly<Record<Language, RegExp>> = {
  zh: /(?<=[?？!！。;；\n])|(?<![\d.])(?=\d[.、)）](?!\d))|(?=还有|另外|顺便|再就是)/u,
  en: /(?<=[?!;\n])|(?<=\.)\s|(?<![\d.])(?=\d[.)](?!\d))|,?\s*\b(?:and\s+)?(?:also|plus|btw|by the way)\b,?/iu,
};
/** What may begin another question within a sentence: buyers put a space where others put a comma. */
const CLAUSES: Readonly<Record<Language, RegExp>> = {
  zh: /[，,、]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?=以及|然后)/u,
  en: /,\s*(?:and\s+|but\s+)?|\band\s+(?=(?:what|when|where|which|who|why|how|can|could|do|does|is|are|will|would|should|may)\b)/iu,
};
/** What stands before a question and says nothing: 2. and *and*. */
const LEAD = /^\s*(?:\d[.、)）]\s*)?(?:(?:and|then|so)\s+|(?:另外|顺便|再就是)(?:问一?下)?[，,\s]*)?/iu;
const INVERTED =
  "(?:can|could|do|does|did|is|are|was|were|will|would|should|may|has|have)(?:n't)? (?:i|you|we|they|it|he|she|this|that|these|those|there|the|my|your|our|an?|any\\w*|some\\w*)\\b";
/**
 * Forms that ask whatever stands around them; 嘛 and 呢 at the end of a clause seldom do, 怎么 may complain, and *when the new
 * size goes out* asks nothing.
 */
const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /[?？]$|[吗不没]$|多[少久重大长高厚宽深]|几[个种件条双款色天点号]|什么|啥|怎么(?!这么|那么|还|就)|咋(?!还|这么)|哪|谁|能不能|可不可以|有没有|会不会|是不是|要不要/u,
  en: new RegExp(
    `^(?:and |but |so |then )?(?:${INVERTED}|(?:what|when|where|why|how|who|which)(?:'s|'re| ${INVERTED.slice(0, INVERTED.indexOf(' ('))}\\b)|how (?:much|many|long|far|often|soon|quick(?:ly)?|fast|late|early|big|heavy|warm|tall|wide|thick|old|strong)\\b|(?:what|which) (?!an?\\b)\\w+|who \\w+s\\b)`,
    'iu',
  ),
};
/** Longer messages, in UTF-16 units, tell a story, which asks one thing in the end. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 60, en: 200 };

/** The questions of a message that asks several, or one of two things, or what it compares; small talk in the form of one (在吗) is none. Pure. */
export function askedParts(text: string, language: Language): AskedParts {
  if (text.length > LONGEST[language]) return { parts: [], apart: false };
  const sentences = text.split(SENTENCES[language]).map((sentence) => (sentence ?? '').replace(LEAD, ''));
  const apart = questionsAmong(sentences, language);
  if (apart.length > 1) return { parts: apart, apart: true };
  const clauses = sentences.flatMap((sentence) => sentence.split(CLAUSES[language]));
  const within = questionsAmong(clauses, language);
  if (within.length > 1) return { parts: within, apart: false };
  const shared = sharedQuestions(text, language);
  const compared = shared.length > 0 ? undefined : comparedThings(text, language);
  return { parts: compared === undefined ? shared : [compared], apart: false, areNamed: true };
}

/** The pieces that ask something, with those before them that do not. */
function questionsAmong(pieces: readonly string[], language: Language): string[] {
  const questions: string[] = [];
  let waiting = '';
  for (const piece of pieces.map((each) => each.trim())) {
    if (!hasLetters(piece) || readSmalltalk(piece) !== undefined) continue;
    const whole = waiting === '' ? piece : `${waiting}${language === 'zh' ? '，' : ', '}${piece}`;
    const asks = piece.split(CLAUSES[language]).some((clause) => ASKS[language].test(clause.trim()));
    if (asks) questions.push(whole);
    waiting = asks ? '' : whole;
  }
  return questions.filter((question) => ownWords(question, language).length > 0).slice(0, MOST_PARTS);
}
