import type { Language } from '../../domain/understanding.ts';

/*
 * Appointments that the shop's people did not keep: somebody was to come, and the customer waited at home. When they come is a question, and a
 * parcel that is late had no appointment. Run over text in normal form.
 */

const ZH_WHEN =
  '(?:今天|今早|昨天|前天|上午|下午|早上|中午|晚上|周[一二三四五六日末天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|\\d{1,2}点|[一二两三四五六七八九十]+点|\\d{1,2}[号日])';
const ZH_THEY = '(?:师傅|安装(?:工|的)|工人|送货(?:员|的)|量尺的|维修(?:工|的)|工程师)';

const EN_THEY =
  '(?:he|she|(?:the|your|a) (?:\\w+ )?(?:fitters?|installers?|engineers?|drivers?|couriers?|deliver(?:y (?:guys?|man|men|team)|ers)|guys?|men|team|plumber|technicians?|workm[ae]n|repairman))';

/** Somebody was to come. */
const APPOINTED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `(?:说好|约好|约定|约了|约的|约在|预约|定好|讲好|答应|保证)[^,。!?]{0,6}${ZH_WHEN}|${ZH_WHEN}[^,。!?]{0,4}(?:约好|约了|预约)|(?:说|讲|通知|电话)(?:是|了|的|好)?${ZH_WHEN}[^,。!?]{0,6}(?:来|上门|装|安装|量|修)|等了?(?:我)?(?:都|快|整整)?(?:一|半|整|大半|一整)(?:个)?(?:天|上午|下午|早上)|白等|请(?:了)?(?:一|半)?天?假`,
    'u',
  ),
  en: /\b(?:supposed|meant|due|booked|scheduled|arranged) (?:to|for|in)\b|\bappointment\b|\b(?:you|they|u)(?: \w+)? (?:promised|said|told me)\b[^.!?;]{0,16}\b(?:today|yesterday|this (?:morning|afternoon)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|between|by \d+|at \d+)\b|\b(?:time|morning|afternoon|delivery|fitting|2 hour|two hour) slot\b|\bwait(?:ed|ing) (?:in |at home |around |here )*(?:all|the whole|half the|whole) (?:day|morning|afternoon)\b|\b(?:took|taken|booked|take) (?:the |a |half a )?(?:day|morning|afternoon) off\b|\b(?:stayed|been|sat) (?:in|home|at home|here)(?: waiting)? (?:all|the whole) (?:day|morning|afternoon)\b/u,
};
/** Nobody came. That nobody is at home to open is another matter. */
const NOBODY_CAME: Readonly<Record<Language, RegExp>> = {
  zh: /(?<!家|家里|家中|办公室|公司|小区|单位)(?:没(?:有)?|不见|无)(?:看?见|看到)?(?:一个)?人(?!在家|收|签|接|回|理|管|能|可以|手|说|告诉)|人影|人呢|没(?:有)?(?:来(?!电|货|得及|过货)|上门|见人|出现)|没等到人|放(?:我|了)*鸽子|爽约/u,
  en: new RegExp(
    `\\b(?:nobody|no[ -]?one|no-?body) (?:\\w+ )?(?:show(?:ed|n|s)|turn(?:ed|s)|c[oa]me|arrived|appeared|been)\\b|\\b${EN_THEY}(?: \\w+)? (?:didn'?t|never|hasn'?t|haven'?t|did not|has not|not) (?:even |bothered? to )?(?:show(?:ed|n)?|turn(?:ed)?|c[oa]me|arrived?|appear(?:ed)?|been)\\b|\\bno[- ]?shows?\\b|\\bstood (?:me|us) up\\b|\\bno (?:fitter|installer|engineer|driver|sign of (?:anyone|anybody|the (?:fitter|installer|engineer)))\\b`,
    'u',
  ),
};
/** Tells it in one word, or names who did not come on a day. */
const PLAIN: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `被(?:你们|师傅)?放(?:了)?鸽子|放(?:了)?我(?:们)?鸽子|${ZH_THEY}(?:又|一直|根本|到现在)+(?:也|都|还)*(?:是)?没(?:有)?(?:来|上门|到|出现|人影)|${ZH_THEY}(?:昨天|前天|周.|上午)(?:也|都|又)*没(?:有)?(?:来|上门|到|出现)`,
    'u',
  ),
  en: /\b(?:(?:your|the) (?:fitter|installer|engineer|driver|team|guys?|men)|you) (?:have |has )?(?:missed|broke|didn'?t keep|did not keep) (?:the|my|our|his|their) (?:\w+ )?(?:appointment|slot|visit)\b|\b(?:your|the) (?:fitter|installer|engineer|team|guys?|men)(?:'?s| is| was| has been| have been)? (?:a )?no[- ]?show\b/u,
};
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|怕|担心|的话|别家|别的店|(?:能|可以|可不可以|想|帮我)(?:改约|改时间|改期|预约)/u,
  en: /\b(?:if|in case|what happens|unless|worried|afraid|i (?:won'?t|will not|can'?t|wasn'?t|was not) be|nobody (?:is|will be|was) (?:in|home|at home)|no ?one (?:is|will be|was) (?:in|home|at home)|other (?:shop|store)|another (?:shop|store|compan\w+)|thank\w*)\b/u,
};

/** Whether a text reports an appointment that was not kept. @param text in normal form */
export function reportsMissedAppointment(text: string, language: Language): boolean {
  if (NONE[language].test(text)) return false;
  return PLAIN[language].test(text) || (APPOINTED[language].test(text) && NOBODY_CAME[language].test(text));
}
