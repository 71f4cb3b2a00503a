import type { Language } from '../../domain/understanding.ts';
import { NO_ULTIMATUM } from './asked-threats.ts';

/*
 * Complaints about whoever delivers, who is not of the shop: how to make one is a question, and the shop is not threatened. Fragments of
 * regular expressions that run over text in normal form.
 */

const CARRIER: Readonly<Record<Language, string>> = {
  zh: '快递|驿站|菜鸟|丰巢|派件|派送|配送|送货|送件|骑手|司机|小哥|物流公司|顺丰|中通|圆通|申通|韵达|极兔|邮政|德邦',
  en: '(?:courier|driver|carrier|rider|postman|mailman|delivery (?:man|guy|driver|person|company|service|people)|dhl|ups|fedex|usps|evri|hermes|dpd|royal mail)',
};

/** 再不到我就投诉快递 and 投诉你们快递 threaten the shop as well. */
export const ZH_OTHERS: readonly string[] = [
  `${NO_ULTIMATUM}(?:投诉|举报)(?:一下|下|那个|这个|这家|那家|你们家?(?:用|合作|找|发)的|他们的?)*(?:${CARRIER.zh})(?![^,。!?]{0,6}[和跟连]你)`,
  `(?:快递员|快递小哥|小哥|驿站|派件员|配送员|骑手|司机)(?:那边|这边)?(?:我|要|想|能|可以|怎么|咋|如何|去哪|在哪|找谁)*(?:投诉|举报)(?!你)`,
];

const EN_NOR_SHOP = '(?![^.!?;]{0,20}\\b(?:and|or) (?:about |against )?(?:you|your|this shop|the shop)\\b)';

/** The same of English. */
export const EN_OTHERS: readonly string[] = [
  `\\b(?:complain(?:ing|ts?)?|(?:make|file|raise|submit|lodge) (?:a |my )?complaints?) (?:about|against) (?:the |this |that |your |my |a )*${CARRIER.en}\\b${EN_NOR_SHOP}`,
  `\\breport(?:ing)? (?:the |this |that |my |a )*${CARRIER.en}\\b${EN_NOR_SHOP}`,
];

/** A complaint about whoever was spoken of before. */
export const COMPLAINS_OF_THEM: Readonly<Record<Language, RegExp>> = {
  zh: /(?:投诉|举报)(?:一下|下)?(?:他们?|她们?|它|这个人|那个人|这人|那人)/u,
  en: /\b(?:(?:complain(?:ts?|ing)? (?:about|against)|report(?:ing)?) (?:him|her|them|that (?:guy|man|person)|this (?:guy|man|person)))\b/u,
};

/** Names whoever delivers. */
export const MENTIONS_CARRIER: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(CARRIER.zh, 'u'),
  en: new RegExp(`\\b${CARRIER.en}s?\\b`, 'u'),
};
