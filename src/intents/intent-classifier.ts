import { LRUCache } from 'lru-cache';
import { InvalidInputError } from '../domain/errors.ts';
import type { IntentScore } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import { confidenceOf, DEFAULT_THRESHOLD } from './confidence.ts';
import { embedMessages, knownWords } from './embed-messages.ts';
import { readableText } from './featurise-texts.ts';
import { gatherEvidence } from './intent-evidence.ts';
import type { IntentModel } from './intent-model.ts';

/** Recognises intents in whole messages of one language; `detectIntents` also finds several in one message. */
export interface IntentClassifier {
  readonly model: IntentModel;
  readonly threshold: number;
  /** Intents above the threshold, best first, at most 3; empty when the message is out of scope. */
  classify(text: string): Promise<IntentScore[]>;
  /** The same for many messages, in order. */
  classifyAll(texts: readonly string[]): Promise<IntentScore[][]>;
  /** The best intents whatever their confidence, best first, at most 3. */
  rankAll(texts: readonly string[]): Promise<IntentScore[][]>;
  /** `rankAll` for a text whose `classify` vector is at hand; synchronous, well under a millisecond. */
  rankVector(text: string, vector: Float32Array): IntentScore[];
}

const MAX_INTENTS = 3;
/** A turn reads a handful of texts. */
const REMEMBERED = 8;

/**
 * A classifier over a trained model.
 * @param threshold least confidence, 0 to 1. Default 0.5; higher asks back or hands over more often
 * @throws InvalidInputError when the model was trained with another embedder
 */
export function createIntentClassifier(
  model: IntentModel,
  embedder: Embedder & Partial<TokenEmbedder>,
  threshold: number = DEFAULT_THRESHOLD,
): IntentClassifier {
  if (model.embedderId !== embedder.id) {
    throw new InvalidInputError(`the intent model was trained with ${model.embedderId}, not with ${embedder.id}`);
  }
  const words = knownWords(model.vocabulary);
  const rankOnce = rememberLast((text, vector) => rank(model, text, vector));
  const rankAll = async (texts: readonly string[]) => {
    const messages = await embedMessages(texts.map(readableText), embedder, words);
    return messages.map(({ text, vector }) => rankOnce(text, vector));
  };
  const classifyAll = async (texts: readonly string[]) => {
    const ranked = await rankAll(texts);
    return ranked.map((scores) => scores.filter(({ confidence }) => confidence >= threshold));
  };
  return {
    model,
    threshold,
    rankAll,
    rankVector: (text, vector) => rankOnce(readableText(text), vector),
    classifyAll,
    classify: async (text) => (await classifyAll([text]))[0],
  };
}

type Rank = (text: string, vector: Float32Array) => IntentScore[];

/** A message that is classified is searched for next, which asks for the same: the last few answers are given again. */
function rememberLast(rankNow: Rank): Rank {
  const last = new LRUCache<string, { vector: Float32Array; scores: IntentScore[] }>({ max: REMEMBERED });
  return (text, vector) => {
    const known = last.get(text);
    if (known?.vector.every((value, at) => value === vector[at])) return known.scores;
    const scores = rankNow(text, vector);
    last.set(text, { vector: vector.slice(), scores });
    return scores;
  };
}

function rank(model: IntentModel, text: string, vector: Float32Array): IntentScore[] {
  // A message without a word or a sign says nothing; the classifier would fall back on the most frequent intent.
  if (text === '') return [];
  const evidence = gatherEvidence(model, text, vector);
  const { probabilities, favourite } = evidence;
  // The runners-up share the favourite's confidence in proportion: they are alternatives to it.
  const share = confidenceOf(evidence) / probabilities[favourite];
  return Array.from(probabilities, (probability, k) => ({ name: model.labels[k], confidence: probability * share }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MAX_INTENTS);
}
