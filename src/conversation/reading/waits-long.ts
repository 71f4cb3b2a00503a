import type { Language } from '../../domain/understanding.ts';

/** Says how long something takes: 都一周了, 等了好几天, *been two weeks*. Not 三天还是五天, which asks. */
const LONG: Readonly<Record<Language, RegExp>> = {
  zh: /(?:\d|[一两二三四五六七八九十几半]|好几|好些|多)个?多?(?:天|周|月|星期|礼拜|小时|钟头)(?:多|都)?(?:了|啦|还(?!是|可以|能)|没(?!理由))|等(?:了(?!解)|太|好(?=久|几|多)|这么|那么|半天)|超时|超过(?=\d+ ?个?(?:小时|天)|时间)|(?:这么|那么|太)(?:久|慢)|好(?:久|慢)(?!才|能|到)/u,
  en: /\bbeen (?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|forever|ages|so long|too long)\b|\b(?:waiting|waited) (?:for )?(?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|forever|ages|long)\b|\bwaiting since\b|\b(?:take|takes|taking|took) (?:so long|too long|this long|that long|forever|ages)\b|\b(?:so|too|this) slow\b|\boverdue\b|\b(?:weeks?|months?) ago\b|\b(?:days?|weeks?|months?) (?:late|already)\b|\bweeks? and (?:still|nothing)\b/iu,
};

/** Whether a message says that something takes long. Pure. */
export function waitsLong(text: string, language: Language): boolean {
  return LONG[language].test(text);
}
