import type { ConversationState } from '../domain/conversation.ts';
import type { Language, Understanding } from '../domain/understanding.ts';

/** Openings and endings that lean on what was said before: 那运费呢, 多久到账呢, and the size?, how about socks. */
const LEANS: Record<Language, RegExp> = {
  zh: /^(那|那么|然后|还有|另外)|呢[?？!！。～~]*$/,
  en: /^(and|what about|how about|then|but|also|ok and)\b/i,
};
/** So short a message says its topic only together with the one before. Characters in Chinese, words in English. */
const SHORT: Record<Language, (text: string) => boolean> = {
  zh: (text) => [...text].length <= 7,
  en: (text) => text.split(/\s+/).length <= 4,
};

/**
 * The message with the words it leans on in front, when it may be a follow-up; undefined when it stands alone.
 * A number given in answer to offered topics becomes the topic's title.
 */
export function followUpText(state: ConversationState, text: string, language: Language): string | undefined {
  const chosen = chosenTopic(state, text);
  if (chosen) return chosen;
  const before = state.awaiting?.text ?? state.turns.at(-1)?.text;
  if (!before || state.turns.at(-1)?.action === 'smalltalk') return undefined;
  const leans = LEANS[language].test(text) || SHORT[language](text);
  return leans ? `${before} ${text}` : undefined;
}

function chosenTopic({ awaiting }: ConversationState, text: string): string | undefined {
  const number = /^\s*[第(（]?\s*([1-9一二三])/.exec(text)?.[1];
  if (!number || text.trim().length > 4 || awaiting?.slot !== 'topic') return undefined;
  const position = '一二三'.includes(number) ? '一二三'.indexOf(number) : Number(number) - 1;
  return awaiting.options?.[position];
}

/**
 * Whether the message replies to the question that the bot asked back last, rather than asking something new: it leans
 * on what was said before, or is still about the same matter.
 */
export function repliesToClarification(state: ConversationState, { text, language, intents }: Understanding): boolean {
  const last = state.turns.at(-1);
  if (last?.action !== 'clarify') return false;
  const [topic] = intents;
  const before = last.intents[0]?.name;
  if (topic && before) return topic.name === before;
  return followUpText(state, text, language) !== undefined;
}
