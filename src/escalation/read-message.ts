import { type Language, NEEDS, type Needs, type Sentiment, type SentimentLabel } from '../domain/understanding.ts';
import type { Embedder } from '../ports/embedder.ts';
import { normalizeText, normalizeTyped } from '../text/normalize-text.ts';
import { offersPictures } from './lexicon/evidence.ts';
import { messageEvidence } from './message-features.ts';
import { type MessageMemory, type Reading, readMessageMemory } from './message-memory.ts';
import { type MessageModel, modelProbability } from './message-model.ts';
import { type PackedModel, unpackModel } from './model-weights.ts';
import { isNeeded } from './needs.ts';
import { type MoodReading, readMoodSignals } from './read-mood-signals.ts';
import { asksOtherCase, sparesShop } from './read-threats.ts';
import enWeights from './weights/message-en.json' with { type: 'json' };
import zhWeights from './weights/message-zh.json' with { type: 'json' };
import enVague from './weights/vague-en.json' with { type: 'json' };
import zhVague from './weights/vague-zh.json' with { type: 'json' };

/**
 * From this probability on a message counts as cross, mild dissatisfaction included; the same for both languages. Lower than
 * where F1 is best in cross-validation over our own texts (0.33 and 0.38), which are less mild than what a reader finds cross
 * in real ones (docs/decisions/0031).
 */
export const ANGER_THRESHOLD = 0.22;

/** What is left of a threat whose words are there without any phrase that threatens: 我不会给差评的. */
const MENTIONED = 0.7;
/** What is left of threat and law when the words only ask about them, or complain about whoever delivers. */
const SPARED = 0.4;

/** The mood model and one model a need. */
export type MessageModels = Readonly<Record<Reading, MessageModel>>;
type AllModels = MessageModels & { readonly vague: MessageModel };

/** What one message says about the writer's mood, whether it needs a person, and whether it says what is meant. */
export interface MessageReading {
  readonly sentiment: Sentiment;
  readonly needs: Needs;
  readonly vague: number;
}

const models = new Map<Language, AllModels>();
const memories = new Map<Language, MessageMemory>();

function modelsOf(language: Language): AllModels {
  const known = models.get(language);
  if (known) return known;
  const files = language === 'zh' ? { ...zhWeights, vague: zhVague } : { ...enWeights, vague: enVague };
  const packed = files as Record<keyof AllModels, PackedModel>;
  const opened = Object.fromEntries(Object.entries(packed).map(([name, model]) => [name, unpackModel(model)]));
  models.set(language, opened as AllModels);
  return opened as AllModels;
}

function memoryOf(language: Language): MessageMemory {
  const known = memories.get(language) ?? readMessageMemory(language);
  memories.set(language, known);
  return known;
}

/**
 * Tone and needs of one message, and whether it is too vague to be answered. `angry` (fury that calls for a person) and `upset` (dissatisfaction that does not yet)
 * are messages whose score reaches `ANGER_THRESHOLD`. `threat` may be calm: threats, like every need, have models and
 * thresholds of their own, and the score is that of the mood alone.
 *
 * Pure; never throws, whatever the text. About a millisecond.
 *
 * @param text the customer's own words: capitals and punctuation are read, so do not normalise them away
 * @param embedding the normalised message's vector in the role `classify` from the language's built-in model, when it is at hand
 */
export function readMessage(text: string, language: Language, embedding?: Float32Array): MessageReading {
  const reading = readMoodSignals(text, language);
  const memory = embedding && memoryOf(language);
  const votes = embedding && memory?.dimensions === embedding.length ? memory.votes(embedding) : undefined;
  const evidence = messageEvidence(reading, language, embedding, votes);
  const probability = (name: Reading) => modelProbability(modelsOf(language)[name], evidence, name);
  const read = Object.fromEntries(NEEDS.map((need) => [need, probability(need)])) as unknown as Needs;
  const isCalm = asksOtherCase(reading.raw, language) || offersPictures(normalizeTyped(reading.raw), language);
  const needs = isCalm ? { ...read, threat: 0, legal: 0 } : withoutThreats(read, reading, language);
  const mood = isCalm ? 0 : Math.max(probability('mood'), isShouted(reading) ? ANGER_THRESHOLD : 0);
  const vague = modelProbability(modelsOf(language).vague, evidence);
  const label = labelOf(reading, needs, mood);
  return { sentiment: { label, score: mood, signals: [...reading.signals] }, needs, vague };
}

/** What is left of the needs when no phrase threatens although the words are there. */
function withoutThreats(needs: Needs, { raw, signals }: MoodReading, language: Language): Needs {
  if (!signals.has('denied')) return needs;
  if (!sparesShop(raw, language)) return { ...needs, threat: needs.threat * MENTIONED };
  return { ...needs, threat: needs.threat * SPARED, legal: needs.legal * SPARED };
}

/**
 * `readMessage` with the message's vector, where the embedder is the one that the models know; without, from the text alone.
 * Vectors of another may be as wide and mean something else.
 */
export async function readEmbedded(
  text: string,
  language: Language,
  embedder?: Pick<Embedder, 'embed' | 'id'>,
): Promise<MessageReading> {
  if (embedder?.id !== vectorsReadOf(language)) return readMessage(text, language);
  const [vector] = await embedder.embed([normalizeText(text)], 'classify');
  return readMessage(text, language, vector);
}

/** Id of the embedder whose vectors the models know. */
export function vectorsReadOf(language: Language): string {
  return memoryOf(language).model;
}

/** Trouble told in capitals is no calm report: THREE WEEKS AND NOTHING. */
function isShouted({ signals, hits }: MoodReading): boolean {
  return signals.has('shouting') && hits > 0 && !signals.has('positive') && !signals.has('laughter');
}

function labelOf({ signals }: MoodReading, needs: Needs, mood: number): SentimentLabel {
  if (isNeeded('threat', needs) || isNeeded('legal', needs)) return 'threat';
  if (mood >= ANGER_THRESHOLD) return isNeeded('anger', needs) ? 'angry' : 'upset';
  const glad = signals.has('positive') || signals.has('laughter');
  const clouded = signals.has('question') || signals.has('dissatisfied');
  return glad && !clouded ? 'positive' : 'neutral';
}
