import type { Language } from '../../domain/understanding.ts';

/*
 * Reports that the shop has made a mistake again, which a page on such mistakes has not prevented. What went wrong by the customer's own hand
 * is none. Run over text in normal form.
 */

const ZH_NTH = '第(?:[二三四五六七八两]|[2-9])(?:次|回)';
const ZH_FAULT =
  '(?:(?:发|寄|送|给|拿|配|弄|搞)错(?!人|群|消息|信息|地方|图|字|窗口|地址)|错发|漏发|少发|少寄|少送|少给|发漏|少了|丢件|丢了|弄丢|坏的|碎了|碎的|破的|次品|没(?:有)?(?:发货|收到|到货|送到)|延误)';
/** Nothing in between that denies or imagines it: 又不会坏了, 又漂亮又没坏的. */
const ZH_BETWEEN = '[^,。!?会怕不没我]{0,8}';
const ZH_REPEATED = [
  `(?:(?<![^,。!? ]又[^,。!?]{0,6})又|再次|一再|接连|老是|总是|每次都?|回回都?|次次都?|${ZH_NTH})(?:给我|把我)?${ZH_BETWEEN}${ZH_FAULT}`,
  `${ZH_FAULT}[^。!?会]{0,8}${ZH_NTH}了?`,
  `(?:[两三四五六2-9]|好几)(?:次|回)(?:了)?[,\\s]*(?:都|全|还|还是|结果)(?:是|给我)*${ZH_FAULT}`,
];

const EN_NTH = '(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th|nth)';
const EN_FAULT =
  "(?:\\b(?<!\\b(?:not|never|too|isn'?t|nothing) )(?:wrong(?! (?:address|password|passcode|code|pin|number|email|card|button|way|page|link|person|chat|idea)\\b)|broken|damaged|smashed|cracked|faulty|defective|missing|stale|mouldy|moldy|messed up|screwed up|lost(?! the\\b)|late\\b|delayed|incomplete|incorrect|a mistake|not what i ordered)|(?:not|never|n'?t) (?:been )?(?:arrived?|delivered|turned up|shown up|come|received))";
const EN_REPEATED = [
  `\\b${EN_NTH} time\\b[^.!?]{0,60}\\b${EN_FAULT}`,
  `${EN_FAULT}[^.!?]{0,40}\\b(?:(?:for )?(?:the |a )${EN_NTH} time|twice (?:now|already|in a row)|every (?:single )?time|yet again|once again|(?:two|three|four|five|\\d) times (?:now|already|in a row))\\b`,
  `${EN_FAULT}[^.,!?]{0,24},? ?\\bagain\\b`,
  `\\b(?:yet |once )?again\\b[^.!?]{0,20}\\b(?:you|the|my|it'?s?|i (?:got|received)|another)\\b[^.!?]{0,24}${EN_FAULT}`,
  `\\banother ${EN_FAULT}`,
  `\\byou(?:'?ve)? (?:forgot\\w*|charged|billed)\\b[^.!?]{0,30}\\bagain\\b`,
  `\\byou(?:'?ve)? (?:sent|delivered|forgot\\w*|charged|billed)\\b[^.!?]{0,40}\\b${EN_NTH} time\\b`,
  '\\byou(?: guys| people)? (?:keep|always|constantly) (?:on )?(?:send(?:ing)?|gett?(?:ing)?|mess(?:ing)?|forgett?(?:ing)?|los(?:e|ing)|screw(?:ing)?|mix(?:ing)?|charg(?:e|ing)|deliver(?:ing)?|ship(?:ping)?)\\b[^.!?]{0,24}\\b(?:wrong|broken|damaged|up|out|late|missing|my|me|it|faulty)\\b',
];

/** Says in passing that it is at least the third time, which nobody counts of what goes well, but for customers who praise. */
const PASSING: Readonly<Record<Language, RegExp>> = {
  zh: /(?:^|[\s,。!?])(?:这|那|都|已经|已|算上这次|加这次|就|可|是)*第(?:[三四五六七八]|[3-8])(?:次|回)了(?:啊|呀|吧|都|!|哦|诶|喂)*(?=$|[\s,。!?])/u,
  en: /(?:^|[,.!?;] ?|\b(?:and|so|but) )(?:(?:this|that|it)(?:'?s| is| was| makes) (?:it )?|thats )?(?:now |already )?(?:the |my )?(?:third|3rd|fourth|4th|fifth|5th|sixth|6th) (?:\w+ )?time (?:now|already|running|in a row|this (?:week|month|year))(?=$|[,.!?]| (?:and|so|sort|please|what|why|how|i'?ve|i'?m|you)\b)|^(?:this is |that'?s |it'?s )?(?:now |already )?(?:the )?(?:third|3rd|fourth|4th|fifth|5th) (?:bloody |damn |flipping )?time[.!? ]*$/u,
};
/** Counts orders or use, or is pleased. */
const PRAISES: Readonly<Record<Language, RegExp>> = {
  zh: /(?<!不)(?:回购|复购|喜欢|每月|每周|订阅|支持|好评|满意|好吃|好喝|好用|好穿|舒服|信任|推荐|谢|放心)|买|下单|光顾|来你家|拍了|洗|试|用了|喝|穿/u,
  en: /\b(?:order(?:ing|ed)|buy(?:ing)?|bought|purchas\w+|shopping|love|loving|great|happy|favou?rites?|thank\w*|perfect|brilliant|wash(?:ed|ing)|us(?:ed|ing)|charm|customer)\b/u,
};

const REPEATED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(ZH_REPEATED.join('|'), 'u'),
  en: new RegExp(EN_REPEATED.join('|'), 'u'),
};
/** Fears or imagines it, asks whether it may be, or names the customer's own mistake. */
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|怕|担心|会不会|避免|防止|别(?:再|又)*[发寄送]|不好意思|抱歉|别家|别的店|(?:我|自己)(?:又|再次|第.次)?(?:下|填|写|拍|选|买|打|输)错/u,
  en: /^(?:how|can|could|will|would|do|does|is there|are there)\b|\b(?:if|in case|unless|what happens|afraid|worried|don'?t want|avoid|prevent|hope|sorry|other (?:shop|store|site|place)s?|another (?:shop|store|site|place)|third time lucky|i(?:'ve|'d| have| had)? (?:put|got the \w+ wrong|ordered the wrong)|i (?:picked|chose|entered|typed|selected|lost|broke) )/u,
};

/** Whether a text reports that the shop has made a mistake again. @param text in normal form */
export function reportsRepeatedFault(text: string, language: Language): boolean {
  if (NONE[language].test(text)) return false;
  return REPEATED[language].test(text) || (PASSING[language].test(text) && !PRAISES[language].test(text));
}
