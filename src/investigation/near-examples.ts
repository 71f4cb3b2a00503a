import type { Language } from '../domain/understanding.ts';
import type { TurnScore } from '../evals/score.ts';
import type { ArticleEvidence, NearExample } from '../evals/turn-evidence.ts';
import { readableText } from '../intents/featurise-texts.ts';
import type { Generation } from '../knowledge-service.ts';
import { dot } from '../numeric/dot.ts';
import type { Embedder } from '../ports/embedder.ts';

const EXAMPLES = 5;

/** Vectors of an intent's examples, in their order; none for a language without an embedder. */
export type ExampleVectors = (intent: string, texts: readonly string[], language: Language) => Promise<Float32Array[]>;

/** Vectors of intents' examples, embedded when first asked for and kept: failures share their intents. */
export function exampleVectors(embedders: ReadonlyMap<Language, Embedder>): ExampleVectors {
  const known = new Map<string, Promise<Float32Array[]>>();
  return (intent, texts, language) => {
    const key = `${language} ${intent}`;
    const vectors =
      known.get(key) ??
      (async () => (await embedders.get(language)?.embed(texts.map(readableText), 'classify')) ?? [])();
    known.set(key, vectors);
    return vectors;
  };
}

/**
 * The nearest example of each of the likeliest intents, believed or not, and of those that would have led to what was
 * expected: the one that the case names, those of the right article, small talk, or a call for a person.
 */
export async function nearExamples(
  { expect, got }: TurnScore,
  message: string,
  articles: readonly ArticleEvidence[],
  { intents }: Generation,
  vectorsOf: ExampleVectors,
): Promise<NearExample[]> {
  const classifier = intents.classifiers.get(got.language);
  if (!classifier) return [];
  const [likely] = await classifier.rankAll([message]);
  const [vector] = await vectorsOf(`message ${message}`, [message], got.language);
  const due = intents.catalogue.intents.filter(
    ({ name, route, reason }) =>
      name === expect.intent ||
      articles.some(({ role, speaksOf }) => role === 'expected' && speaksOf.includes(name)) ||
      (route === 'smalltalk' && expect.action.includes(route)) ||
      (route === 'escalate' && expect.reason?.some((one) => one === reason)),
  );
  const found: NearExample[] = [];
  for (const name of new Set([...got.intents, ...likely, ...due].map((one) => one.name))) {
    const intent = intents.byName.get(name);
    const texts = intent?.examples[got.language] ?? [];
    if (!intent || !vector || texts.length === 0) continue;
    const vectors = await vectorsOf(name, texts, got.language);
    const scored = vectors.map((each, at) => ({ text: texts[at], similarity: dot(vector, each) }));
    const [best] = scored.sort((a, b) => b.similarity - a.similarity);
    found.push({ intent: name, route: intent.route, reason: intent.reason, ...best });
  }
  return found.sort((a, b) => b.similarity - a.similarity).slice(0, EXAMPLES);
}
