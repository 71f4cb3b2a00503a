import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import type { ReasonCode } from '../../domain/decision.ts';
import { draftOf } from '../../domain/draft-of.ts';
import type { Language } from '../../domain/understanding.ts';
import { readClaims } from '../../escalation/read-claims.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { NEVER_MIND, NO_NEED_ZH, PERSON, SETTLED_ZH } from '../../text/taking-back.ts';
import { turnLanguage } from './turn-language.ts';

/** Anger, threats, injuries and what only staff may decide are the shop's concern, whether the customer waits or not. */
const OWN_CHOICE: ReadonlySet<ReasonCode> = new Set([
  'human_request',
  'repeated_failure',
  'low_confidence',
  'repetition',
]);

// What takes a request back must not be said of goods and orders as well, as 发错了, 取消 and *cancel it* are.
const BETWEEN = '[\\s,.!~…，。！～]';
const BEFORE =
  "亲|哦|噢|嗯|额|啊|哎|好了|那就?|oh|ok(?:ay)?|actually|sorry|no(?! need)|nah|so|just|i(?! )|it'?s (?:ok(?:ay)?|fine)(?= i )";
const WHOM_ZH = `(?:${PERSON.zh}|客服)?`;
const WHOM_EN = `(?:the |an? )?${PERSON.en}`;
const TAKEN_BACK_ZH = `我?(?:还是|也|先|就)?(?:(?:${NO_NEED_ZH}|不等|等不及)(?:转|找|等)?${WHOM_ZH}了|不转${WHOM_ZH}了)|算了|取消(?:排队|转?人工|转接)|我?(?:刚刚?)?(?:点|按)错了|我?(?:已经|自己|现在)*(?:${SETTLED_ZH}|找到)了|没事了`;
const DONE_EN = '(?:sorted|solved|fixed|resolved|figured it out|found it|worked it out)(?: (?:it )?out)?';
const TAKEN_BACK_EN = `${NEVER_MIND}|ignore that|leave it|don'?t worry(?: about it)?|no need|not needed|(?:i(?:'?ve)? )?changed my mind|cancel (?:the |my )?(?:request|transfer|queue)|(?:(?:it'?s|that'?s|i(?:'?ve)?(?: have)?|all|got (?:it|that))(?: all)? )?${DONE_EN}|(?:it'?s |that'?s )?all (?:good|fine)(?: now)?|no,? it'?s (?:fine|ok(?:ay)?)|it'?s (?:fine|ok(?:ay)?) now|it'?s fine`;
const AFTER = `吧|啊|哈|哦|啦|谢谢你?|thanks?(?: you)?|ty|thx|any ?more|now|then|it|亲|(?:for )?${WHOM_EN}`;
/** Opens a message that takes it back without naming whom. */
const NOT_NEEDED = new RegExp(
  `^(?:${BEFORE}|${BETWEEN})*(?:(?:${TAKEN_BACK_ZH}|${TAKEN_BACK_EN})(?:${AFTER}|${BETWEEN})*)+`,
  'u',
);
/** What follows is another matter: 不用了 发票怎么开. An English clause needs a mark, as "leave it at the door" goes on. */
const CLAUSE_ENDS = new RegExp(`(?:[,.!~…;:，。！～]\\s*|\\p{Script=Han}\\s+|${NEVER_MIND}\\s+)$`, 'u');
/** Whoever says 算了，我等着 waits. */
const WAITS =
  /[我再还就先继]续?等(?!不)|等(?:着|吧|你们|会|一[会下])|不着?急|慢慢来|\b(?:wait|no rush|no hurry|take your time|hold on)\b/u;
/** Whoever goes on to say what is wrong with the shop is no less the shop's concern. */
const COMPLAINS =
  /^(?:但|不过|可是?|只是|but\b|however\b)|投诉|举报|曝光|差评|退钱|赔|垃圾|骗|太差|什么态度|\b(?:complain|scam|fraud|ridiculous|useless|terrible|awful|horrible|disgust|rude|worst|joke|refund me|report you)/u;

/**
 * Whether a customer who waits for a person takes the request back: 不用人工了, never mind. Only what the customer had asked
 * for, or what the bot could not answer, can be taken back.
 * @param text all that was written at once
 */
export function takesBackRequest(
  state: Pick<ConversationState, 'status' | 'openHandoffId' | 'language'>,
  events: readonly ConversationEvent[],
  text: string,
): boolean {
  if (state.status !== 'waiting') return false;
  const reason = reasonOf(events, state.openHandoffId);
  if (!reason || !OWN_CHOICE.has(reason)) return false;
  const language = turnLanguage(text, state.language, undefined);
  if (readClaims(text, language).declinesHuman) return true;
  const rest = afterTakingBack(text);
  return rest !== undefined && !needsPerson(rest, language);
}

/** Whether the turn is the one with which the customer has just taken a request for a person back. Pure. */
export function hasJustTakenBack({
  turns,
  closedHandoff,
}: Pick<ConversationState, 'turns' | 'closedHandoff'>): boolean {
  return turns.length === 0 && closedHandoff !== undefined && closedHandoff.agentId === undefined;
}

/**
 * What a message says after words that take a request for a person back, normalised; empty when it says no more, undefined
 * when it holds no such words. Pure.
 */
export function afterTakingBack(text: string): string | undefined {
  const said = normalizeTyped(text).trim();
  const opening = NOT_NEEDED.exec(said)?.[0];
  if (opening === undefined) return undefined;
  const rest = said.slice(opening.length).trim();
  // 不用了😊 says no more, "found it?" asks.
  if (!/[\p{L}\p{N}?]/u.test(rest)) return '';
  return CLAUSE_ENDS.test(opening) ? rest : undefined;
}

function needsPerson(rest: string, language: Language): boolean {
  const { human, superior, injury, staffOnly, unheard } = readClaims(rest, language);
  return human || superior || injury || staffOnly || unheard || WAITS.test(rest) || COMPLAINS.test(rest);
}

/** Why a person was called last. */
function reasonOf(events: readonly ConversationEvent[], handoffId: string | undefined): ReasonCode | undefined {
  const calls = events.filter((event) => 'handoffId' in event && event.handoffId === handoffId);
  return calls.map(draftOf).findLast((draft) => draft !== undefined)?.reason;
}
