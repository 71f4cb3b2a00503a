import type { Language } from '../../domain/understanding.ts';

/*
 * Requests that the shop's people do something with an order: 那你帮我改成顺丰, *can you just stop it*. Whoever has just read how it is done, or
 * that it is not, and asks for it all the same, is served by a person only. Run over text in normal form.
 */

const ZH_ACTS =
  '(?:改|换|取消|加上?|备注|补(?!充说)|登记|合(?:并|一起)|催|拦|截|转寄|延|留|锁|撤|修改|更改|调|减|免|升|处理|操作|安排|弄)';
const EN_ACTS =
  '(?:change|switch|cancel|swap|move|add|remove|update|stop|pull|hold|extend|apply|put|merge|combine|redirect|upgrade|correct|sort|process|arrange|waive|do (?:it|that|this)(?= (?:for (?:me|us)|please|pls|now|then|today)|[^a-z]*$))';

const ASKED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(`(?:帮|替|给)(?:我|俺|忙|一?下)(?:把[^,。!?]{1,8}|直接|先|再|也)?${ZH_ACTS}`, 'u'),
  en: new RegExp(
    `\\b(?:can|could|would|will|cant|can'?t|couldn'?t) (?:you|u|someone|somebody|one of you|anyone)(?: not)? (?:(?:just|please|pls|maybe|not|go|and|at least|then) )*${EN_ACTS}\\b|\\b(?:pls|please|plz) (?:just )?${EN_ACTS}\\b|\\bdo it for me\\b`,
    'u',
  ),
};
/** Asks how one does it oneself, or whether that may be done at all. */
const ASKS_HOW: Readonly<Record<Language, RegExp>> = {
  zh: /怎么|咋|如何|在哪|哪里|多少钱|多久|要钱|收费/u,
  en: /\b(?:how (?:do|can|would|to|much|long)|where|what if|is it possible|do you)\b/u,
};

/** Whether a text asks the shop to do something with an order. @param text in normal form */
export function asksToAct(text: string, language: Language): boolean {
  return ASKED[language].test(text) && !ASKS_HOW[language].test(text);
}
