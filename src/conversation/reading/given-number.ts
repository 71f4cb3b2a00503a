import type { Entity } from '../../domain/understanding.ts';
import { holdsPersonalNumber } from '../../intents/entities/personal-number-matchers.ts';
import { readEntities } from '../../intents/entities.ts';

/** A number, and around it nothing but words that offer or correct one. */
const ALONE =
  /^(?:(?:不对|不是|错了|写错了|是|应该是|单号|订单号?|号码|it'?s|it is|no|wait|sorry|i meant|order|number)(?![a-z])|[\s,，:：#。])*(?<span>[a-z0-9][a-z0-9-]{3,19})[\s。.!！]*$/diu;

/**
 * The number in a message that is nothing else, as a reply to the question for one: without a word in front, 1001 and A-20260918
 * are no order numbers anywhere else. Empty when there is none. Pure.
 */
export function givenNumber(text: string): Entity[] {
  const span = ALONE.exec(text)?.indices?.groups?.span;
  if (!span || holdsPersonalNumber(text)) return [];
  const [start, end] = span;
  const value = text.slice(start, end);
  // iphone15 and 2pcs name goods; a phone number, a date or a size is one wherever it stands.
  const isOther = readEntities(text).some(
    (other) => other.kind !== 'order_number' && other.start <= start && end <= other.end,
  );
  return /\d{4}|-\d/.test(value) && !isOther
    ? [{ kind: 'order_number', text: value, value: value.toUpperCase(), start, end }]
    : [];
}
