import type { Language } from '../../domain/understanding.ts';

/*
 * Accusations that no page can meet: the goods are counterfeit, the shop does nothing about what it did. Whether the
 * goods are genuine (是假货吗, *is it fake?*) is a question. Run over text in normal form.
 */

const EN_FAKE =
  '(?:complete |total |obvious(?:ly)? |clearly |definitely |an? )*(?:fakes?|counterfeits?|knock[- ]?offs?)\\b(?! (?:or|fur|leather|plants?|flowers?|tan|nails?|lash\\w*|grass|candles?|snow|blood|trees?|pearls?))';

const ACCUSES: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      '(?:收到|买到|买|发|寄|卖|给)(?:给我|我|过来|来)?(?:的|了)?(?:东西|货|商品|鞋|包|酒|表|衣服|奶粉|瓶|这个|那个|就|都|全|根本|明显)*(?:是|个|了)?假(?:货|的|冒)',
      '(?:这|就|都|明显|绝对|肯定)(?:个|些|款|双|件)?(?:就|都)?是(?:假货|假冒|冒牌|高仿)',
    ].join('|'),
    'u',
  ),
  en: new RegExp(
    [
      `\\b(?:got|received|was sent|been sent|(?:you|u)(?:'?ve| have)? (?:sent|sold|sell|are selling)(?: me)?|sold me|bought) (?:\\w+ )?${EN_FAKE}`,
      `\\b(?:(?:this|that|the)(?: \\w+)?|it|these|they|those)(?:'s| is|'re| are|s| was| were) ${EN_FAKE}`,
    ].join('|'),
    'u',
  ),
};
/** Asks whether they are, fears it, or speaks of a promise about it: 假一赔十. */
const ASKED: Readonly<Record<Language, RegExp>> = {
  zh: /\?\s*$|怀疑|以为|假(?:货|的|冒)[^,。!?]{0,4}(?:吗|么|吧|怎么(?:赔|退|办)|包(?:退|赔)|能不能|可以)|是不是|会不会|怎么(?:辨|分|查|看|判|鉴|知)|如何|怕|担心|保真|假一|如果|要是|万一|假如|听说|网上|别家|别的店|有没有|的话/u,
  en: /\?\s*$|\b(?:if|whether|because|how (?:do|can)|worried|afraid|in case|guarantee|elsewhere|ebay|amazon|other (?:shop|store|site)s?)\b/u,
};

const NEGLECTS: Readonly<Record<Language, RegExp>> = {
  zh: /(?:你们|你家|店家|商家|卖家|客服)(?:就|都|也|到底|居然|竟然)*(?:不管|不负责|不处理|不解决|不认账)(?:了)?(?:啊|呀|是吧)?(?=$|[\s,。!?])/u,
  en: /\b(?:you|u|you guys|you people)(?: just| clearly| obviously)? (?:don'?t|do not|never|won'?t|refuse to) (?:care|help|sort|fix|do anything)\b/u,
};

/** Whether a text says that the shop does nothing about it, which only who is cross says as a reproach. @param text in normal form */
export function reproachesNeglect(text: string, language: Language): boolean {
  return NEGLECTS[language].test(text) && !/如果|要是|万一|\bif\b/u.test(text);
}

/** Whether a text accuses the shop of what it has done already. @param text in normal form */
export function accusesShop(text: string, language: Language): boolean {
  return ACCUSES[language].test(text) && !ASKED[language].test(text);
}
