import type { Language } from '../../domain/understanding.ts';
import { spokenOf } from './spoken-of.ts';

/*
 * Reports that what came is not what was ordered, or not all of it, or came damaged: trouble with one's own goods, whatever they are.
 * Run over text in normal form.
 */

/** Ends a report that names what came: *ordered a jug and got it* names nothing. */
const EN_OTHER =
  '(?!(?:it|them|that|an?|the|my|some|this) ?(?:today|yesterday|on|in|this|last|quickly|fast|already|email|confirmation|discount|code|receipt|refund|message|text|free|$))(?!(?:no|nothing|told|charged|refunded|free|confirmation|love|happy|it|them|so|very|really|an email)\\b)';
const EN_CAME =
  "(?:got|received|(?:you|u|they)(?:'?ve| have)? (?:sent|gave|given|delivered|shipped)(?: me| us)?|was (?:sent|given)|been sent|ended up with)";
const EN_COUNT = '(?:one|two|three|half|1|2|3|4|5)';
const EN_BROKEN =
  '(?:broken|damaged|smashed|shattered|cracked|dented|scratched|torn|ripped|stained|dirty|empty|crushed|squashed|leaking|open|opened|used|dead|faulty|defective|chipped|bent|mouldy|moldy|stale|melted|soaked|ruined|incomplete|in (?:pieces|bits))';

const ZH_COUNTED = '(?:个|件|包|瓶|盒|袋|双|只|罐|箱|套|本|条|样|根|支|颗|片|块|张|把|枚|副|对|粒|卷|节|朵|顶|台|串)';
const ZH_PACKAGE = '(?:箱子?|盒子?|包装|包裹|外箱|纸箱|快递(?:盒|箱|袋)|袋子)';
const ZH_ARRIVED = '(?:收到|到手|拆开|打开|拿到|寄来|发来|送来|签收)';
const ZH_TROUBLE =
  '(?:是坏|坏了|是破|破了|破的|碎了|碎的|裂了|裂的|瘪了|漏了|压扁|变形|是空|有划痕|有污|脏的|用过|断了|断的|是断|湿了|湿的|是湿|个坑|有坑|磕(?:了|坏|掉|破)|有凹|凹了|凹进|缺了?角|掉漆|开线|开胶|个洞|有洞|有破)';

const REPORTED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      '(?:发|寄|送|给|配)错(?!人|群|消息|信息|地方|图|字|窗口)|错发了',
      `(?:少|漏)(?:发|寄|送|装|配)(?:了|我)|(?<!多退)少了(?:我)?(?:一|两|三|几|好几|\\d)?${ZH_COUNTED}`,
      `${ZH_ARRIVED}[^,。!?]{0,8}(?:缺|少)(?:了|一|两|几|个|件|配件)|(?:缺|少)了?(?:配件|零件)|缺件`,
      '(?:买|拍|订|要|选|定|下单)的(?:明明)?(?:是)?[^。!?]{1,14}(?:发|寄|送|给|收到|来|到手)(?:过来|给我|我|来)?的?(?:却|居然|竟然?|怎么)?(?:是|成了)(?!什么|哪|啥|不是|正品|新)',
      `(?:只|才|就)(?:收到|发了?|到了|来了|给了)(?:我)?(?:一|1|两|2|半)${ZH_COUNTED}`,
      `${ZH_ARRIVED}(?:的|了|就|时|后|一看)?[^,。!?]{0,8}${ZH_TROUBLE}`,
      `${ZH_PACKAGE}(?:里面?)?(?:都|也|全|已经|就)*(?:是)?(?:被)?(?:烂|破|压扁|压坏|湿|裂|碎|瘪|散架|散)(?:了|的|掉|开)`,
      `(?:东西|货|里面)(?:都|也|全)*(?:是)?(?:破|坏|碎|湿|烂|断|裂)(?:了|的)`,
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      '\\b(?:sent|delivered|gave|given|shipped|posted|got|received|have|had|been sent) (?:me |us )?(?:a |an |the |my )?(?:completely |totally |entirely )?(?:wrong|incorrect)\\b(?! (?:idea|impression|end|address|number|code|price|amount|email|link|password|message))',
      '\\b(?:wrong|incorrect) (?:\\w+ ){1,2}(?:in (?:my|the|this) (?:box|parcel|bag|order|package|delivery)|came|arrived|(?:was |were |got )?(?:sent|received|delivered)|turned up|showed up)\\b',
      "\\b(?:is|are|was|were|it'?s) (?:the |a )?wrong (?:size|colou?r|model|one|item|thing|flavou?r|grind|type|kind|shade|version)\\b",
      '\\b(?:received|got|sent me|given) (?:someone|somebody|another (?:person|customer)|other people)\\b',
      `\\b(?:ordered|paid for|bought|asked for)\\b[^.!?]{1,40}?\\b(?:and|but|yet|then)?,? ?(?:i |we |it |only |just )?${EN_CAME} ${EN_OTHER}\\w`,
      `\\b${EN_CAME}\\b[^.!?]{1,40}\\b(?:but|when|though|although|yet|and) (?:i|we)(?:'?d| had)? (?:actually |only |clearly |definitely )?(?:ordered|paid for|wanted|asked for|bought)\\b`,
      `\\b(?:${EN_CAME}|(?:box|parcel|bag|package|order|pack) (?:had|contained|came with))\\b[^.!?]{1,40}\\binstead\\b`,
      `\\b(?:only|just) (?:(?<!\\b(?:'ve|ive|have|has) (?:only|just) )got|received|came with|sent me|(?:${EN_COUNT}) (?:came|arrived|turned up|was in|were in))\\b(?: ${EN_COUNT}\\b)(?![^.!?]{0,16}\\bleft\\b)`,
      `\\b(?:you|u|they)(?:'?ve| have)? (?:sent|gave|shipped)(?: me| us)? ${EN_OTHER}[^.!?]{1,30}?,? (?:i|we)(?:'?d| had)? (?:actually |only |clearly |definitely )?(?:ordered|paid for|wanted|asked for|bought) (?!it|them|that|this|yesterday|today|last|on|online|from|through|via)\\w`,
      `\\bthere(?:'?s| is| are| was| were) only ${EN_COUNT}\\b[^.!?]{0,24}\\b(?:in (?:the|my) (?:box|parcel|bag|package|order|pack)|should (?:be|have been)|supposed to be)\\b`,
      '(?<!\\bis there )\\b(?:no|missing the|without the) (?:\\w+ ){1,3}in (?:the|my) (?:box|parcel|package|order|bag|delivery)\\b',
      '\\b(?:came|arrived|turned up) (?:with no|without) (?!any (?:problem|issue)|a (?:problem|hitch|scratch)|problem|issue|delay|warning|damage)\\w+',
      "\\b(?:it'?s|has|have|had|all) leaked\\b|\\bleaked (?:everywhere|all over|in the (?:box|post|parcel|package))",
      `\\b(?:only|just) ${EN_COUNT}\\b(?: \\w+){0,2} (?:came|arrived|turned up|in the (?:box|parcel|bag))\\b`,
      '\\bmissing from (?:my|the|our|this)\\b|\\b(?:my|the|our|this) (?:order|parcel|box|package|delivery|kit|set) (?:is|was|came|arrived|has|had) (?:\\w+ ){0,2}(?:missing|incomplete|short)\\b',
      "\\b(?:not|isn'?t|wasn'?t|aren'?t|weren'?t) what (?:i|we)(?:'?d| had)? (?:ordered|asked for|paid for|bought)\\b",
      `\\b(?:came|arrived|turned up|got here|(?:was|were) delivered|showed up)\\b(?: \\w+){0,2} (?:${EN_BROKEN}|soaking(?: wet)?|wet|sodden)\\b`,
      `\\b(?:received|got|sent me) (?:an? )?(?!empty|open|used|dead)${EN_BROKEN} (?!box|heart|sleep)\\w+`,
    ].join('|'),
    'u',
  ),
};
/** Imagines it, or names the customer's own mistake. */
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|怕|担心|的话|别家|别的店|不好意思|(?:我|自己)(?:下|填|写|拍|选|买)错/u,
  en: /\b(?:if|in case|unless|what happens|suppose|afraid|worried|other (?:shop|store|site|place)s?|another (?:shop|store|site|place)|i (?:have |'ve )?(?:ordered|picked|chose|bought|selected|entered) the wrong)\b/u,
};

/** What a page speaks of that tells what to do about it. */
const SPOKEN_OF: Readonly<Record<Language, RegExp>> = {
  zh: /[错漏少缺](?:了|发|件|寄|送|配)|发错|补(?:发|寄|件|送)|破损|损坏|坏(?:了|的|单|果)|碎|瑕疵|质量问题|不符|换货|退(?:货|换|款)|赔|售后|保修|质保/u,
  en: /\b(?:wrong|incorrect|damaged?|missing|faulty|fault|defect\w*|broken|breakages?|mistakes?|incomplete|returns?|exchanges?|refunds?|lost|replace\w*|warranty|guarantee)\b/iu,
};

/** Whether what would be answered speaks of that: a table of sizes is no answer to 买的是M码发来的是L码. */
export const speaksOfWrongGoods = spokenOf(SPOKEN_OF);

/** Whether a text reports trouble with goods that came to the customer. @param text in normal form */
export function reportsWrongGoods(text: string, language: Language): boolean {
  return REPORTED[language].test(text) && !NONE[language].test(text);
}
