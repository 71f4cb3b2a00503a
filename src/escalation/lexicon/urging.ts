import type { Language } from '../../domain/understanding.ts';

/*
 * Urging: somebody waits for the goods to be sent or to come and says so, with or without a number of days. When a parcel leaves is a
 * question and urges nobody. Run over text in normal form.
 */

/** 发芽 and 发票 are sent by nobody. */
const ZH_SEND =
  '(?:发(?![芽霉现烧育酵热光炎黄票券红微错图]|什么|的什么|哪|个)(?:货|出|走)?|寄|出库|派送|送(?!什么|礼|券))';
const ZH_DAYS = '(?:[\\d一二两三四五六七八九十几好多]+)(?:个)?(?:天|日|小时|周|星期)';

const URGES: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `(?:快点?儿?|快些|赶紧|赶快|尽快|抓紧|麻烦快|速度|能快点|可以快点)(?:的|给我|帮我|把货|安排|时间)*${ZH_SEND}`,
      '催(?:一?下|一催|单|发货|促|快递|物流|件)|(?:帮|给|替)我?催',
      `(?:怎么|为什么|为啥|咋|咋个)(?:还|都|一直|到现在)*(?:没有?|不)(?:给我)?(?:${ZH_SEND}|到|动)`,
      `(?:还|都|一直|到现在|也)(?:是)?(?:没有?|不|未)(?:给我)?(?:${ZH_SEND}|动静|消息)(?![^,。!?]{0,4}(?:能|可以))`,
      `到底(?:什么时候|啥时候|哪天|几时|还|要不要|想不想|能不能|给不给)*${ZH_SEND}(?:不${ZH_SEND})?|(?<!会员)${ZH_SEND}不${ZH_SEND}`,
      `${ZH_DAYS}了[^。!?]{0,6}(?:没有?|不|未)(?:给我)?(?:${ZH_SEND}|到|动)|(?:拍|下单|付款|买|等)了?(?:都|已经|快)?${ZH_DAYS}了`,
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      '\\bhurry (?:it |this )?up\\b|\\b(?:can|could) (?:you|u) (?:please |pls )?(?:hurry|speed (?:it|this|things) up|chase)\\b|\\bchas(?:e|ing) (?:up )?(?:my|this|the) (?:order|parcel|package|delivery)\\b',
      "\\bstill (?:not|hasn'?t|haven'?t|no|isn'?t)\\b(?: \\w+){0,3} (?:sent|posted|shipped|dispatched|left|arrived|come|moved|here|sign|news|word|update|parcel|order|package|delivery)\\b|\\bstill (?:nothing|waiting)\\b",
      "\\b(?:hasn'?t|has not|not|nothing(?:'s| has| is)?|haven'?t)(?: \\w+)? (?:been )?(?:sent|posted|shipped|dispatched|moved)\\b(?: (?:yet|still|out))?",
      '\\bare (?:you|u) (?:ever |actually |even )?(?:going to|gonna|planning to) (?:ever |actually |even )?(?:post|send|ship|dispatch|deliver) (?:it|my|this|the|them|me)\\b',
      '\\bwhen (?:the hell |on earth |exactly )?are (?:you|u) (?:going to|gonna|finally|actually) (?:\\w+ )?(?:post|send|ship|dispatch)\\b',
      "\\b(?:been|it'?s been|waited|waiting) (?:\\w+ ){0,2}(?:\\d+|two|three|four|five|six|seven|a few|several) (?:whole |full |working )?(?:days|weeks)\\b",
    ].join('|'),
    'u',
  ),
};
/** Asks how it goes as a rule, or imagines it. */
const ASKS_RULE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|一般|通常|平时|会不会|的话|别家|别的店/u,
  en: /\b(?:if|in case|usually|normally|typically|how long|would|other (?:shop|store|site)s?)\b/u,
};

/** Whether a text urges the shop to send, or says how long nothing has come. @param text in normal form */
export function urgesShop(text: string, language: Language): boolean {
  return URGES[language].test(text) && !ASKS_RULE[language].test(text);
}
