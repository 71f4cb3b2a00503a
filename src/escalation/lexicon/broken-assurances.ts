import type { Language } from '../../domain/understanding.ts';

/*
 * Disputes about what the shop's people, or its drivers, said or agreed to before, and is not held to now. No page says who is right. What they
 * said, told without a dispute, is a question's beginning: 客服说让我在这里查单号. Run over text in normal form.
 */

const ZH_STAFF =
  '(?:客服|店员|同事|售后|店长|导购|主播|销售|师傅|工作人员|(?:你们|那边)的?人)(?:小姐姐|小哥|人员|那边|他们?|之前|昨天|上次|明明|亲口|都|就|也|已经)*';
const ZH_ASSURED = '(?:说|答应|承诺|保证|告诉|讲|同意|让|推荐)';
/** Who only brings the parcel settles nothing but what is paid back. */
const ZH_DRIVER_ASSURED = '(?:快递|司机|小哥|配送)[^,。!?]{0,6}(?:说|答应|承诺)[^,。!?]{0,6}(?:退|赔|补|免)';

const EN_STAFF =
  '(?:(?:your|ur|the|another|one of your|a) (?:\\w+ )?(?:colleagues?|agents?|advis[oe]rs?|reps?|representatives?|assistants?|team|support|staff|drivers?|couriers?|fitters?|manager|sales ?\\w+|service))(?: (?:on|at|in|from) (?:the |your )?\\w+)?(?: \\w+)? (?:said|told|promised|assured|confirmed|agreed|says|recommended|advised)|(?:(?:your|ur) (?:\\w+ )?|the )(?:guy|lady|woman|man|person|people) (?:on|in|at|from) (?:the |your )?(?:chat|phone|shop|store|support|till|counter|call)(?: \\w+)? (?:said|told|promised|recommended|advised)|(?:customer service|support) (?:said|told|promised|confirmed|agreed)|(?:you|u|you guys|they)(?: \\w+)? (?:promised|told me|assured me|agreed to)|i was (?:told|promised|assured|advised)';
/** What is agreed upon. When a parcel comes is asked of whoever brings it. */
const EN_MATTER =
  /\b(?:refund\w*|replac\w*|free|discount|credit|compensat\w*|exchange|cover(?:ed)?|pay|return|cancel\w*|sizes?|fit|price|warranty|guarantee|voucher|no (?:charge|fee)|(?:send|give) me|money back|postage|would work|compatible|measure\w*)\b/u;

const ASSURED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `${ZH_STAFF}[^,。!?]{0,4}${ZH_ASSURED}|${ZH_DRIVER_ASSURED}|你们(?:之前|上次|昨天|当时)?(?:明明)?(?:答应|承诺)`,
    'u',
  ),
  en: new RegExp(`\\b(?:${EN_STAFF})\\b`, 'u'),
};
const DISPUTED: Readonly<Record<Language, RegExp>> = {
  zh: /怎么(?:又|就|现在|却|反而|变|算(?:我|是我|成)|成(?:了)?我|还要|还收|还(?:没|不)(?:给|退|补|赔|处理|解决|打款|联系)|不(?:认|给|退|补|赔|算))|(?:现在|又|却|结果|可是?|但是?)[^,。!?]{0,8}(?:不认|不给|不退|不赔|不补|不行|说不|说没|要(?:我)?(?:收|付|出|自己|钱)|收(?:我|费|钱|了)|没(?:有)?(?:给|退|补|赔))|不认(?:账|帐|了)|反悔|变卦|赖账|说话不算|两套说法|前后不一|凭(?:什么|啥)/u,
  en: /\b(?:but|and|yet|now|then|so why|why|however)\b[^.!?;]{0,36}\b(?:charged|charging|billed|refus\w+|den(?:y|ied|ying|ies)|(?:not|n'?t) (?:honou?r\w*|allowed|possible|free|refund\w*|get|got|getting|give|giving|do|doing|want|received?|seen?|happen\w*|fit|work|right)|no refund|nothing|never|say(?:s|ing)? (?:no|it'?s (?:not|my)|i (?:can'?t|have|need)|you (?:don'?t|can'?t|won'?t))|(?:have|has|need) to pay|my fault|different|something else|wrong)\b|\bbut\W*$|\bgoing back on\b|\bwon'?t honou?r\b/u,
};
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|别(?:到时|又)|评论|朋友|网上|别家|别的店/u,
  en: /\b(?:if (?!i'?m|the)|in case|friends?|reviews?|other (?:shop|store|site)s?|another (?:shop|store|site))\b/u,
};

/** Whether a text disputes what the shop's people said before. @param text in normal form */
export function disputesAssurance(text: string, language: Language): boolean {
  if (!ASSURED[language].test(text) || !DISPUTED[language].test(text) || NONE[language].test(text)) return false;
  return language === 'zh' || EN_MATTER.test(text);
}
