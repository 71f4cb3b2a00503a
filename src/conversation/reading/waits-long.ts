import type { OrderStage } from '../../domain/shop.ts';
import type { Language } from '../../domain/understanding.ts';

/** Says how long something takes: 都一周了, 等了好几天, *been two weeks*. */
const LONG: Readonly<Record<Language, RegExp>> = {
  zh: /(?:\d|[一两二三四五六七八九十几半]|好几|多)个?(?:天|周|月|星期|礼拜|小时|钟头)(?:多|都)?(?:了|啦|还|没)|等(?:了|太|好|这么|那么|半天)|超时|超过.{0,6}(?:天|小时|周|时间)|(?:这么|那么|太|好)(?:久|慢)/u,
  en: /\bbeen (?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|forever|ages|so long|too long)\b|\b(?:waiting|waited) (?:for )?(?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|forever|ages|long)\b|\b(?:take|takes|taking|took) (?:so|too|this|that) long\b|\b(?:so|too|this) slow\b|\boverdue\b|\b(?:weeks?|months?) ago\b|\b(?:days?|weeks?|months?) (?:late|already|now)\b/iu,
};
/** Stages in which something is still to come. */
const UNDER_WAY: ReadonlySet<OrderStage> = new Set(['unshipped', 'under_way', 'refunding']);

/**
 * Whether a message says of an order from which something is still to come that it takes long. Pure.
 * @param stages where the orders stand that were looked up
 */
export function waitsLong(text: string, language: Language, stages: ReadonlySet<OrderStage>): boolean {
  return [...stages].some((stage) => UNDER_WAY.has(stage)) && LONG[language].test(text);
}
