import type { PastTurn } from '../domain/conversation.ts';
import type { Language } from '../domain/understanding.ts';
import { normalizeTyped } from '../text/normalize-text.ts';

/** Nothing but the demand: whoever asks how, when or how much asks for a page. */
const DEMANDS: Readonly<Record<Language, RegExp>> = {
  zh: /^[^\p{L}\p{N}]*(?:(?:我|就|只|现在|马上|立刻|赶紧|快|要|想|给|请|必须|你们|把钱|你|不行|不管|反正|全额|说了)*(?:退款|退钱|退我钱|钱退我|退给我|把钱退(?:我|回来|给我)|还钱|还我钱)(?:给我|啊|呀|吧|了|呢|!|。)*|(?:没到|没退|没收到)?[^\p{L}\p{N}]*(?:啊|呀)?[^\p{L}\p{N}]*(?:你们)?(?:到底)?(?:退不退|还退吗|给不给退))[^\p{L}\p{N}]*$/u,
  en: /^[^\p{L}\p{N}]*(?:(?:no|but|so|well|look|just|please|i said)[, ]+)*(?:i (?:just |still |really )?(?:want|need|demand) (?:my |the |a |all my )?(?:\w+ )?(?:money|refund|cash)(?: back)?|(?:just )?(?:give|pay|send) (?:me )?(?:my |the )?(?:money|refund|cash)(?: back)?|(?:just )?refund (?:me|my \w+|it)|my money back|where(?:'?s| is) my (?:money|refund))(?: (?:now|please|already|today|then|immediately|asap|or not))*[^\p{L}\p{N}]*$/u,
};
/** A longer message tells more than the demand. */
const LONGEST = 80;
/** What was answered, or asked, a moment ago. */
const OF_MONEY = /退款|退钱|退货|到账|\brefund|\bmoney\b|\breturns?\b/iu;

/**
 * Whether the customer demands the money, and nothing else, after a page on refunds was shown: the page again would be no answer. Pure.
 * @param raw the customer's own words
 */
export function insistsOnMoney(turns: readonly PastTurn[], raw: string, language: Language): boolean {
  if (raw.length > LONGEST) return false;
  const last = turns.findLast(({ action }) => action !== 'smalltalk' && action !== 'silent');
  if (last?.action !== 'answer' || !OF_MONEY.test(`${last.text} ${last.reply}`)) return false;
  return DEMANDS[language].test(normalizeTyped(raw));
}
