import { spellOutChat } from '../../text/chat-spelling.ts';
import { detectLanguage } from '../../text/detect-language.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { asksSomething } from './asks-something.ts';
import { readSmalltalk } from './read-smalltalk.ts';

/** Words that make a message a request of its own: a question word, a particle that ends questions, a demand. */
const CHINESE_REQUEST =
  /[?？]|[吗嘛么呢不没][~～!！。.\s]*$|什么|啥|怎么|咋|咋办|多少|多久|几天|几点|几号|哪|谁|为何|为什么|是否|能不能|可不可以|可以|能否|有没有|会不会|要不要|是不是|帮我|给我|我要|我想|转人工|人工|投诉|退货|退款|换货|发货|催/;
const ENGLISH_REQUEST =
  /\?|\b(what|when|where|which|who|why|how|can|could|do|does|is|are|will|would|should|may|need|want|refund|return|cancel|agent|human|help|please)\b/i;
/** Small talk that a question follows: 在吗？ has the form of one, and 我想问一下 that of a demand. */
const OPENINGS = new Set(['greeting', 'asks_to_ask']);

/** Shortest complete request: 退货 alone may well be the first of three fragments. */
const SHORTEST = { zh: 4, en: 2 };

/**
 * Whether a message can be answered by itself, judged by its form alone; greetings and fragments are worth waiting a
 * moment for the rest. Numbers (an order number that was asked for) are complete.
 */
export function looksComplete(raw: string): boolean {
  if (OPENINGS.has(readSmalltalk(raw) ?? '')) return false;
  const text = normalizeText(raw);
  if (/^\D{0,6}\d{10,}\D{0,6}$/.test(text)) return true;
  if (detectLanguage(text) === 'en') {
    const spelt = spellOutChat(text);
    return (ENGLISH_REQUEST.test(spelt) || asksSomething(spelt, 'en')) && spelt.split(' ').length >= SHORTEST.en;
  }
  return CHINESE_REQUEST.test(text) && [...text].length >= SHORTEST.zh;
}
