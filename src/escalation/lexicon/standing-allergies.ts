import type { Language } from '../../domain/understanding.ts';

/*
 * Allergies that somebody has, told to ask what suits: 我婆婆对乳胶过敏的 买哪个垫子. Nobody was hurt. A severe one, with a guarantee asked for, is
 * for a person where no page answers. Run over text in normal form.
 */

const STANDING: Readonly<Record<Language, RegExp>> = {
  zh: /对[^,。!?]{1,12}(?<!这个|这款|它|这件|你们的?)(?:严重)?过敏(?!了|得|反应|进|送|住|起|红|肿|到|后|死)|过敏体质|(?:有|患有)[^,。!?]{0,8}过敏(?:症|史)?(?=的|[,。!?\s]|$)|(?:容易|严重|爱|会)过敏(?!了|进|送|住|起)/u,
  en: /\ballergic to (?!(?:this|it|your|the \w+ (?:i|you|we)))|\b(?:has|have|having|with|got|a) (?:an? |\w+ ){0,3}allerg(?:y|ies)\b|\b(?:allergy|allergic) (?:sufferer|person|kid|child|son|daughter|skin)\b/u,
};
/** Asks which to take, or whether one suits. */
const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /哪(?:个|款|种|些|张|双|一)|什么(?:垫|款|样|材质|牌|好)|(?:能|可以|可)(?:不能|不可以)?(?:用|穿|吃|喝|睡|买|戴|涂|吸|盖)|适合|推荐|(?:买|选|挑)(?:什么|啥|哪)|有没有|含不含|(?:含|有|是)[^,。!?]{0,8}[吗么不没?]|行[吗不么]|保证|[吗么?][^\p{L}]*$/u,
  en: /\b(?:which|what (?:can|do|should|would|is|are|one)|can (?:i|she|he|they|we|you)|could (?:i|he|she|we)|is (?:it|there|this|that|the|your|any)|are (?:there|these|they|any|your|the)|do(?:es)? (?:it|you|they|the|this|any|your)|suitable|safe|recommend|suggest|contains?|have any|free from|guarantee|would (?:it|this|the))\b|\?/u,
};
/** Something came of it, or hurts. */
const REACTED: Readonly<Record<Language, RegExp>> = {
  zh: /过敏(?:了|得|反应|起|红|肿|进|送)|疹|痒|肿|疙瘩|红点|红斑|起泡|医院|医生|急诊|(?:用|穿|吃|喝|睡|涂|擦|戴|抹|盖|收到|买)(?:了|完|过)|之后|难受|疼|痛|吐|拉肚子|喘|晕/u,
  en: /\b(?:rash\w*|hives|itch\w*|swell\w*|swollen|broke out|reacted|reacting|had a reaction|hospital|a&e|doctor|after|since|used (?:it|this|your)|ate|eaten|put (?:it|this) on|tried (?:it|this)|wore|burn\w*|breath\w*|red|sore|blister\w*|sick|vomit\w*|stung|throat|gave (?:me|him|her))\b/u,
};

const GRAVE: Readonly<Record<Language, RegExp>> = {
  zh: /严重(?:的)?[^,。!?]{0,6}过敏|过敏(?:很|特别|非常|比较|得|的?很)*严重|重度过敏|过敏[^。!?]{0,12}(?:休克|没命|要命|窒息|喉头水肿|送命|急救|抢救|icu|肾上腺素)/u,
  en: /\banaphyla\w+|\bepi-?pens?\b|\b(?:severe(?:ly)?|serious(?:ly)?|deadly|deathly|fatal(?:ly)?|life[- ]threatening|extreme(?:ly)?|badly|very) (?:\w+ )?allerg\w*|\ballerg\w*[^.!?]{0,40}\b(?:could|can|would|will) (?:die|kill)\b/u,
};
const ASSURE: Readonly<Record<Language, RegExp>> = {
  zh: /保证|确保|担保|百分百|百分之百|100%|绝对|肯定|确定|敢不敢|敢说/u,
  en: /\b(?:guarantee\w*|promise|100 ?%|hundred percent|certain|(?:be|are you|absolutely|completely) sure|definitely|assure|confirm|swear|yes or no|absolutely)/u,
};

/** Whether a text asks what suits somebody who is allergic, and reports nothing that came of it. @param text in normal form */
export function asksForAllergic(text: string, language: Language): boolean {
  return STANDING[language].test(text) && ASKS[language].test(text) && !REACTED[language].test(text);
}

/** Whether a text asks to be assured that something is safe for a severe allergy. @param text in normal form */
export function asksAllergyGuarantee(text: string, language: Language): boolean {
  return GRAVE[language].test(text) && ASSURE[language].test(text);
}
