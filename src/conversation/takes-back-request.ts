import type { ConversationEvent, ConversationState } from '../domain/conversation.ts';
import type { ReasonCode } from '../domain/decision.ts';
import { readClaims } from '../escalation/read-claims.ts';
import { normalizeTyped } from '../text/normalize-text.ts';
import { turnLanguage } from './turn-language.ts';

/** Anger, threats, injuries and what only staff may decide are the shop's concern, whether the customer waits or not. */
const OWN_CHOICE: ReadonlySet<ReasonCode> = new Set([
  'human_request',
  'repeated_failure',
  'low_confidence',
  'repetition',
]);

const BETWEEN = '[\\s,.!~…，。！～]';
const BEFORE = "亲|哦|噢|嗯|额|那就?|oh|ok(?:ay)?|actually|sorry|no(?! need)|it's fine|i";
const TAKEN_BACK_ZH =
  '我?(?:还是)?(?:不用|不需要|不必|不等)了|算了|取消(?:排队|人工)?|我?(?:已经|自己)?(?:解决|搞定|弄好|找到)了|没事了';
const TAKEN_BACK_EN =
  "never ?mind|nvm|no need|not needed|cancel(?: (?:it|that|the request))?|(?:it'?s |i (?:have )?|all )?(?:sorted|solved|fixed|figured it out|found it)";
const AFTER = '吧|啊|哈|哦|谢谢你?|thanks?(?: you)?|any ?more|now|it|亲';
/** Whole messages that take it back without naming whom: 不用了, it's sorted. */
const NOT_NEEDED = new RegExp(
  `^(?:${BEFORE}|${BETWEEN})*(?:(?:${TAKEN_BACK_ZH}|${TAKEN_BACK_EN})(?:${AFTER}|${BETWEEN})*)+$`,
  'u',
);

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
  return NOT_NEEDED.test(normalizeTyped(text).trim()) || readClaims(text, language).declinesHuman;
}

/** Why a person was called last. */
function reasonOf(events: readonly ConversationEvent[], handoffId: string | undefined): ReasonCode | undefined {
  const called = events.findLast(
    (event) =>
      (event.type === 'handoff_opened' || event.type === 'handoff_reopened') &&
      event.handoffId === handoffId &&
      event.draft !== undefined,
  );
  return called?.type === 'handoff_opened' || called?.type === 'handoff_reopened' ? called.draft?.reason : undefined;
}
