import type { Language } from '../../domain/understanding.ts';

/** What may not have come as well, and is neither parcel nor money. */
const OTHER: Readonly<Record<Language, string>> = {
  zh: '(?!.{0,4}(?:短信|验证码|券|通知|消息|回复|发票|物流|信息|入口|按钮|选项|链接|页面))',
  en: String.raw`(?! (?:the |a |any |my |your )?(?:discount|coupon|code|points?|option|button|messages?|emails?|return)\b)`,
};
/** Says that something is not there: 没收到, 还没到账, *never came*. Not 有没有收到我的退货, which asks. */
const NOT_THERE: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    String.raw`(?<!有)(?:没有?|沒有?|未)(?:(?:收到|收着|拿到|领到|取到|送到|签收|见到|看到|人?给我)${OTHER.zh}|到(?!期|时间|货通知|店|付|保质|[\d一二三七几])|退(?:回|到|款(?!入口|按钮|选项|页面)))|没见(?:着|到)|不见(?:了|踪影)|(?:快递|包裹|件|货|东西|路上)(?:弄|给)?丢了|不是我签`,
    'u',
  ),
  en: new RegExp(
    String.raw`\b(?:never|not|(?:have|has|did|was|is|does)n'?t)(?: (?:yet|actually|really|even|still|ever))? (?:here(?! on)|come(?! with)|came|got(?:ten)?|get|rec(?:ei|ie|e)?ve?d?|arrived?|show(?:ed|n)? up)\b${OTHER.en}|\bdon'?t have (?:it|(?:the|my) (?:parcel|package|money|refund|order))\b|\b(?:no|nothing) (?:package|parcel|money|refund|came|arrived|here)\b|\b(?:is|are|went|gone|goes) missing\b(?! (?:an?|the|one|some)\b)|\bmissing (?:parcel|package|order)\b|\bnowhere\b`,
    'iu',
  ),
};

/** Whether a message says that what was to come, a parcel or money, is not there. Pure. */
export function deniesArrival(text: string, language: Language): boolean {
  return NOT_THERE[language].test(text);
}
