import type { IntentScore, Language, Understanding } from '../../domain/understanding.ts';
import type { CalendarDate } from '../../intents/entities/calendar-date.ts';
import { readEntities } from '../../intents/entities.ts';
import { readableText } from '../../intents/featurise-texts.ts';
import { spellOutChat } from '../../text/chat-spelling.ts';
import { hasHan } from '../../text/letters.ts';
import { isWordless } from './spoken-words.ts';

/** The models that read a message. */
export interface UnderstandDeps {
  /** A readable text with the words that were typed by their sound as the shop writes them. */
  correct(text: string, language: Language): string;
  /** Best first; empty when out of scope. */
  readIntents(text: string, language: Language): Promise<IntentScore[]>;
  /** Tone, whether the message by itself needs a person, and whether it says what is meant. */
  readMessage(text: string, language: Language): Promise<Pick<Understanding, 'sentiment' | 'needs' | 'vague'>>;
}

/** One turn's text, as typed and as it was meant. */
export interface TurnText {
  readonly raw: string;
  /** As typed, capitals and marks included, but with the forms of English chats spelt out: what mood and rules go by. */
  readonly spelt: string;
  /** Readable, with the words that were typed by their sound as the shop writes them. */
  readonly text: string;
  readonly language: Language;
}

/** What was meant by what was typed. */
export function readText(raw: string, language: Language, { correct }: Pick<UnderstandDeps, 'correct'>): TurnText {
  if (language === 'en') {
    const spelt = spellOutChat(raw);
    return { raw, spelt, text: correct(readableText(spelt), language), language };
  }
  const text = correct(readableText(raw), language);
  // No model of moods reads pinyin.
  return { raw, spelt: hasHan(raw) ? raw : text, text, language };
}

/** What is read of a message without words: a code or a picture has no mood, and a model that looks for one finds anything. */
export const WORDLESS: Pick<Understanding, 'sentiment' | 'needs' | 'vague'> = {
  sentiment: { label: 'neutral', score: 0, signals: [] },
  needs: { human_request: 0, anger: 0, threat: 0, legal: 0, safety: 0, staff_only: 0 },
  vague: 0,
};

/**
 * Reads one turn's text: intents go by what was meant, entities, tone and needs by what was typed.
 *
 * @param today the day on which it was sent: 昨天 becomes a date
 */
export async function understand(
  { raw, spelt, text, language }: TurnText,
  today: CalendarDate,
  deps: UnderstandDeps,
): Promise<Understanding> {
  const [intents, reading] = await Promise.all([
    deps.readIntents(text, language),
    isWordless(raw) ? WORDLESS : deps.readMessage(spelt, language),
  ]);
  return { language, text, intents, entities: readEntities(raw, today), ...reading };
}
