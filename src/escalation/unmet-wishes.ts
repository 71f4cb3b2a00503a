import type { PastTurn } from '../domain/conversation.ts';
import type { Language } from '../domain/understanding.ts';
import { normalizeTyped } from '../text/normalize-text.ts';
import { isHarmless, type LikelyReply, wordsOfReply } from './is-ordinary.ts';
import { speaksOfMoreTime } from './lexicon/asked-exceptions.ts';
import { speaksOfDisappointment } from './lexicon/disappointment.ts';
import { speaksOfImpostor } from './lexicon/frauds.ts';
import { speaksOfOffer } from './lexicon/low-offers.ts';
import { speaksOfDamage } from './lexicon/property-damage.ts';
import { speaksOfWrongGoods } from './lexicon/wrong-goods.ts';
import { isCross } from './mood-trend.ts';
import { type Claims, readClaims } from './read-claims.ts';
import { isOfOwnGoods } from './unmet-complaints.ts';

/** So many turns back, a message goes on about what was reported there. */
const SPOKEN_OF = 2;
/** So many turns back, an urging customer was told what the rules are. */
const URGED = 3;

/** What is known of a message that may wish for what only staff can see to. */
export interface Wish {
  /** The customer's own words. */
  readonly text: string;
  readonly turns: readonly PastTurn[];
  readonly language: Language;
  /** What the knowledge would be likely enough right to reply; absent where it has no answer. */
  readonly answer?: LikelyReply;
}

/**
 * Whether staff have to see to what came or what is asked for, however calmly it is told: no page that would be shown speaks of it. What came
 * wrong or disappoints and no page answers is for `reportsTrouble`. Pure.
 */
export function needsStaff(wish: Wish, claims: Claims): boolean {
  const { language, answer } = wish;
  if (claims.beyondPages || goesOnAboutTrouble(wish, claims)) return true;
  if (claims.asksToAct && wasJustTold(wish)) return true;
  if (claims.propertyDamage && !speaksOfDamage(wordsOfReply(answer), language)) return true;
  if (answer && (claims.wrongGoods || claims.disappointed) && !explains(answer, wish, claims)) return true;
  return claims.moreTime && !speaksOfMoreTime(wordsOfReply(answer), language);
}

/** Whether the page that would be shown is the one that was shown before, or there is none: it was read, and does not do what is asked for. */
function wasJustTold({ turns, answer }: Wish): boolean {
  const last = turns.at(-1);
  if (last?.action !== 'answer') return false;
  return answer === undefined || last.citations.some(({ title }) => title === answer.title);
}

/** Whether a message adds to what was told before: pictures of it, a demand to be paid for it, money an impostor got, an offer that is too low. */
function goesOnAboutTrouble({ turns, language }: Wish, claims: Claims): boolean {
  const before = turns.slice(-SPOKEN_OF);
  const isOfTrouble = claims.pictures || claims.asksPayment;
  if (isOfTrouble && before.some((turn) => reportedTrouble(turn, language))) return true;
  if (claims.paid && before.some(({ text }) => speaksOfImpostor(normalizeTyped(text), language))) return true;
  return claims.findsItLow && before.some(({ text, reply }) => speaksOfOffer(`${text}\n${reply}`, language));
}

/** Whether an answer speaks of what is wrong, or of that which only looks like it. */
function explains(answer: LikelyReply, { text, language }: Wish, { wrongGoods, disappointed }: Claims): boolean {
  const told = wordsOfReply(answer);
  if (wrongGoods && (speaksOfWrongGoods(told, language) || isHarmless(text, answer, language))) return true;
  return disappointed && speaksOfDisappointment(told, language);
}

function reportedTrouble({ text, intents: [first], sentiment }: PastTurn, language: Language): boolean {
  const { wrongGoods, disappointed, propertyDamage } = readClaims(text, language);
  return wrongGoods || disappointed || propertyDamage || isCross(sentiment) || isOfOwnGoods(first);
}

/** Whether a customer urges who urged before and was told the rules, or asked back: neither sends the goods. Pure. */
export function urgesAgain({ turns, language }: Pick<Wish, 'turns' | 'language'>, { urges }: Claims): boolean {
  if (!urges) return false;
  const told = turns.slice(-URGED).filter(({ action }) => TOLD.has(action));
  return told.some(({ text }) => readClaims(text, language).urges);
}

const TOLD: ReadonlySet<PastTurn['action']> = new Set(['answer', 'clarify', 'refuse']);
