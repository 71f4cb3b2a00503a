import type { Language } from '../../domain/understanding.ts';
import { spokenOf } from './spoken-of.ts';

/*
 * Requests for more time than the rules give, to return goods, change them or bring them back. Only the shop's people may grant it, unless
 * a page says that it is granted. Run over text in normal form.
 */

const ZH_MORE = '(?:延(?:长|期|后|迟|几|两|一|个)?|宽限|推迟|晚|迟|多(?:给|留|宽|放))';
const ZH_TIME = '(?:\\d+|[一两二三四五六七八九十几半])?个?(?:天|日|周|星期|礼拜|月)|一下|一点|点|些|时间|期限';
const ZH_BACK = '(?:退(?!款)|换货|归还|还(?:回|帐篷|装备|东西|给)|寄回)';
const ZH_ASKS = '(?:能不能|能否|可不可以|可以|可否|能|希望|想|麻烦|求|帮我?|申请)';

const EN_MORE = '(?:(?:a )?(?:few|couple(?: of)?|bit|little|some)|\\d+|one|two|three|another|extra|more)';
const EN_BACK = '(?:return\\w*|send(?:ing)? (?:it|them|this|these) back|exchange|bring (?:it|them) back)';

const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `${ZH_ASKS}[^,。!?]{0,6}${ZH_MORE}[^,。!?]{0,4}(?:${ZH_TIME})[^,。!?]{0,6}${ZH_BACK}`,
      `${ZH_BACK}[^,。!?]{0,8}${ZH_ASKS}[^,。!?]{0,6}${ZH_MORE}[^,。!?]{0,4}(?:${ZH_TIME})`,
      `(?:过|超)了?(?:退货|退换|无理由|售后)?(?:时间|期限?|期)[^。!?]{0,12}(?:能不能|可不可以|还能|还可以|能否)[^,。!?]{0,4}(?:再|还|给我|帮我)?${ZH_BACK}`,
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      `\\b(?:can|could|may|would|please|need|want|possible|any chance)\\b[^.!?]{0,30}\\b${EN_MORE} (?:more |extra )?(?:days?|weeks?|time|longer)\\b[^.!?]{0,16}\\b${EN_BACK}\\b`,
      `\\b(?:can|could|would|please|possible to|any chance)\\b[^.!?]{0,20}\\bexten(?:d|sion)\\b[^.!?]{0,20}\\b(?:return\\w*|refund|exchange|window|deadline|days)\\b`,
      `\\b(?:can|could|may|possible to|let me|okay to|ok to) (?:i |we |you )?(?:still )?${EN_BACK}(?: (?:it|them|this|these|something|my \\w+))?(?: (?:an? |one |two |\\d+ )?(?:bit|little|few days|days?|weeks?|couple of days))? (?:late|after the (?:deadline|\\d+ days|window)|past the (?:deadline|\\d+ days|window))\\b`,
      '\\b(?:can|could|would|will) you (?:still )?(?:accept|take)\\b[^.!?]{0,20}\\b(?:late|after the (?:deadline|\\d+ days)|past the)\\b',
    ].join('|'),
    'u',
  ),
};

/** What a page speaks of that tells whether more time is given. */
const SPOKEN_OF: Readonly<Record<Language, RegExp>> = {
  zh: /延(?:长|期|后|退)|宽限|顺延|逾期|晚(?:退|还)/u,
  en: /\b(?:exten(?:d\w*|sions?)|grace|late (?:returns?|exchanges?)|returned? late|more time)\b/iu,
};

/** Whether a text asks for more time than the rules give. @param text in normal form */
export function asksMoreTime(text: string, language: Language): boolean {
  return ASKS[language].test(text);
}

/** Whether what would be answered speaks of that: within how many days one may return is no answer. */
export const speaksOfMoreTime = spokenOf(SPOKEN_OF);
