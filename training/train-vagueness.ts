/**
 * Trains src/escalation/weights/vague-<language>.json: whether a message leaves open what is meant. Examples are the invented
 * shops' messages of the kind `vague`, counter-examples every so many of their others, those of training/reader/held-out.txt
 * left out of both, and the small talk of the intent catalogue, which is as short. Prints the best F1 of cross-validation, whole shops left out, and what it finds in the held-out shops.
 *
 *     npx tsx training/train-vagueness.ts zh
 *     npx tsx training/train-vagueness.ts en
 */
import { writeFileSync } from 'node:fs';
import { isVague } from '../src/conversation/reading/is-vague.ts';
import { messageEvidence } from '../src/escalation/message-features.ts';
import { modelProbability } from '../src/escalation/message-model.ts';
import { packModel } from '../src/escalation/model-weights.ts';
import { readMoodSignals } from '../src/escalation/read-mood-signals.ts';
import { loadIntentCatalogue, trainingExamples } from '../src/intents/intent-catalogue.ts';
import { normalizeText } from '../src/text/normalize-text.ts';
import { heldOutShops } from './held-out-shops.ts';
import { type Example, fitModel } from './message/fit-message-models.ts';
import { openEmbedder } from './open-embedders.ts';
import { readTrainingShops, type TrainingQuery } from './training-shops.ts';

/** Every so many other messages one is taken: ten for each vague one. */
const EVERY = 4;
/**
 * No clause speaks for the whole message, which may say later what is meant. `share` of vague ones among the messages that
 * nothing answers is a guess.
 */
const SETTINGS = { epochs: 25, clausePenalty: 100, buckets: 8_192, share: 0.05 };

const language = process.argv[2] === 'en' ? 'en' : 'zh';
const heldOut = heldOutShops();
const shops = (await readTrainingShops()).filter((shop) => shop.language === language);
const embedder = await openEmbedder(language);
const [learned, measured] = [false, true].map((isHeldOut) =>
  shops.filter(({ name }) => heldOut.includes(name) === isHeldOut),
);
const { intents } = await loadIntentCatalogue('knowledge/intents');
const smalltalk = trainingExamples(
  intents.filter(({ route }) => route === 'smalltalk'),
  language,
).map(({ text }) => ({ text, kind: 'smalltalk', relevant: [] }));
const texts = [...learned.map(({ queries }) => taken(queries, EVERY)), smalltalk];
const examples = (await Promise.all(texts.map(examplesOf))).flat();
const { model, report } = fitModel(examples, SETTINGS);
writeFileSync(`src/escalation/weights/vague-${language}.json`, `${JSON.stringify(packModel(model))}\n`);
const unseen = (await Promise.all(measured.map(({ queries }, at) => examplesOf(queries, at)))).flat();
await embedder.close();
const found = (positive: boolean) => {
  const texts = unseen.filter((example) => example.positive === positive);
  return {
    texts: texts.length,
    found: texts.filter(({ evidence }) => isVague(modelProbability(model, evidence))).length,
  };
};
console.log(JSON.stringify({ ...report, heldOutShops: { vague: found(true), others: found(false) } }, undefined, 1));

function taken(queries: readonly TrainingQuery[], every: number): TrainingQuery[] {
  return queries.filter(({ kind }, i) => kind === 'vague' || i % every === 0);
}

async function examplesOf(queries: readonly TrainingQuery[], at: number): Promise<Example[]> {
  const embeddings = await embedder.embed(
    queries.map(({ text }) => normalizeText(text)),
    'classify',
  );
  return queries.map(({ text, kind }, i) => {
    const evidence = messageEvidence(readMoodSignals(text, language), language, embeddings[i]);
    return { ...evidence.whole, at, evidence, positive: kind === 'vague', weight: 1 };
  });
}
