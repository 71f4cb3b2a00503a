import type { Language } from '../../domain/understanding.ts';
import { MENTIONS_CARRIER } from './complaints-of-others.ts';

/*
 * Complaints that the shop does not answer its telephone, letters or messages: whoever makes one has looked for a person already, however
 * coldly it is said. Run over text in normal form.
 */

const EN_NOBODY =
  "(?:no[ -]?one|nobody|no-?body|none of you)(?:'s| is| has| have| had| ever| even| there| at your end)*";
const EN_WRITES =
  '(?:e-?mail(?:ed|s)?|messag(?:e|ed|es)|call(?:ed|s)?|phon(?:e|ed)|rang|rung|ring|wrote|written|texted|contacted|chased|left (?:a |you )?(?:message|voicemail)\\w*)';
const EN_BACK =
  '(?:get(?:s|ting)?|got|gotten|c[ao]me|call(?:s|ed)?|writ(?:es|e|ten)|wrote|r[ai]ng|phoned|heard|hear|messaged|emailed)';
const EN_NEVER = "(?:never|don'?t|won'?t|didn'?t|haven'?t|hasn'?t|have not|not|aren'?t|isn'?t|doesn'?t|refuse to)";
const EN_OWN = '(?:the |your |my |any |a |our )*(?:phones?|calls?|e-?mails?|messages?|texts?|mails?|letters?)';

const SILENT: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      '没(?:有)?人(?:接(?:电话|听|$|[,。!?啊呀的了])|回(?!家|收|购)|理(?!解)|管(?!用)|搭理|答复|联系我|处理|吱声)',
      '无人(?:接听|回复|回应|理会|理睬|应答|处理)',
      '(?:打|发|留言|私信|邮件|消息|信息|微信|电话|联系|催)[^。!?我]{0,14}(?:没|不|无)(?:有)?(?:人)?(?:接(?!受|收|单|货|待)|回(?!家|收|购|头|来|去|答|族|执)|理(?!解|想)|答复)',
      '(?:一直|总是|老是|从来|始终|好几天|几天|半天|\\d+天|[一二两三四五六七八九十]天|个?星期|个月|礼拜)(?:了|都|也|还)*(?:没|不)(?:有)?人?(?:回(?:复|我|信|应|话|消息)|理(?:我|人|睬))',
      '联系不(?:上|到)(?:你们?|客服|卖家|商家|店家|店里|人)',
      '(?:你们|你家|客服|商家|店家|卖家|店里)(?:的?客服)?(?:也|都|就|一直|老|总|从来|又|根本)*(?:不|没)(?:有)?(?:回(?:复|我|消息|信|应|话)(?!的?问题)|理(?:我|人)|接电话|搭理)',
      '石沉大海|杳无音信|装死|已读不回|不闻不问|爱答不理',
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      `\\b${EN_NOBODY} (?:answer\\w*(?! the (?:door|bell))|pick(?:s|ed|ing)? (?:it )?up|repl(?:y|ies|ied|ying)|respond\\w*|${EN_BACK} back)`,
      `\\b${EN_WRITES}\\b[^!?]{0,60}\\b(?:no|without|zero|not (?:a|one)|never (?:had|got|a)|still no|yet to (?:get|have|receive)) ?(?:a |an |any |single )*(?:reply|replies|response|answer|word)\\b`,
      '\\bno (?:reply|replies|response|answer|word|contact) (?:\\w+ )?(?:from (?:you|u|your|anyone|anybody|support|the shop|customer)|to (?:my|any|our))\\b',
      `\\b(?:you|u|you guys|your (?:\\w+ )?(?:team|support|shop|staff|people)|customer service|support)\\b(?: \\w+)? ${EN_NEVER} (?:even |ever |bother to )?(?:answer\\w* ${EN_OWN}|repl(?:y|ied|ying)|respond\\w*|pick(?:ing|ed)? up|${EN_BACK} back|return\\w* ${EN_OWN})`,
      `\\b(?:haven'?t|hasn'?t|have not|not|never|nothing|still|didn'?t)\\b[^.!?;,]{0,10}\\bhear\\w*(?: \\w+){0,2} (?:back|from (?:you|u|your|anyone|anybody))\\b|\\bheard nothing\\b`,
      `\\b(?:ignored|ignoring|you ignore)\\b (?:all )?(?:me|us|${EN_OWN})\\b|\\b(?:being|been) ignored\\b`,
      '\\byour (?:phone|line|number)\\b[^.!?;]{0,12}\\b(?:just rings|rings out|keeps ringing|rings and rings|goes (?:straight )?to voicemail|is never answered)',
      `\\b(?:${EN_WRITES}|been (?:e-?mail|call|messag|phon|ring|chas)ing)\\b[^.!?]{0,24}\\b(?:(?:\\d+|two|three|four|five|six|ten|several|many|countless|numerous|multiple|loads of|so many|a dozen) times|for (?:days|weeks|months))\\b`,
    ].join('|'),
    'u',
  ),
};
/** Imagines it: *what if nobody answers the phone*. */
const SUPPOSED: Readonly<Record<Language, RegExp>> = {
  zh: /(?:如果|要是|万一|怕|假如|会不会)[^,。!?;]{0,20}/gu,
  en: /\b(?:if|in case|unless)\b[^.,!?;]{0,60}/gu,
};
const MEANS_SHOP: Readonly<Record<Language, RegExp>> = {
  zh: /你们|你家|客服|商家|店家|卖家|店里/u,
  en: /\b(?:you|u|your|customer service|support)\b/u,
};

/** Whether a text says that the shop does not answer; that a courier does not is no such complaint. @param text in normal form */
export function complainsOfSilence(text: string, language: Language): boolean {
  const said = text.replace(SUPPOSED[language], ' ');
  if (!SILENT[language].test(said)) return false;
  return MEANS_SHOP[language].test(said) || !MENTIONS_CARRIER[language].test(said);
}
