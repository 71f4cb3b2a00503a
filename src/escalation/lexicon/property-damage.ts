import type { Language } from '../../domain/understanding.ts';
import { spokenOf } from './spoken-of.ts';

/*
 * Damage that the goods, the courier or the fitter did to what else the customer owns, for which no page says who pays. What becomes of goods
 * that come broken is another matter. Run over text in normal form.
 */

/** What a home is made of: nobody sends it by parcel, so that whoever comes to the door has damaged it. */
const ZH_HOME =
  '(?:地板|地砖|地面|瓷砖|墙(?!纸贴|贴)|墙面|墙皮|墙壁|门框|防盗门|大门|房门|玻璃门|窗户|窗玻璃|栏杆|电梯|楼道|楼梯|天花板|吊顶|水管|(?<!玩具|推|童|婴儿|单|自行)车(?!厘)|花园|院子|围栏|台面|灶台)';
const ZH_BELONGINGS = `(?:${ZH_HOME}|沙发|茶几|桌子?|柜子?|家具|电视|冰箱|洗衣机|手机|电脑|花盆|花瓶|衣服|衬衫|衬衣|裤子|裙子|外套|毛衣|T恤|t恤|床单|被子|被套|地毯|包(?!裹|装|邮|子)包?|鞋子?|毛巾|内衣)`;
const ZH_DID = '(?:砸|刮|划|撞|碰|磕|弄|搞|踩|蹭|压|烫|烧|染|泡|淹|腐蚀|钩|勾|拆|钻|滴|漏)';
const ZH_DONE = '(?:了|坏|破|碎|烂|出|花|掉|脏|伤|穿|塌|裂|湿|色|红|黑|黄|得|一个|个|成|透)';
const ZH_MINE =
  '(?:我|我们|俺|咱)(?:家|们家|妈家|爸家)?(?:里|的|新|刚|买的|那|件|条|一|两|几|好几|个|张|面|台|辆|双|缸|桶|盆|白|整|木|实木)*';
const ZH_THEY =
  '(?:师傅|快递(?:员|小哥)?|送货(?:员|的|工)|安装(?:工|的|师傅|队)?|工人|配送员?|司机|搬运工?|你们的?人|装[^,。!?]{1,4}的)';

const EN_BELONGINGS =
  '(?:floor(?:ing|boards?)?|walls?|wallpaper|doors?|door ?(?:frame|bell|step|way)|gates?|fence|windows?|pane|greenhouse|carpets?|rugs?|ceiling|tiles?|stair(?:s|case)?|banisters?|car|van|bike|drive(?:way)?|lawn|garden|plants?|flower ?(?:pots?|beds?)|pots?|shed|porch|furniture|sofa|couch|table|worktop|counter(?:top)?|sideboard|cupboard|lamp|tv|laptop|phone|shirts?|dress|coat|jacket|jeans|trousers|tops?|blouse|jumper|clothes|washing|laundry|sheets|towels|bedding|duvet|handbag|shoes|mattress|paint(?:work)?|plaster|skirting(?: boards?)?|bath|sink|letter ?box|mail ?box|property)';
const EN_DAMAGED =
  '(?:smash(?:ed|ing)|broke|broken|scratch(?:ed|ing)|scrap(?:ed|ing)|dent(?:ed|ing)|crack(?:ed|ing)|damag(?:ed|ing)|ruin(?:ed|ing)|stain(?:ed|ing)|wreck(?:ed|ing)|destroy(?:ed|ing)|chipp(?:ed|ing)|goug(?:ed|ing)|knock(?:ed|ing) (?:over|down)|scuff(?:ed|ing)|crush(?:ed|ing)|flood(?:ed|ing)|burnt|burned|bleached|dyed|tore|ripped|marked|bumped|(?:drove|drilled|crashed) (?:over|into|through)|(?:put|left|made) (?:a |an |some )?(?:\\w+ )?(?:holes?|dents?|scratch(?:es)?|marks?|stains?) (?:in|on|all over)|leaked (?:all over|on|onto|over|into|through)|dripped (?:all over|on|onto))';
const EN_MY = "(?:my|our|mum'?s|my \\w+'?s) (?:\\w+ ){0,3}";
const EN_CAUSE =
  '(?:your|the|ur) (?:\\w+ ){0,2}(?:driver|courier|fitter|installer|delivery (?:man|men|guys?|people|team|driver)|men|guys?|team|engineer|workmen|dye|colou?r|parcel|van)\\b|\\b(?:it|which|that) leaked\\b|\\bcolou?rs? (?:ran|bled)\\b|\\bdye (?:ran|bled|came)\\b';

const REPORTED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `(?:把|给|将)${ZH_MINE}${ZH_BELONGINGS}[^,。!?]{0,5}?(?:都|全|也|给|就)*${ZH_DID}${ZH_DONE}`,
      `${ZH_MINE}${ZH_BELONGINGS}[^,。!?]{0,3}(?:被|让)(?:你们?|他们?|它|${ZH_THEY})[^,。!?]{0,8}${ZH_DID}${ZH_DONE}`,
      `${ZH_THEY}[^,。!?]{0,14}${ZH_DID}${ZH_DONE}[^,。!?]{0,6}${ZH_HOME}`,
      `${ZH_THEY}[^,。!?]{0,8}(?:把|将|给)[^,。!?]{0,6}${ZH_HOME}[^,。!?]{0,4}${ZH_DID}${ZH_DONE}`,
      `${ZH_HOME}[^,。!?]{0,4}(?:被|让)(?:你们?|他们?|${ZH_THEY})[^,。!?]{0,8}${ZH_DID}${ZH_DONE}`,
      `${ZH_DID}(?:坏|花|脏|破|湿|红|黑|黄)?(?:了|到了?)${ZH_MINE}${ZH_BELONGINGS}`,
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      `(?<!\\b(?:i|i'?ve|i'?d|we|accidentally|have|had) (?:just |accidentally |also )?)\\b${EN_DAMAGED} (?:all |over |up |into |through )*${EN_MY}${EN_BELONGINGS}\\b`,
      `\\b${EN_MY}${EN_BELONGINGS} (?:is|was|are|were|got|has been|have been)(?: \\w+)? ${EN_DAMAGED} by (?:your|the|ur)\\b`,
      `(?:${EN_CAUSE})[^!?]{0,50}\\b${EN_MY}${EN_BELONGINGS} (?:is|was|are|were|got|has been)(?: \\w+)? ${EN_DAMAGED}`,
      `(?:${EN_CAUSE})[^.!?]{0,30}\\b${EN_DAMAGED} (?:the|a|one of (?:my|our|the)) (?:\\w+ ){0,2}(?:wall|floor|door|door ?frame|gate|fence|window|ceiling|stairs?|banister|tiles?|carpet|car)\\b`,
    ].join('|'),
    'u',
  ),
};
/** Fears or imagines it, or tells of what the customer's own household did. */
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|会把|怕|担心|容易|防止|避免|不会|别把|小心|的话|别家|别的店|(?:我|自己|不小心)(?:自己|不小心)?(?:把|给)|猫|狗|孩子|娃|宝宝|儿子|女儿|弟弟|妹妹|老公|老婆|邻居|前任|搬家公司/u,
  en: /\b(?:if|in case|what happens|worried|afraid|will it|would it|does it|can it|could it|might|so (?:it|that it) doesn'?t|without|prevent|avoid|stop it|someone|somebody|my (?:\w+ )?(?:ex|dog|cat|puppy|son|daughter|kids?|children|husband|wife|toddler|neighbou?r)s?|other (?:shop|store)|another (?:shop|store|compan\w+))\b/u,
};

/** Asks who pays for a belonging, which is the shop's matter only after a report of what happened to it. */
const ASKS_PAYMENT: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `${ZH_BELONGINGS}[^,。!?]{0,8}(?:赔吗|赔么|赔不赔|怎么赔|咋赔|谁赔|赔多少|赔我|给赔|能赔|赔偿|管不管|谁负责|怎么算)|赔(?:不赔)?(?:我)?(?:的|一件|一条|一双|件|条|双)*${ZH_BELONGINGS}`,
    'u',
  ),
  en: new RegExp(
    `\\b(?:pay(?:ing)?|cover(?:ing)?|replac(?:e|ing)|compensat\\w+|reimburs\\w+|refund(?:ing)?)\\b[^.!?]{0,16}\\b${EN_MY}${EN_BELONGINGS}\\b|\\bwhat about ${EN_MY}${EN_BELONGINGS}\\b|\\bwho(?:'?s| is| will|'ll)? (?:be )?pay(?:s|ing)?\\b[^.!?]{0,16}\\bmy\\b`,
    'u',
  ),
};

/** People did it, or somebody is to pay: a page on goods that stain is no answer. */
const BY_PEOPLE: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(`${ZH_THEY}|你们的人`, 'u'),
  en: /\b(?:drivers?|couriers?|fitters?|installers?|engineers?|workm[ae]n|deliver(?:y|ies) (?:man|men|guys?|people|team)|(?:your|the|ur) (?:guys?|men|man|team)|dpd|evri|hermes|ups|dhl|fedex|royal mail)\b/u,
};
const DEMANDS: Readonly<Record<Language, RegExp>> = {
  zh: /赔|谁(?:出|付|负责|管)|负责|出钱|算谁|你们(?:出|管|看)|怎么算|报销/u,
  en: /\b(?:pay(?:s|ing)?|compensat\w*|reimburs\w*|cover(?:ing|s)?|bill|liable|responsible|cost(?:s)?|refund)\b/u,
};
/** Asks what to do about it, or what to buy. */
const ASKS_REMEDY: Readonly<Record<Language, RegExp>> = {
  zh: /咋(?:弄|洗|办)|怎么(?:弄|洗|去|擦|清|修|办)|洗得掉|能洗掉|有配件|哪款|修补/u,
  en: /\b(?:which|what) (?:one|can|should|do|of)\b|\bgot (?:something|anything)\b|\b(?:can|could) (?:it|this|that|i|\w+) (?:be )?(?:fix(?:ed)?|clean(?:ed)?|repair(?:ed)?|get)\b|\bhow (?:do|can) i\b|\bdo you (?:sell|have|stock)\b|\brecommend\b/u,
};
/** What a page speaks of that tells what becomes of it. */
const SPOKEN_OF: Readonly<Record<Language, RegExp>> = {
  zh: /染|掉色|串色|浮色|褪色|划伤|刮花|烫|渗|赔/u,
  en: /\b(?:dye\w*|bleed\w*|colou?rs? (?:run|transfer)|stain\w*|scratch\w*|mark(?:s|ed)?|leak\w*)\b/iu,
};

/** Whether a text reports such damage, and does not only ask what helps against it. @param text in normal form */
export function reportsPropertyDamage(text: string, language: Language): boolean {
  if (!REPORTED[language].test(text) || NONE[language].test(text)) return false;
  return isBlaming(text, language) || !ASKS_REMEDY[language].test(text);
}

/** Whether a text reports damage that people did or somebody is to pay for. @param text in normal form */
export function blamesForDamage(text: string, language: Language): boolean {
  return reportsPropertyDamage(text, language) && isBlaming(text, language);
}

function isBlaming(text: string, language: Language): boolean {
  return BY_PEOPLE[language].test(text) || DEMANDS[language].test(text);
}

/** Whether what would be answered speaks of goods that damage others: a page on a colour that runs answers 把我衬衫染了. */
export const speaksOfDamage = spokenOf(SPOKEN_OF);

/** Whether a text asks the shop to pay for a belonging. @param text in normal form */
export function asksPaymentForBelongings(text: string, language: Language): boolean {
  return ASKS_PAYMENT[language].test(text);
}
