import type { Language } from '../domain/understanding.ts';
import { normalizeTyped } from '../text/normalize-text.ts';
import { reportsTakeover } from './lexicon/account-takeovers.ts';
import { accusesShop, reproachesNeglect } from './lexicon/accusations.ts';
import { asksToAct } from './lexicon/asked-acts.ts';
import { ASKED_COMPENSATION, ASKED_PERSON } from './lexicon/asked-claims.ts';
import { asksMoreTime } from './lexicon/asked-exceptions.ts';
import { disputesAssurance } from './lexicon/broken-assurances.ts';
import { CLAIM_LEXICON } from './lexicon/claim-lexicon.ts';
import { DECLINED_PERSON } from './lexicon/declined-person.ts';
import { isDisappointed } from './lexicon/disappointment.ts';
import { offersPictures } from './lexicon/evidence.ts';
import { reportsFraud, saysPaid } from './lexicon/frauds.ts';
import { findsItLow, findsOfferLow } from './lexicon/low-offers.ts';
import { reportsMissedAppointment } from './lexicon/missed-appointments.ts';
import { complainsOfDelay } from './lexicon/overdue.ts';
import { PERILS } from './lexicon/perils.ts';
import { asksPaymentForBelongings, blamesForDamage, reportsPropertyDamage } from './lexicon/property-damage.ts';
import { reportsRepeatedFault } from './lexicon/repeated-faults.ts';
import { complainsOfSilence } from './lexicon/silent-shop.ts';
import { asksAllergyGuarantee, asksForAllergic } from './lexicon/standing-allergies.ts';
import { urgesShop } from './lexicon/urging.ts';
import { reportsWrongCharge } from './lexicon/wrong-charges.ts';
import { reportsWrongGoods } from './lexicon/wrong-goods.ts';

/** What a message claims or demands in so many words. */
export interface Claims {
  /** Asks for a person. */
  readonly human: boolean;
  /** Turns a person down, or takes the request for one back, and asks for nobody else. */
  readonly declinesHuman: boolean;
  /** Asks how long a person takes, costs or is there, or tells what others say of it, and asks for none. */
  readonly asksAboutHuman: boolean;
  /** Asks for a manager, the owner, somebody in charge. */
  readonly superior: boolean;
  /** Reports an injury or a danger; a question about one does not count. */
  readonly injury: boolean;
  /** Reports a danger that has hurt nobody yet. */
  readonly peril: boolean;
  /** Speaks of injury or danger, but asks or imagines. */
  readonly asksAboutInjury: boolean;
  /** Tells of an allergy to ask what suits, and of no harm that came of it. */
  readonly asksForAllergic: boolean;
  /** Asks to be assured that something is safe for a severe allergy. */
  readonly allergyGuarantee: boolean;
  /** Demands compensation, an exception or another staff decision. */
  readonly staffOnly: boolean;
  /** Asks whether the shop pays when something goes wrong, and demands nothing. */
  readonly asksAboutStaffOnly: boolean;
  /** Reports that money was taken twice, too much of it or without right. */
  readonly wrongCharge: boolean;
  /** Complains that goods or money have not come for a week or longer. */
  readonly overdue: boolean;
  /** Reports a mistake that was made again, or accuses the shop of counterfeits. */
  readonly aggrieved: boolean;
  /** Says that the shop does nothing about what it did. */
  readonly neglected: boolean;
  /** Reports what no page can settle: an account taken over, a fraud, damage at home, a missed appointment, a broken promise, too low an offer. */
  readonly beyondPages: boolean;
  /** Reports damage that goods, courier or fitter did to what else the customer owns. */
  readonly propertyDamage: boolean;
  /** Asks the shop to pay for a belonging. */
  readonly asksPayment: boolean;
  /** Says that money was handed over, to the shop as a rule. */
  readonly paid: boolean;
  /** Says that something is too little, where it was an offer. */
  readonly findsItLow: boolean;
  /** Reports that what came is wrong, broken or not all of it. */
  readonly wrongGoods: boolean;
  /** Says that what came disappoints. */
  readonly disappointed: boolean;
  /** Asks for more time than the rules give to return goods. */
  readonly moreTime: boolean;
  /** Asks the shop to do something with an order. */
  readonly asksToAct: boolean;
  /** Urges the shop to send. */
  readonly urges: boolean;
  /** Offers pictures of what happened, and says no more. */
  readonly pictures: boolean;
  /** Complains that the shop answers neither telephone nor messages. */
  readonly ignored: boolean;
  /** Does nothing but ask whether somebody is there, which is a greeting. */
  readonly greets: boolean;
  /** Says that the bot missed the question. */
  readonly unheard: boolean;
}

/** Only so much is read: a claim stands at the start of a message or nowhere. */
const READ = 2_000;
const CLAUSE = /[,.。!?;；、\n/]+|\s{2,}|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

/** Names of things that hold the word safety and speak of none. */
const SAFE_NAMES = /安全(?=座椅|带|锁|帽|绳|扣|门)/gu;

const BEYOND_PAGES = [
  reportsTakeover,
  reportsFraud,
  blamesForDamage,
  reportsMissedAppointment,
  disputesAssurance,
  findsOfferLow,
];

/** Reads the claims of a raw text. Pure; linear in the first 2,000 characters. */
export function readClaims(raw: string, language: Language): Claims {
  const lexicon = CLAIM_LEXICON[language];
  const typed = normalizeTyped(raw.slice(0, READ));
  const text = typed.replace(lexicon.benign, ' ');
  const says = (pattern: RegExp) => text.search(pattern) >= 0;
  const kept = text.replace(DECLINED_PERSON[language], ' ');
  const wanted = kept.replace(ASKED_PERSON[language], ' ');
  const demanded = text.replace(ASKED_COMPENSATION[language], ' ');
  const human = wanted.search(lexicon.human) >= 0;
  const superior = says(lexicon.superior);
  const staffOnly = demanded.search(lexicon.staffOnly) >= 0;
  return {
    human,
    declinesHuman: kept !== text && !human && !superior,
    asksAboutHuman: typed.search(ASKED_PERSON[language]) >= 0 && !human && !superior,
    superior,
    ...readDanger(text, language),
    asksForAllergic: asksForAllergic(typed, language),
    allergyGuarantee: asksAllergyGuarantee(typed, language),
    staffOnly,
    asksAboutStaffOnly: demanded !== text && !staffOnly,
    wrongCharge: reportsWrongCharge(typed, language),
    overdue: complainsOfDelay(typed, language),
    aggrieved: reportsRepeatedFault(typed, language) || accusesShop(typed, language),
    neglected: reproachesNeglect(typed, language),
    beyondPages: BEYOND_PAGES.some((reports) => reports(typed, language)),
    propertyDamage: reportsPropertyDamage(typed, language),
    asksPayment: asksPaymentForBelongings(typed, language),
    paid: saysPaid(typed, language),
    findsItLow: findsItLow(typed, language),
    wrongGoods: reportsWrongGoods(typed, language),
    disappointed: isDisappointed(typed, language),
    moreTime: asksMoreTime(typed, language),
    asksToAct: asksToAct(typed, language),
    urges: urgesShop(typed, language),
    pictures: offersPictures(typed, language),
    ignored: complainsOfSilence(typed, language),
    unheard: says(lexicon.unheard),
    greets: says(lexicon.greets),
  };
}

/** Clause by clause: 会过敏吗 asks, 穿了过敏 reports, and a message may do both. */
function readDanger(text: string, language: Language): Pick<Claims, 'injury' | 'peril' | 'asksAboutInjury'> {
  const { danger, injury, hypothetical } = CLAIM_LEXICON[language];
  // A question mark belongs to its clause: 过敏? is no report.
  const clauses = text.replaceAll('?', language === 'zh' ? '吗,' : ' ? ,').split(CLAUSE);
  const [asked, told] = [true, false].map((asks) =>
    clauses.filter((clause) => hypothetical.test(clause.trim().replace(SAFE_NAMES, '')) === asks),
  );
  const reported = told.some((clause) => clause.search(injury) >= 0);
  const peril = told.some((clause) => PERILS[language].test(clause));
  return { injury: reported, peril, asksAboutInjury: !reported && asked.some((clause) => danger.test(clause)) };
}
