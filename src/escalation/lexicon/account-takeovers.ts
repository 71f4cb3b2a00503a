import type { Language } from '../../domain/understanding.ts';

/*
 * Reports that somebody else is in the customer's account, or ordered with it. Every minute counts, and only the shop's people can stop the
 * order. How to change a password, and how safe accounts are, are questions. Run over text in normal form.
 */

const ZH_ACCOUNT = '(?:账号|帐号|账户|帐户|会员号|登录名)';
const ZH_STRANGER = '(?:有人|别人|他人|陌生人|不知道谁|不知道是谁|谁|黑客)';

const EN_ACCOUNT = '(?:accounts?|login|log-?in|profile|password|e-?mail|details|address|card)';
const EN_STRANGER = '(?:someone|somebody|some1|a stranger|strangers|hackers?|another person|some random)';
const EN_NOT_ME = "(?:(?:was|is|were)(?: definitely)?(?:n'?t| not)) (?:me\\b(?! who)|mine\\b|by me\\b)";
const EN_NEVER_MADE =
  "\\bi (?:never|didn'?t|did not|haven'?t|have not|hadn'?t) (?:even )?(?:placed?|made?|make|authori[sz]ed?)";

const REPORTED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `${ZH_ACCOUNT}[^,。!?]{0,8}(?:被盗|被黑|被偷|被(?:人|别人|他人|陌生人|谁)(?:给)?(?:盗|黑|登|冒用|改|用|动)|异地登[录陆]|在(?:别处|外地|别的地方)登)|盗了我的?(?:号|${ZH_ACCOUNT})|我的?号被(?:人)?(?:盗|黑)`,
      `${ZH_STRANGER}(?:好像|偷偷|擅自|在|又|把)*(?:登[录陆]?|盗用?|黑|冒用|动|改|用|进)(?:了|过|上|着)?我(?:的|这个|这里的)?(?:${ZH_ACCOUNT}|号|密码|手机号|地址|收货地址)`,
      `${ZH_STRANGER}[^,。!?能可会帮]{0,4}用我的?(?:号|${ZH_ACCOUNT}|名字|卡)[^,。!?]{0,4}(?:下单|下了|买了|拍了)`,
      '(?:密码|地址|手机号|绑定的?手机|邮箱)[^,。!?]{0,4}(?:被|让|给)(?:人|别人|他人|陌生人)(?:偷偷|给)?(?:改|换)',
      '(?:没|没有)(?:下|拍|订)过?(?:这|那|这么)(?:个|笔|一|几|张|些)*(?:单|订单)',
      '(?:单|订单|这笔)[^,。!?]{0,8}(?:不|并不|根本不|又不)是(?:我|本人)(?:自己)?(?:下|拍|买|点|操作|订)的(?!那|这)|不是(?:我|本人)(?:自己)?(?:下|拍)的?(?:订?单)',
      '(?:多了|多出|冒出|出现|凭空有)[^,。!?]{0,6}(?:陌生|不认识|没下过|没买过|没拍过)的?(?:订单|单)?|(?:订单|单子?)[^,。!?]{0,10}(?:我|本人)(?:根本|从来|压根|就|都|也)*没(?:下|拍)过',
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      `\\b(?:my|our) (?:\\w+ ){0,2}(?:accounts?|log-?in|profile|password|e-?mail)\\b[^.!?;]{0,16}\\b(?:hacked|hijacked|compromised|breached|broken into|stolen|taken over|hacked into)\\b`,
      `\\b(?:i|we)(?:'?ve| have)? (?:been|got|was|were) hacked\\b|\\bhacked (?:into )?(?:my|our) ${EN_ACCOUNT}`,
      `\\b${EN_STRANGER}(?: else| has| have| is| must have| just| keeps| was| been|'s)* (?:got(?:ten)? into|getting into|log(?:ged|ging) (?:in ?to|on to|in on)|broken? into|broke into|access(?:ed|ing)|us(?:ed|ing)|hacked|chang(?:ed|ing)|in|took over|taken over|stole|stolen) (?:my|our) (?:\\w+ )?${EN_ACCOUNT}\\b`,
      `\\b${EN_STRANGER}(?: else| has| have| just)* (?:ordered|bought|placed an order|made an order|ordering|buying)\\b[^.!?;]{0,24}\\b(?:on|from|with|using|through|in) my (?:account|name|card|login)\\b`,
      `${EN_NEVER_MADE} (?:this|that|these|those)(?: \\w+)? (?:orders?|purchases?)\\b`,
      `\\borders?\\b[^!?]{0,80}(?:${EN_NEVER_MADE}\\b(?! (?:a|any|an|the) )|\\bi (?:don'?t|do not|didn'?t) recogni[sz]e\\b)`,
      "\\bconfirmation\\b[^.!?]{0,20}\\bfor (?:something|an order|stuff|things|a \\w+) (?:that )?i (?:never|didn'?t|did not) (?:order|buy|bought|ordered|place|make)",
      `\\b(?:orders?|purchases?|log-?ins?|sign-?ins?)\\b[^!?]{0,90}\\b${EN_NOT_ME}`,
      '\\b(?:unauthori[sz]ed|suspicious|strange|unknown) (?:orders?|log-?ins?|sign-?ins?|access|purchases?|activity)\\b',
    ].join('|'),
    'u',
  ),
};
/** Asks how safe accounts are, imagines it, or tells of another shop. */
const NONE: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|怕|担心|会不会|(?<!怎么)会被|容易|防止|避免|怎么防|如何防|听说|新闻|以前|别家|别的店|其他平台|安全吗/u,
  en: /^(?:can|could|will|would|is|are|do|does|how) (?!.*\b(?:hacked|wasn'?t me)\b)|\b(?:if|in case|what happens|worried|afraid|prevent|protect|other (?:shop|store|site)s?|another (?:shop|store|site)|last year)\b/u,
};

/** Whether a text reports that somebody else uses the customer's account. @param text in normal form */
export function reportsTakeover(text: string, language: Language): boolean {
  return REPORTED[language].test(text) && !NONE[language].test(text);
}
