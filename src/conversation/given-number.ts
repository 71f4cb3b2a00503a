import type { Entity } from '../domain/understanding.ts';

const ALONE =
  /^(?:(?:不对|不是|错了|写错了|是|应该是|单号|订单号?|号码|it'?s|it is|no|wait|sorry|i meant|order|number)(?![a-z])|[\s,，:：#。])*(?<span>[a-z0-9][a-z0-9-]{3,19})[\s。.!！]*$/diu;

/**
 * The number in a message that is nothing else, as a reply to the question for one: 1001 and A-20260918 are no order numbers
 * anywhere else. Empty when there is none. Pure.
 */
export function givenNumber(text: string): Entity[] {
  const span = ALONE.exec(text)?.indices?.groups?.span;
  if (!span) return [];
  const [start, end] = span;
  const value = text.slice(start, end);
  return /\d/.test(value) ? [{ kind: 'order_number', text: value, value: value.toUpperCase(), start, end }] : [];
}
