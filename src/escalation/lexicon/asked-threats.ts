/**
 * Questions about what becomes of a bad review or a complaint, which threaten nobody: 给了差评会不会被报复, 12315是什么电话. Fragments
 * of regular expressions that run over text in normal form.
 */

/** 不退款我就给差评 with a question behind it is a threat all the same. */
const NO_ULTIMATUM = '(?<!(?:就|必须|只能|等着|小心|反手|信不信)[^,。!?]{0,4})';
const GRIEVANCE = `${NO_ULTIMATUM}(?:差评|负评|投诉|举报|一星)`;
/** 投诉你们有用吗 speaks to the shop, and a comma may end a threat that a question follows. */
const BETWEEN = '[^,。!?你]{0,8}';

export const ZH_ASKED: readonly string[] = [
  // 给差评会不会让你们老实点 wants to see the shop squirm.
  `${GRIEVANCE}${BETWEEN}会不会(?!有?(?:让|叫|逼|使|你|快|老实))`,
  `${GRIEVANCE}[^,。!?你]{0,3},会不会被`,
  `${GRIEVANCE}${BETWEEN}(?:有没有用|有用[吗么嘛没]|管用[吗么嘛])`,
  `${GRIEVANCE}${BETWEEN}(?:会有人|被(?:人|商家|卖家|店家)?(?:报复|威胁|骚扰|删|处罚|封))[^,。!?你]{0,6}[吗么嘛?]`,
  '会不会有人[^,。!?你]{0,6}(?:差评|负评|投诉|举报|一星)',
  // 12315是什么你们知道吧 is a threat.
  '(?<![\\da-z_])(?:12315|12345)(?:到底)?是(?:什么|谁|哪|啥)(?![^。!]{0,12}(?:你|知道|清楚|懂))',
];

/** What makes a demand, an alternative or an announcement of a question: will you refund me or do I leave a bad review? */
const ULTIMATUM =
  "\\b(?:or|unless|otherwise|before|until|about to|going to|gonna|have to|need to|must|should|i'?m|i am|i'?ll|i will|i'?ve)\\b|\\byou (?:want|prefer|deserve|like)\\b|\\b(?:make|get|wake|force|push|teach|help|convince) (?:you|your|me|my|a|an|the|some|this)\\b|\\bcomplain(?:ts?|ing)? (?:to|with|about you|against)\\b";
const ASKED_OF_SHOP =
  '(?:delete|remove|hide|read|see|check|publish|show|answer|reply to|respond to|block|ban|punish|retaliate|contact|call|mind|know)';
const WITHIN = `(?:(?!${ULTIMATUM})[^.!?;])`;

export const EN_ASKED: readonly string[] = [
  `(?<=^|[.!?;] ?)(?:(?:hi|hello|hey|so|and|but|just curious|quick question)[,: ]+)*(?:will|would|is|are|does|do|can|could)(?: (?!you\\b)| you (?:ever |guys |just )?(?=${ASKED_OF_SHOP}\\b))${WITHIN}{0,80}\\b(?:reviews?|ratings?|complain(?:ts?|ing)?)\\b${WITHIN}{0,80}(?:\\?|$)`,
];
