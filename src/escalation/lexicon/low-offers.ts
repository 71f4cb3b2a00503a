import type { Language } from '../../domain/understanding.ts';

/*
 * Complaints that what the shop offers in compensation is too little, which only its people may raise. Low prices please: 才5块钱好便宜. Run over
 * text in normal form.
 */

const ZH_LITTLE = '(?:这么|这|那么|那)(?:一)?(?:点|些|几块|几毛|几个)(?:儿)?';
const ZH_SUM = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百几]+)(?:块|元|毛|%|个点)';
const EN_SUM =
  '(?:[£$€]\\d+(?:\\.\\d+)?|\\d+(?:\\.\\d+)? ?(?:quid|pounds?|euros?|dollars?|bucks|percent|%|p)|a (?:fiver|tenner))';
const EN_OFFER = '(?:refund|credit|compensation|voucher|back|goodwill|partial refund)';
const EN_PALTRY =
  "(?:(?:(?:not|n'?t|isnt|hardly|barely|nowhere near|never) (?:good |near(?:ly)? )?(?:enough|acceptable|fair|going to cover it))|(?:an? )?(?:\\w+ )?(?:joke|insult)(?:ing)?|insulting|pathetic|laughable|derisory|peanuts)";

/** Plain by itself. */
const PLAIN: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `(?:才|就|只)(?:给|赔|补|退|补偿|赔偿)(?:我|了)*${ZH_LITTLE}|(?:赔|补|补偿|赔偿|退)(?:我|了|给我)?${ZH_LITTLE}(?:钱)?(?![^,。!?]{0,3}[吗么])|打发(?:谁|我|要饭|叫花子|乞丐|人呢)|(?:赔|补|补偿|赔偿)(?:得|的|金额|款)*(?:也|都|实在|根本|太)*(?:太少|太低|不够|少了|偏低)|(?:才|就|只)(?:赔|补|补偿|赔偿)(?:我|了|给我)*${ZH_SUM}`,
    'u',
  ),
  en: new RegExp(
    `(?:^|\\b(?:(?:you|u|they)(?:'?re| are|'?ve| have)?) )(?:only|just) (?:offer(?:ed|ing)?|giv(?:e|ing)|gave|refund(?:ed|ing)?)\\b[^.!?;]{0,12}${EN_SUM}(?![^.!?]{0,4}\\bif\\b)|${EN_SUM} ${EN_OFFER}?[^.!?;]{0,12}\\b(?:is|'s)(?:n'?t| not) (?:good |nearly |near )?enough|${EN_SUM}[?!. ,]+(?:that'?s|it'?s|thats|its) ${EN_PALTRY}|${EN_SUM} (?:\\w+ )?${EN_OFFER} (?:is|was) ${EN_PALTRY}|\\b(?:offer|refund|compensation|voucher) (?:is|was) ${EN_PALTRY}`,
    'u',
  ),
};
/** Means an offer where one was spoken of just before. */
const AFTER_OFFER: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `^[^,。!?]{0,4}(?:才|就|只有?)(?:给|退)?(?:我)?(?:${ZH_LITTLE}|${ZH_SUM})|^[^,。!?]{0,4}${ZH_SUM}(?:钱)?(?:够|能)(?:干|买|做)(?:什么|啥|嘛)|(?:也)?太少了|^[^,。!?]{0,6}(?:根本|远远|完全|这|还)?不够(?:啊|吧|呀|的)?[^\\p{L}]*$|^${ZH_LITTLE}钱`,
    'u',
  ),
  en: new RegExp(
    `(?<!\\w)${EN_SUM}(?: \\w+)? (?:is|was|'s) ${EN_PALTRY}|\\b(?:that'?s|thats|that is|it'?s|its|this is) ${EN_PALTRY}|\\b(?:only|just|lousy|measly) ${EN_SUM}[^.!]{0,12}(?:seriously|come on|joking|kidding|\\?!|for real)|\\b(?:a )?(?:measly|lousy) ${EN_SUM}|\\bis that (?:all|it) (?:i get|you'?re offering|you can (?:do|offer))`,
    'u',
  ),
};
/** Is pleased, or speaks of what is paid or taken off. */
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /便宜|划算|优惠|券|减|折(?!价)|运费险|如果|要是|万一|假如|会不会|别家|别的店|打发时间|太少了[^,。!?]{0,4}(?:能|可以)/u,
  en: /\b(?:great|nice|bargain|cheap|good (?:price|deal)|brilliant|if|in case|postage|shipping|delivery|off (?:my|the|your) (?:first|next)|coupon|code|other (?:shop|store|site)s?)\b/u,
};
/** Speaks of compensation. */
const OFFERED: Readonly<Record<Language, RegExp>> = {
  zh: /赔|补偿|补(?:差|给|您|你|我)|退(?:你|您|一部分|部分|一半)|折价|退款金额|换新|重发/u,
  en: /\b(?:compensat\w*|refund\w*|goodwill|credit|voucher|money off|money back|replac\w*)\b/iu,
};

/** Whether a text says that what is offered is too little. @param text in normal form */
export function findsOfferLow(text: string, language: Language): boolean {
  return PLAIN[language].test(text) && !NONE[language].test(text);
}

/** Whether a text says so of what was spoken of before, if that was an offer. @param text in normal form */
export function findsItLow(text: string, language: Language): boolean {
  return AFTER_OFFER[language].test(text) && !NONE[language].test(text);
}

/** Whether a text speaks of compensation. @param text in normal form */
export function speaksOfOffer(text: string, language: Language): boolean {
  return OFFERED[language].test(text);
}
