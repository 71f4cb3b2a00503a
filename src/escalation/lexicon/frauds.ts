import type { Language } from '../../domain/understanding.ts';

/*
 * Frauds in the shop's name: somebody posed as its people, and was paid. Whether such a stranger is genuine is a question that a page answers;
 * whoever has paid needs a person. Run over text in normal form.
 */

const EN_SHOP = '(?:you|u|ur|your|the shop|the store|customer (?:service|support)|support|the courier)\\b';
const EN_POSED =
  "(?:(?:pretend(?:ed|ing|s)?|claim(?:ed|ing|s)?) (?:to be|they were|he was|she was)|pos(?:ed|es|ing) as|impersonat\\w+|(?:said|says|saying) (?:they|he|she|it)(?:'re| are|'s| is| were| was)|(?:calling|called) (?:themselves|himself|herself))";

/** Somebody posed as the shop, or wanted to be paid in private. */
const POSED: Readonly<Record<Language, RegExp>> = {
  zh: /(?:冒充|假冒|假装|自称|装成|说是|说自己是|打着)(?:是)?(?:你们?|您|贵|咱|这)?(?:店|商|平台|官)?(?:家|店|方)?(?:里)?的?(?:客服|店家|卖家|商家|官方|售后|快递|工作人员|旗号|人)|假客服|(?:让|叫|要)我?(?:先|去|给[^,。!?]{0,4})?(?:转账|转钱|打款|垫付|刷单|扫码付|私下|加微信|屏幕共享|共享屏幕)|(?:私下|微信)转账|私人账户|安全账户|诈骗|钓鱼/u,
  en: new RegExp(
    `\\b${EN_POSED} (?:\\w+ ){0,2}${EN_SHOP}|\\bfake (?:\\w+ )?(?:site|website|page|shop|store|e-?mail|account|agent|rep\\w*)\\b|\\b(?:scam\\w*|phish\\w*|fraudsters?)\\b|\\b(?:asked|asking|asks|told|wants?|wanted) (?:me )?(?:to )?(?:pay|transfer|send money|wire)\\b[^.!?]{0,24}\\b(?:directly|bank transfer|private\\w*|whatsapp|gift cards?|paypal friends|their account|another account)\\b`,
    'u',
  ),
};
/** Money, or the key to it, was handed over. */
const PAID: Readonly<Record<Language, RegExp>> = {
  zh: /(?<![没未不别要]|没有|还没)(?:转|付|汇|交|给|打(?=[^,。!?]{0,6}[钱款块千万百元]))(?:了|过去|出去|给了?(?:他|她|对方|那人|那边|人家))|转账了|扫码付了|(?:验证码|密码|银行卡|卡号|身份证)[^,。!?]{0,6}(?:给|告诉|发|报|填)(?:了|过)|钱(?:都|已经|全)?(?:没了|转走|被转|被划)/u,
  en: /\b(?:i|we)(?:'ve| have)?(?: already| just| stupidly| also| even)* (?:paid|sent|transferred|wired|gave|given|handed over|bought (?:them|him|her)|entered my|typed in my|put (?:in )?my (?:card|details|password))\b|\b(?:already|just) (?:paid|sent|transferred|wired|gave)\b/u,
};
/** Says that it was a fraud. *You scammed me* is scolding. */
const DEFRAUDED: Readonly<Record<Language, RegExp>> = {
  zh: /(?:被|给|让)(?:人|别人|骗子|假客服|他们?)?(?:给)?(?:骗|坑骗|诈骗)(?:了|走|去|子)?|受骗|上当/u,
  en: /\b(?:i|we)(?:'ve| have| was| were| got| been| just| think| may| might| must)*(?: i| we)?(?:'ve| have| was| got| been| just)* (?:scammed|conned|defrauded|phished)\b(?! by (?:you|u|your)\b)|\bfell for (?:a|the|this|an?) (?:\w+ )?(?:scam|fraud|phishing|fake)\b/u,
};
const SUPPOSED: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|怕|担心|以前|别家|别的店|朋友(?:说|讲)/u,
  en: /\b(?:if|in case|worried|afraid|elsewhere|other (?:shop|store)s?|last year)\b/u,
};

/** Whether a text reports a fraud that somebody has paid for. @param text in normal form */
export function reportsFraud(text: string, language: Language): boolean {
  if (SUPPOSED[language].test(text)) return false;
  // Chinese customers say 被骗了 of goods that disappoint, too.
  if (language === 'en' && DEFRAUDED.en.test(text)) return true;
  return saysPaid(text, language) && (speaksOfImpostor(text, language) || DEFRAUDED[language].test(text));
}

/** Whether a text speaks of somebody who poses as the shop or wants to be paid in private. @param text in normal form */
export function speaksOfImpostor(text: string, language: Language): boolean {
  return POSED[language].test(text);
}

/** Whether a text says that money was handed over. @param text in normal form */
export function saysPaid(text: string, language: Language): boolean {
  return PAID[language].test(text);
}
