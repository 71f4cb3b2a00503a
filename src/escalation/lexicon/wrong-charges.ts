import type { Language } from '../../domain/understanding.ts';
import { spokenOf } from './spoken-of.ts';

/*
 * Reports that the shop took money twice, too much of it, or without right, which nobody but its people can look into. They are told calmly, so that no
 * model of moods hears a need in them. Run over text in normal form.
 */

const EN_TWICE = '(?:twice|two times|2 times|2x|x2|three times|3 times|a second time|double)(?! (?:as|the|a|what))\\b';
const EN_CHARGED = '(?:charged|billed|debited|invoiced|deducted)';
const EN_MONEY = '(?:money|payments?|amount|funds|fee|postage|deposit)';
const EN_TOOK = '(?:taken|took|take|came|come|coming|gone|went|left|collected|made|processed)';
const EN_ENDED = '(?:cancell?ed|paused|skipped|stopped|ended|unsubscribed|opted out)';
const EN_SHOP_MAY =
  "\\b(?:will|would|do|does|can|could|might|may|won'?t|don'?t|not)\\b (?:(?:you|i|we|they|it|u|be|get|ever|my card|my account|want) ?){1,4}";

/** Asks whether it may happen, or wants it not to: no report. *Can you check if I was charged twice* is one. */
const SUPPOSED: Readonly<Record<Language, RegExp>> = {
  zh: /(?:(?<![怎咋]么?)会(?!员|费)不?会?|是否会|怕|担心|万一|如果|要是|假如|避免|防止|别|不要|不用)[^,。!?;]{0,10}(?:扣|付|收|支付|划|刷)[^,。!?;]{0,8}/gu,
  en: new RegExp(
    [
      `${EN_SHOP_MAY}(?:to be |be |get )?(?:charged?|billed?|debited?|take|taken|pay|paid)\\b[^.,!?;]{0,30}`,
      `(?<!\\b(?:check|see|know|me|sure|confirm|out) )\\bif\\b[^.,!?;]{0,25}\\b(?:charged?|billed|take|taken|paid|pay)\\b[^.,!?;]{0,30}`,
    ].join('|'),
    'gu',
  ),
};

const REPORTED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      '(?:扣|划|刷|扣款|扣费)了?(?:我|俺|咱)?(?:的)?(?:钱|款|费|卡)?了?(?:两|二|2|俩|三|3|好几)(?:次|笔|遍|回|份)',
      '收了?(?:我|俺)?(?:的)?(?:两|二|2|俩|三|3)(?:次|笔|遍|回|份)(?:钱|款|费|运费|邮费)|(?:费|钱|款)(?:被|又|给)?收了(?:我)?(?:两|二|2|俩|三|3)(?:次|笔|遍|回|份)',
      '(?:付|支付|付款)了(?:两|二|2|俩|三|3)(?:次|笔|遍|回|份)(?!定金)(?![^,。!?]{0,4}(?:失败|没成|不成|都没|还是))',
      '重复的?(?:扣|支付|付款|付了|付费|收费|收款|收了|收我|划)',
      '多(?:扣|收)(?:了|我|过)|(?:扣|收)(?:我)?多了|(?:双倍|双份)(?:扣|收|付)|(?:扣|收|付)了?(?:双份|双倍)',
      '(?:取消|退订|关闭|关掉|关了|解约|停用|没买|没下单|没订|没同意|没授权|未经|没经过)[^。!?]{0,12}(?:还|又|仍|却|就|被|照样|自动|偷偷|给我)+[^。!?]{0,4}(?:扣|划|收)(?:了|我|款|费|钱)(?![^,。!?]{0,3}[吗么不?])',
      '(?:乱|私自|偷偷|擅自|白白|莫名其妙|无缘无故|不明不白)(?:地|就|被|给|又)*(?:扣|划|收)(?:了|我|款|费|钱)',
      '(?:凭什么|为什么|干嘛|非要?|硬)[^,。!?]{0,4}扣(?:了|掉)?我|凭什么[^,。!?]{0,4}扣|扣(?:了|掉)我?\\d+[^。!?]{0,8}(?:非?说|理由)',
      '明明[^。!?]{0,12}扣(?:了|掉|我)(?![^,。!?]{0,4}[吗么])',
      '(?:两|二|2|俩|三|3)笔(?:一样的|相同的|同样的)?(?:扣款|付款|支付|账单|扣费|交易|钱)',
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      `\\b${EN_CHARGED}\\b[^.!?;]{0,40}\\b${EN_TWICE}`,
      `\\b${EN_MONEY}\\b[^.!?;]{0,30}\\b${EN_TOOK}\\b[^.!?;]{0,25}\\b${EN_TWICE}`,
      `\\b${EN_TOOK}\\b[^.!?;]{0,20}\\b${EN_MONEY}\\b[^.!?;]{0,25}\\b${EN_TWICE}`,
      `\\bpaid (?:it |for (?:it|this|that|the \\w+) )?${EN_TWICE}`,
      '\\b(?:double|doubly|duplicate[ds]?)[- ]?(?:charged?|charges|payments?|bill(?:ed|ing)|transactions?|debit(?:ed|s)?)\\b',
      '\\b(?:two|2|three|3) (?:\\w+ )?(?:payments|charges|debits|transactions)\\b[^.!?;]{0,40}\\b(?:one|1|same|single|card|statement|bank|account)\\b',
      '\\bcharged\\b[^.!?;]{0,20}\\bfor (?:two|2|three|3|both)\\b[^.!?;]{0,30}\\b(?:only|one|1)\\b',
      `\\b${EN_CHARGED}\\b[^.!?;]{0,60}\\b(?:i|we)(?:'?ve| have|'?d| had)? (?:already )?${EN_ENDED}\\b`,
      `\\b${EN_ENDED}\\b[^.!?;]{0,40}\\b(?:still|and|but|yet|anyway|kept)\\b[^.!?;]{0,20}(?:\\b(?:you|u|they|got|been|was|were|i'?m being)\\b[^.!?;]{0,12}\\b(?:charged|charging|charge me|billed|billing|debited|took|taken|taking)\\b)`,
      "\\b(?:you|u)(?:'?ve| have|'?ve just| just)? (?:took|taken) (?:\\w+ ){0,3}(?:out of|from|off) my (?:\\w+ )?(?:account|card|bank|paypal)\\b",
      '\\b(?:unauthori[sz]ed|unknown|unexpected) (?:\\w+ )?(?:charges?|payments?|transactions?|debits?)\\b',
      "\\b(?:charged|billed|debited|taken|took)\\b[^.!?;]{0,40}\\b(?:without (?:my |asking|permission|consent|telling)|i (?:never|didn'?t|did not|haven'?t) (?:order|buy|bought|want|ask|sign|agree|authori[sz]e|received?)\\w*)",
      "(?<!\\b(?:if|will|would|do|could|might|can)\\b[^.!?]{0,40})\\b(?:you|they|u)(?:'?ve| have| just)? (?:took|taken|knocked|docked|deducted|kept|withheld) (?:off |back )?(?:[£$€]? ?\\d+(?:\\.\\d+)?(?: ?(?:quid|pounds?|bucks|dollars|euros?))?|money|half|some|part)\\b[^.!?]{0,30}\\b(?:saying|claiming|because (?:you|they|u) (?:say|said|think|claim))\\b",
      `\\bover-?(?:charged|charging|billed)\\b|\\b(?:you|u|i was|i've been|been|got) ${EN_CHARGED} (?:me )?(?:too much|the wrong (?:amount|price)|more than)\\b`,
    ].join('|'),
    'u',
  ),
};

/** What an article speaks of that tells what to do about it. */
const SPOKEN_OF: Readonly<Record<Language, RegExp>> = {
  zh: /重复(?:扣|支付|付|收)|(?<!分)(?:两|多)次(?:扣|付)|(?:扣|付|支付)[^,，。]{0,4}(?:两|多)次|多(?:扣|收|付)|双份|两笔/u,
  en: /\b(?:twice|double|duplicate\w*|two (?:payments|charges)|over-?charged?)\b/iu,
};

/** Whether a text reports that money was taken twice, too much or without right. @param text in normal form */
export function reportsWrongCharge(text: string, language: Language): boolean {
  return REPORTED[language].test(text.replace(SUPPOSED[language], ' '));
}

/** Whether what would be answered speaks of that at all: when cards are charged is no answer to *charged twice*. */
export const speaksOfWrongCharge = spokenOf(SPOKEN_OF);
