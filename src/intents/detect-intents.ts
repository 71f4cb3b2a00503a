import type { IntentScore } from '../domain/understanding.ts';
import type { IntentClassifier } from './intent-classifier.ts';
import { splitRequests } from './split-requests.ts';

const MAX_INTENTS = 3;

/** What one message asks for, as a whole and in each of its parts: best first, at most 3, empty when out of scope. */
export async function detectIntents(text: string, classifier: IntentClassifier): Promise<IntentScore[]> {
  const scores = await classifier.classifyAll([text, ...splitRequests(text)]);
  return strongest(scores.flat());
}

function strongest(scores: readonly IntentScore[]): IntentScore[] {
  const best = new Map<string, IntentScore>();
  for (const score of scores) {
    if (score.confidence > (best.get(score.name)?.confidence ?? 0)) best.set(score.name, score);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MAX_INTENTS);
}
