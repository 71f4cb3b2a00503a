import type { Language } from '../../domain/understanding.ts';

/**
 * Questions about what becomes of a bad review or a complaint, or whom to complain to, which threaten nobody:
 * 给了差评会不会被报复, 12315是什么电话, *who do I complain to*; and lawyers who ask for goods. Fragments of regular expressions that
 * run over text in normal form.
 */

/** 不退款我就给差评 with a question behind it is a threat all the same. */
export const NO_ULTIMATUM = '(?<!(?:就|必须|只能|等着|小心|反手|信不信)[^,。!?]{0,4})';
const GRIEVANCE = `${NO_ULTIMATUM}(?:差评|负评|投诉|举报|一星)`;
/** 投诉你们有用吗 speaks to the shop, and a comma may end a threat that a question follows. */
const BETWEEN = '[^,。!?你]{0,8}';

/** Chinese questions about reviews, complaints and the police that threaten nobody: regular expressions over normal form. */
export const ZH_ASKED: readonly string[] = [
  // 给差评会不会让你们老实点 wants to see the shop squirm.
  `${GRIEVANCE}${BETWEEN}会不会(?!有?(?:让|叫|逼|使|你|快|老实))`,
  `${GRIEVANCE}[^,。!?你]{0,3},会不会被`,
  `${GRIEVANCE}${BETWEEN}(?:有没有用|有用[吗么嘛没]|管用[吗么嘛])`,
  `${GRIEVANCE}${BETWEEN}(?:会有人|被(?:人|商家|卖家|店家)?(?:报复|威胁|骚扰|删|处罚|封))[^,。!?你]{0,6}[吗么嘛?]`,
  '会不会有人[^,。!?你]{0,6}(?:差评|负评|投诉|举报|一星)',
  // 要是我给差评就怎么样 announces one; 如果我给差评你们怎么办 speaks to the shop.
  `(?:要是|如果|万一|假如|假设|听说|据说)[^,。!?不就]{0,6}${GRIEVANCE}${BETWEEN}(?:会(?:怎么?样|咋样|如何|被)|怎么办|有什么|[吗么嘛?]|会不会(?!有?(?:让|叫|逼|使|你|快|老实)))`,
  `${GRIEVANCE}(?:也|还|都|能|会|可以)*(?:给|送|有|发|领|得|返)?[^,。!?你]{0,3}(?:券|红包|返现|现金|奖|积分|优惠|礼)[^,。!?你]{0,3}[吗么嘛没吧?]`,
  // 给差评也返吗 asks for the reward for reviews.
  `${GRIEVANCE}(?:的话)?(?:也|还|都|照样|一样)(?:能|会|可以|算|是|有|给|要)*(?:返|给|领|送|得|参加|算)(?:钱|现|我)?[吗么嘛不没?]`,
  `${GRIEVANCE}${BETWEEN}(?:区别|差别|不同|后果)`,
  // 我是律师，你们等着 asks for nothing.
  '我(?:自己|本人)?就?是(?:一?[个名])?(?:律师|法官|警察|记者)[,\\s]*(?:你们?家?|店里)?(?:想|要|有|适合|推荐|能|可以|请问|平时|上班|买|穿|这[款件条双个])[^。!投告退赔骗法]{0,30}(?:[吗么嘛呢?]|什么|哪|推荐|适合)',
  // 12315是什么你们知道吧 is a threat.
  '(?<![\\da-z_])(?:12315|12345)(?:到底)?是(?:什么|谁|哪|啥)(?![^。!]{0,12}(?:你|知道|清楚|懂))',
];

/**
 * Asks how it is in another case, and nothing else: 不然会怎么样, *or else what*, *and if it was wechat*. *Or else* by itself threatens, and
 * so may any case in which the shop or the customer does something.
 */
export const ASKS_OTHER_CASE: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那|那么|可)?(?:要不然|不然|否则|要不)(?:的话)?(?:会|就|能|又|我|该|得)*(?:怎么?样|咋样|怎么办|咋办|如何|呢)[呢呀啊吗的了]*[?。!~ ]*$/u,
  en: /^(?:(?:and|so|but|ok|okay)[, ]+)?(?:(?:or else|or|otherwise|else|if not)[, ]+(?:what(?: then| now)?|what (?:happens|do i do|will happen|would happen|is it)(?: then)?)|(?:or )?(?:what )?if (?:it|its|it's|they|they're|the|that|this|she|he)\b(?:(?!\b(?:you|u|your?s?|i|i'\w+|we|we'\w+)\b)[^.!?;]){0,40})[ ?.!]*$/u,
};

/** What makes a demand, an alternative or an announcement of a question: will you refund me or do I leave a bad review? */
const ULTIMATUM =
  "\\b(?:or|unless|otherwise|before|until|about to|going to|gonna|have to|need to|must|should|i'?m|i am|i'?ll|i will|i'?ve)\\b|\\byou (?:want|prefer|deserve|like)\\b|\\b(?:make|get|wake|force|push|teach|help|convince) (?:you|your|me|my|a|an|the|some|this)\\b|\\bcomplain(?:ts?|ing)? (?:to|with|about you|against)\\b";
const ASKED_OF_SHOP =
  '(?:delete|remove|hide|read|see|check|publish|show|answer|reply to|respond to|block|ban|punish|retaliate|contact|call|mind|know)';
const WITHIN = `(?:(?!${ULTIMATUM})[^.!?;])`;

/** A grievance that is only imagined: leave a bad review, complain to the platform. */
const SUPPOSED =
  "(?:(?!\\b(?:or|unless|otherwise|before|until|have to|need to|must|should|not|don'?t)\\b)[^.!?;]){0,50}\\b(?:reviews?|ratings?|stars?|complain(?:ts?|ing)?)\\b(?:(?!\\b(?:or|unless|otherwise|finally|will|would|does|do|can|could|is|are|what)\\b)[^.!?;]){0,30}";
const DONE_TO_REVIEWS =
  '(?:delete|remove|hide|see|read|publish|show|block|ban|punish|retaliate|contact|call|mind|know|be (?:angry|mad|upset))';
const THEFT = '\\b(?:stolen|theft|thief|robbed|robbery|burglary|break-in)\\b';

/** The same in English. */
export const EN_ASKED: readonly string[] = [
  `(?<=^|[.!?;] ?)(?:(?:hi|hello|hey|so|and|but|just curious|quick question)[,: ]+)*(?:will|would|is|are|does|do|can|could)(?: (?!you\\b)| you (?:ever |guys |just )?(?=${ASKED_OF_SHOP}\\b))${WITHIN}{0,80}\\b(?:reviews?|ratings?|complain(?:ts?|ing)?)\\b${WITHIN}{0,80}(?:\\?|$)`,
  // Whom to complain to about this shop is another matter.
  `\\b(?:who|where|how)(?: exactly)? (?:do|can|could|should|would) (?:i|we|one) (?:go to )?(?:complain|(?:make|file|raise|submit|lodge|send) (?:a |my )?complaints?)\\b(?![^.!;]{0,40}\\b(?:your?|yourselves|u|this (?:shop|store|company|seller|service)|disgrace\\w*|ridiculous|joke)\\b)`,
  `\\bwhat (?:happens|would happen|will happen|if) (?:if |when )?i ${SUPPOSED}`,
  `\\b(?:if|when|suppose) i ${SUPPOSED}\\b(?:what (?:happens|would happen|will happen)|(?:will|would|does|do|can|could|is|are)\\b(?: (?!you\\b)| you (?:guys |just )?(?=${DONE_TO_REVIEWS}\\b)))${WITHIN}{0,60}(?:\\?|$)`,
  // The reward for a review, whatever it says.
  '\\b(?:can|do|will|would|could) (?:i|we|you) [^.!?;]{0,30}\\b(?:bad|negative|critical|honest|one[- ]star|1[- ]star) (?:reviews?|ratings?)\\b[^.!?;]{0,12}\\bstill (?:get|earn|receive|count|qualify|be paid)\\b[^.!?;]{0,30}',
  `\\b(?:heard|read)(?: that)?\\b${WITHIN}{0,40}\\b(?:reviews?|ratings?|complain(?:ts?|ing)?)\\b${WITHIN}{0,40}\\b(?:true|right|so|correct)\\b`,
  // Who was robbed asks this before anything else; without a theft, who asks it may be at the end of their patience.
  `${THEFT}[^!]{0,60}\\b(?:do|should|must) i (?:also |first |have to |need to )*(?:report (?:it|this|that) to|call|inform|tell|go to)(?: the)? police\\b`,
  `\\b(?:do|should|must) i (?:also |first |have to |need to )*report (?:the|this|a|my) (?:\\w+ )?(?:${THEFT}|loss)(?: \\w+)? to(?: the)? police\\b`,
  '^(?:and |so |then )?do i (?:also |first )?report it to(?: the)? police[ ?]*$',
  `\\b(?:i'?m|i am) (?:an? )?(?:lawyer|attorney|solicitor|barrister|judge|police officer|journalist),? (?:and |so )?(?:(?:do|can|would|could) you (?:guys )?(?:do|have|sell|make|offer|stock|carry|ship|deliver|recommend|suggest)|(?:is|are) there|which|looking for|i'?m looking for)\\b${WITHIN}{0,80}(?:\\?|$)`,
];
