import type { Language, Sentiment, SentimentLabel } from '../domain/understanding.ts';
import { type AngerModel, angerEvidence, angerProbability } from './anger-model.ts';
import { type PackedAngerModel, unpackAngerModel } from './anger-weights.ts';
import { isFurious } from './is-furious.ts';
import { type MoodReading, readMoodSignals } from './read-mood-signals.ts';
import enWeights from './weights/anger-en.json' with { type: 'json' };
import zhWeights from './weights/anger-zh.json' with { type: 'json' };

/**
 * From this probability on a message counts as angry, mild dissatisfaction included; the same for both languages.
 * In cross-validation on our own texts, one message in twenty angry, F1 was best at 0.16 to 0.29 (both heads, both
 * languages) before the lexicon was extended from those texts; afterwards it was best at 0.22 to 0.34, but those texts flatter the model by then.
 * 0.2 also lies on the plateau of the development sets of real messages, which were looked at.
 */
export const ANGER_THRESHOLD = 0.2;

const models = new Map<Language, AngerModel>();

function modelOf(language: Language): AngerModel {
  const known = models.get(language);
  if (known) return known;
  const model = unpackAngerModel((language === 'zh' ? zhWeights : enWeights) as PackedAngerModel);
  models.set(language, model);
  return model;
}

/**
 * Tone of one message. `threat`, `angry` and `upset` are exactly the messages whose score reaches `ANGER_THRESHOLD`;
 * `angry` means fury that calls for a person, `upset` dissatisfaction that does not yet.
 *
 * Pure; never throws, whatever the text. About 0.1 ms.
 *
 * @param text the customer's own words: capitals and punctuation are read, so do not normalise them away
 * @param embedding the message's vector in the role `classify` from the language's built-in model, when it is at hand
 */
export function detectSentiment(text: string, language: Language, embedding?: Float32Array): Sentiment {
  const reading = readMoodSignals(text, language);
  const probability = angerProbability(modelOf(language), angerEvidence(reading, language, embedding));
  const label = labelOf(reading, probability);
  return {
    label,
    score: label === 'threat' ? Math.max(probability, ANGER_THRESHOLD) : probability,
    signals: [...reading.signals],
  };
}

function labelOf(reading: MoodReading, probability: number): SentimentLabel {
  const { signals } = reading;
  if ([...signals].some((signal) => signal.startsWith('threat:'))) return 'threat';
  if (probability >= ANGER_THRESHOLD) return isFurious(reading, probability) ? 'angry' : 'upset';
  const glad = signals.has('positive') || signals.has('laughter');
  const clouded = signals.has('question') || signals.has('dissatisfied');
  return glad && !clouded ? 'positive' : 'neutral';
}
