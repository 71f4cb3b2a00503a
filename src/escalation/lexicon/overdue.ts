import type { Language } from '../../domain/understanding.ts';

/*
 * Complaints that goods or money are still not there after a time no shop's rule allows for: a week and more. Whoever makes one has waited as
 * the rules say, so that the rules are no answer. Shorter waits, and none at all (退款怎么还没到), are questions. Run over text in normal form.
 */

const ZH_COUNT = '[一二两三四五六七八九十几\\d]';
const ZH_LONG = `(?:半个多?月|(?:好几|${ZH_COUNT}{1,3})(?:多)?个?多?(?:星期|礼拜|周|月)|(?:[7-9]|\\d{2,3}|[七八九]|[二三四五六]?十[一二三四五六七八九几]?|半个?|好多)多?天|大半个?月)`;
const ZH_WAITED = `(?:等|拖|过|已经|都|快|足足|整整)了?(?:我|快|有|足足|整整|将近)*${ZH_LONG}|${ZH_LONG}(?:多)?(?:了|过去)|${ZH_LONG}前(?:就)?(?:买|下的?单|拍|订|付|退|寄)`;
/** 没发芽 and 没到六个月 are none. */
const ZH_ABSENT =
  '(?:没|未|不)(?:有|给|见)?(?:我|你们?)?(?:发(?![芽霉现烧育酵热光炎黄])|到(?![\\d一二三四五六七八九十半])|收到|退|处理|解决|寄|送|换(?!过|洗|季)|补|打款|返|动静|消息|物流|派)';

const EN_COUNT = '(?:an?|one|two|three|four|five|six|several|many|(?:a )?(?:couple(?: of)?|few)|half an?|\\d+)';
const EN_LONG = `(?:${EN_COUNT}(?: (?:whole|full|more|bloody|and a half))* (?:weeks?|months?|fortnight|years?)|(?:over|nearly|almost) (?:a|\\d+) (?:weeks?|months?)|(?:[7-9]|\\d{2,3}|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty)(?: (?:whole|full|working|business))? days|(?:weeks|months|ages)(?! old))`;
const EN_WAITED = `(?:been(?: waiting| over| nearly| almost| more than| about| like)*|wait(?:ed|ing)(?: for| over| nearly| almost| more than| about)*|after|took|taken) ${EN_LONG}|${EN_LONG} (?:(?:now|later|already|ago|has passed|have passed|overdue|late)\\b|and\\b)`;
const EN_GOODS =
  '(?:it|them|anything|nothing|(?:my|the|any|a|our|your) (?:\\w+ )?(?:orders?|parcels?|packages?|refunds?|money|deliver(?:y|ies)|items?|goods|stuff|replacements?|things?|coffee|bags?|exchange))';
const EN_ABSENT = [
  "(?:n'?t|not|never|nothing|none|neither)\\b[^.!?;]{0,24}\\b(?:arriv\\w+|delivered|refund\\w*|ship(?:ped)?|sent|send|dispatched|posted|come|came|turned up|shown? up|showed up|here|heard|moved)",
  `(?:n'?t|not|never|yet to)\\b[^.!?;]{0,8}\\b(?:received?|got(?:ten)?|get|had|seen?) (?:back )?${EN_GOODS}`,
  "\\b(?:no|without|where(?:'?s| is| are)) (?:sign of )?(?:(?:my|the|any|a|our) )?(?:refund|money|parcel|package|delivery|order|replacement|goods|update|sign|movement)\\b",
  `\\bwait(?:ed|ing)\\b[^.!?;]{0,30}\\b(?:for|on) ${EN_GOODS}`,
  `\\bwait(?:ed|ing)\\b[^.!?;]{0,12}\\b${EN_LONG} (?:for|on) (?:my|the|a|our)\\b`,
  '\\bstill (?:nothing|no (?:refund|money|parcel|package|sign|order|delivery|replacement)|waiting|missing|pending)\\b',
].join('|');

const WAITED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(ZH_WAITED, 'u'),
  en: new RegExp(`\\b(?:${EN_WAITED})`, 'u'),
};
const ABSENT: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(`${ZH_ABSENT}|拖(?:了|着|到|延)|遥遥无期`, 'u'),
  en: new RegExp(EN_ABSENT, 'u'),
};
/** Imagines it, tells of another shop, or of the age of a child. */
const ELSEWHERE: Readonly<Record<Language, RegExp>> = {
  zh: /有一?家|去年|以前|上次|如果|要是|万一|假如|的话|会不会|一般|通常|别家|别的店|其他店|另一家|人家|(?:宝宝|孩子|娃|怀孕)[^,。!?]{0,6}(?:月|天|周)/u,
  en: /\b(?:if|in case|unless|suppose|what happens|usually|normally|typically|last time|other (?:shop|store|site|place|compan\w+)s?|another (?:shop|store|site|place|company)|elsewhere)\b/u,
};

const MONEY: Readonly<Record<Language, RegExp>> = { zh: /退|款|钱|到账/u, en: /\brefund\w*|\bmoney\b/iu };
/** What a page speaks of that tells what becomes of goods, or of money, that do not come in time. */
const SPOKEN_OF: Readonly<Record<Language, { readonly goods: RegExp; readonly money: RegExp }>> = {
  zh: {
    goods: /超过|超时|逾期|延误|延迟|延期|丢失|丢件|丢了|赔|补偿|(?:仍|还|一直)?(?:未|没)(?:有)?(?:收到|发货|更新)/u,
    money: /(?:未|没)(?:有)?到账|退款[^。;]{0,12}(?:超时|超过|逾期|延迟|没(?:有)?收到)/u,
  },
  en: {
    goods:
      /\b(?:late|later than|lost|delay\w*|overdue|missing|longer than|(?:not|n't|never) (?:been )?(?:arriv\w+|come|turned up|received|shown|got|delivered))\b/iu,
    money:
      /\brefund\b[^.;]{0,60}\b(?:late|delay\w*|longer than|overdue|(?:not|n't) (?:arrived|come|received|shown|got))\b/iu,
  },
};

/** Whether what would be answered speaks of that: how long refunds take is no answer to *it's been a month*. */
export function speaksOfDelay(answer: string, text: string, language: Language): boolean {
  const { goods, money } = SPOKEN_OF[language];
  return (MONEY[language].test(text) ? money : goods).test(answer);
}

/** Whether a text says that goods or money have not come for a week or longer. @param text in normal form */
export function complainsOfDelay(text: string, language: Language): boolean {
  return WAITED[language].test(text) && ABSENT[language].test(text) && !ELSEWHERE[language].test(text);
}
