import { createIntentClassifier } from '../../src/intents/intent-classifier.ts';
import type { IntentModel } from '../../src/intents/intent-model.ts';
import { trainIntentModel } from '../../src/intents/train-intent-model.ts';
import type { IntentGuesses } from './intent-row.ts';
import type { IntentSet } from './intent-set.ts';
import { type RememberingEmbedder, timed } from './remember-vectors.ts';

/** The product's training and classifier, as `bench intents` runs them. */
export async function guessByProduct(
  set: IntentSet,
  embedder: RememberingEmbedder,
): Promise<IntentGuesses & { readonly model: IntentModel }> {
  const trained = await timed(() => trainIntentModel(set.train, embedder), embedder);
  const model = trained.result;
  const classifier = createIntentClassifier(model, embedder);
  const ranked = await timed(async () => {
    const best = [];
    for (const { text } of set.test) best.push((await classifier.rankAll([text]))[0][0]);
    return best;
  }, embedder);
  const noise = `${(100 * model.noise).toFixed(1)}% of the labels contradicted`;
  return {
    model,
    idea: '**The product: both, names, neighbours, priors**',
    remarks: set.oos === undefined ? noise : `out of scope by its confidence; ${noise}`,
    favourites: ranked.result.map((best) => best?.name ?? ''),
    rejected: ranked.result.map((best) => best === undefined || best.confidence < classifier.threshold),
    trainMilliseconds: trained.milliseconds,
    testMilliseconds: ranked.milliseconds,
  };
}
