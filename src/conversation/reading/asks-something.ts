import type { Language } from '../../domain/understanding.ts';

/** What asks where a clause begins with it: *has it shipped*, *isn't it too late*. */
const ASKED_OF =
  "(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n't) (?:i|you|we|they|he|she|it|this|that|these|those|there|my|mine|your|our|their|the|an?|any(?:one|body|thing)?|some(?:one|body)|everything|all)";
const ENGLISH_QUESTION = [
  '\\?',
  '^(?:what(?! an? )|when|where|which|who|why|how|can|could|do(?! not)|does|is|are|will|would|should|may)\\b',
  "\\b(?:how (?:do|can|much|long|many)|can (?:i|you)|could (?:i|you)|do you|is (?:it|there)|are there|what(?:'s| is) (?:the|your)|where|when)\\b",
  `(?:^|[,.;:!\\n]\\s*|\\b(?:and|but|so|or|then|ok|okay|hi|hello|hey|well|oh|also|now|sorry|please|thanks) )${ASKED_OF}\\b`,
  '\\b(?:and|but|so|or|then|ok|okay|hi|hello|hey|well|oh|also|now|sorry|please|thanks),? (?:what(?! an? )|which|who|why|how)\\b',
  // *then what*, *it closes when*
  "(?<!\\b(?:matter|know|knows|guess|that's|is) )\\b(?:what|which|who|why|how)[\\s.!]*$",
  '\\b(?:tell me|let me know (?:if|when|how|what|where|which|why|whether)|wondering|(?:like|want|need) to know|not sure (?:if|how|what|where|which|whether|when)|any (?:idea|chance|news|updates?))\\b',
];
const QUESTION: Readonly<Record<Language, RegExp>> = {
  zh: /[?？]|(?:[吗么嘛不]|没有?)(?=[\s,，。.!！~～]|$)|请问|想问|问一?下|怎么(?!这么|那么|就这么)|咋|多少|多久|(?<![好这那前后过近最了买])几(?!乎)|哪|什么|啥|能不能|可不可以|可以.*(?:吗|么)|有没有|会不会|是不是|麻烦(?!你了|您了)|帮我|给我|呢(?=[\s,，。.!！~～]|$)/u,
  en: new RegExp(ENGLISH_QUESTION.join('|'), 'iu'),
};

/** Whether a message has the form of a question or a request. Pure. @param text with the forms of chats spelt out */
export function asksSomething(text: string, language: Language): boolean {
  return QUESTION[language].test(text);
}
