import type { Language } from '../../domain/understanding.ts';
import { spokenOf } from './spoken-of.ts';

/*
 * Disappointment with what came, in calm words: not what the pictures show, not as good as hoped. Whether one may be disappointed, and
 * what becomes of goods that do not please, are questions. Run over text in normal form.
 */

const ZH_VERY = '(?:有点|有些|比较|很|好|太|挺|非常|真的?|蛮|略|略微|特别|相当|确实|实在|也)*';

const SAYS: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `(?<![没不免别])${ZH_VERY}失望`,
      '不(?:太|是很|怎么|大|够|算|咋|是特别|是太)?满意|不满意',
      '(?:跟|和|与|同)(?:你们?的?|店里的?)?(?:图片?|照片|描述|详情|介绍|想象|想的|直播|宣传|视频|页面)[^,。!?]{0,6}?(?:不(?:太|大)?(?:一样|符|同|像)|差(?:好多|很多|太多|太远|远|别|得多)|有出入|有差距)',
      '(?:没有?|不如|不像)(?:想象|图片|照片|描述|宣传|预期|想的|介绍)(?:中|里|上|得|的)*(?:那么|这么)?(?:好|大|厚|结实|漂亮|舒服|值|香|亮|$|[,。!\\s])',
      `(?:质量|做工|效果|手感|面料|材质)${ZH_VERY}(?:一般|不行|不好|差(?!不多|别|价)|粗糙|拉胯)`,
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      "\\b(?:not|isn'?t|wasn'?t|aren'?t|ain'?t|im not|never)(?: (?:at all|very|really|too|that|so|exactly|best|overly|particularly|all that|super))* (?:happy|pleased|impressed|satisfied|thrilled|chuffed)\\b",
      '\\b(?:un|dis)(?:happy|satisfied|pleased|impressed)\\b|\\b(?:unimpressed|underwhelm(?:ed|ing)|disappoint(?:ed|ing|ment))\\b|\\b(?:really |so |feel |feeling |felt |bit |been )let down\\b',
      "\\b(?:not|isn'?t|isnt|wasn'?t|aren'?t|arent) (?:at all |quite |really |exactly )?(?:what i (?:was )?(?:expect\\w*|hoped|hoping)|as (?:described|pictured|advertised|shown|expected|good as)|like (?:the|in the|your) (?:photos?|pics?|pictures?|website|description))",
      '\\b(?:nothing like|(?:very |so |totally |completely |really )?different (?:to|from|than)) (?:the |your )?(?:photos?|pics?|pictures?|images?|website|description|listing)\\b',
    ].join('|'),
    'u',
  ),
};
/** Asks, imagines or fears it, or is about something else than the goods. */
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /\?|[吗么嘛](?=[\s,。!~]|$)|如果|要是|万一|假如|的话|怕|担心|会不会|能不能|可不可以|有没有|怎么(?:办|处理|解决|退|换)|咋办|什么时候|多少钱|(?:不满意|失望)(?:可以|能|包|就|怎么|如何|了?退)|别让|不会|从不|没让|没有让|没货|缺货|下架|断货|没抢|抢不到|卖完|别家|别的店|上次|以前|之前/u,
  en: /\?|\b(?:if|in case|worried|afraid|would be|will i be|won'?t be|don'?t want to be|hope\w* (?:not|i)|can i|could i|do you|what (?:now|next|(?:do|should|can|happens|are)\b)|how (?:do|can|to)|sold out|out of stock|not disappointed|never disappoint\w*|last time|other (?:shop|store|site)s?|with (?:the|another|a different) (?:courier|driver))\b/u,
};

/** What a page speaks of that tells what to do about it. */
const SPOKEN_OF: Readonly<Record<Language, RegExp>> = {
  zh: /退货|退换|换货|色差|质量问题|不喜欢|不满意|无理由|投诉|不符|跟图片|和图片/u,
  en: /\b(?:returns?|returned|sent? (?:it|them|something|anything) back|exchanges?|quality|faulty|changed your mind|(?:not|n't) (?:happy|like it)|unhappy|complain\w*|colou?rs? (?:may |can )?(?:look|differ|vary))\b/iu,
};

/** Whether what would be answered speaks of that: a page on scents is no answer to *disappointed, it smells of nothing*. */
export const speaksOfDisappointment = spokenOf(SPOKEN_OF);

/** Whether a text says that what came disappoints. @param text in normal form */
export function isDisappointed(text: string, language: Language): boolean {
  return SAYS[language].test(text) && !NONE[language].test(text);
}
