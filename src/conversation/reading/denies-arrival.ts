import type { OrderStage } from '../../domain/shop.ts';
import type { Language } from '../../domain/understanding.ts';

/** Says that something is not there: 没收到, 还没到账, *never came*. */
const NOT_THERE: Readonly<Record<Language, RegExp>> = {
  zh: /(?:没有?|沒有?|未)(?:收到|收着|拿到|领到|取到|(?:见到|看到)(?!.{0,6}(?:入口|按钮|选项|链接|页面))|到(?!期|时间|货通知|[\d一二三七几])|退(?:回|到|款|给))|没见(?:着|到)|不见(?:了|踪影)|弄?丢了|根本没/u,
  en: /\b(?:not|never|n't|nt)\b(?: (?:yet|actually|really|even))? (?:here|there|come|came|got|get|gotten|received?|arrived?|shown up|show up)\b(?! (?:the |a |any |my )?(?:discount|coupon|code|points?|option|button))|\b(?:no|nothing) (?:package|parcel|money|refund|came|arrived|here|there)\b|\b(?:have|has|did|do|does|is|was)n'?t (?:\w+ )?(?:here|there|come|got|get|gotten|receive|received|arrive|arrived|shown? up)\b(?! (?:the |a |any |my )?(?:discount|coupon|code|points?|option|button))|\b(?:is|are|went|gone|goes) missing\b|\bmissing (?:parcel|package|order)\b|\bnowhere\b/iu,
};
/** Stages in which the shop's system says that it is there. */
const THERE: ReadonlySet<OrderStage> = new Set(['delivered', 'refunded']);

/**
 * Whether a message says that what the shop's system calls delivered, or paid back, is not there. Pure.
 * @param stages where the orders stand that were looked up
 */
export function deniesArrival(text: string, language: Language, stages: ReadonlySet<OrderStage>): boolean {
  return [...stages].some((stage) => THERE.has(stage)) && NOT_THERE[language].test(text);
}
