import type { IntentScore, Language, Sentiment, Understanding } from '../domain/understanding.ts';
import { readEntities } from '../intents/entities.ts';
import { readableText } from '../intents/featurise-texts.ts';
import { detectLanguage } from '../text/detect-language.ts';

/** The models that read a message. */
export interface UnderstandDeps {
  /** Best first; empty when out of scope. */
  readIntents(text: string, language: Language): Promise<IntentScore[]>;
  readSentiment(text: string, language: Language): Promise<Sentiment>;
}

/** Language of a turn: what the text shows, else what was spoken before, else the channel's locale, else Chinese. */
export function turnLanguage(text: string, spoken: Language | undefined, locale: string | undefined): Language {
  const byLocale = locale?.toLowerCase().startsWith('en') ? 'en' : undefined;
  return detectLanguage(text) ?? spoken ?? byLocale ?? 'zh';
}

/** Reads intents, entities and tone of one turn's text. */
export async function understand(raw: string, language: Language, deps: UnderstandDeps): Promise<Understanding> {
  const text = readableText(raw);
  const [intents, sentiment] = await Promise.all([deps.readIntents(text, language), deps.readSentiment(raw, language)]);
  return { language, text, intents, entities: readEntities(raw), sentiment };
}
