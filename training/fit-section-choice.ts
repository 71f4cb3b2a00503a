/**
 * Fits SECTION_WEIGHTS of src/retrieval/section-choice.ts on training/sections: questions to invented shops with the sections
 * that hold the answer, read by hand. Prints the weights and, for shops left out of the fit and several values of ENOUGH, how
 * often all that is needed is shown, how often the first section shown is one of them, and how much of the page is shown.
 *
 *     npx tsx training/fit-section-choice.ts
 */
import { readFileSync } from 'node:fs';
import type { Language } from '../src/domain/understanding.ts';
import { readAttentionModel } from '../src/retrieval/attention-model.ts';
import { indexArticle } from '../src/retrieval/indexed-article.ts';
import { buildLanguageIndex } from '../src/retrieval/language-index.ts';
import { readQuery } from '../src/retrieval/query.ts';
import {
  answeringSections,
  describeSections,
  type SectionSigns,
  sectionOdds,
} from '../src/retrieval/section-choice.ts';
import { readTokenSpace } from '../src/retrieval/token-space.ts';
import { vectorIndexFactory } from '../src/vector-index-factory.ts';
import { embedShop } from './embed-shop.ts';
import { openEmbedder } from './open-embedders.ts';
import { readTrainingShops } from './training-shops.ts';

/** A line of training/sections. */
interface LabelledQuestion {
  readonly shop: string;
  readonly article: string;
  readonly question: string;
  /** Sets of sections, by position in the article; each set holds the answer by itself. */
  readonly sections: readonly (readonly number[])[];
}

interface Example extends LabelledQuestion {
  readonly language: Language;
  readonly signs: readonly SectionSigns[];
  /** UTF-16 units of each section. */
  readonly lengths: readonly number[];
}

const ROUNDS = 2_000;
const RATE = 0.05;
const PENALTY = 0.001;
/** Nearness differs by hundredths, log odds by whole numbers: both are fitted in the same units. */
const UNIT: SectionSigns = { nearness: 0.1, attention: 1 };

const examples = (await Promise.all((['zh', 'en'] as const).map(readExamples))).flat();
const weights = fitWeights(examples);
console.log('weights', weights);
for (const language of ['zh', 'en'] as const) report(language);

async function readExamples(language: Language): Promise<Example[]> {
  const questions: LabelledQuestion[] = readFileSync(`training/sections/${language}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const embedder = await openEmbedder(language);
  const space = readTokenSpace(language);
  const attention = readAttentionModel(language);
  const found: Example[] = [];
  for (const shop of await readTrainingShops()) {
    const asked = questions.filter((question) => question.shop === shop.name);
    if (asked.length === 0) continue;
    const vectors = await embedShop(shop, embedder, space);
    const index = await buildLanguageIndex(
      language,
      shop.articles,
      (article) => indexArticle(article, vectors, () => []),
      vectorIndexFactory,
      embedder.dimensions,
    );
    for (const question of asked) {
      const entry = index.articles.find(({ article }) => article.id === question.article);
      if (!entry) throw new Error(`${shop.name} has no article ${question.article}`);
      const reader = { embedder, space, rankIntents: () => [], words: index.words };
      const query = await readQuery(question.question, language, reader);
      found.push({
        ...question,
        language,
        signs: describeSections(query, entry, {
          attention,
          question: attention.read(query),
          dimensions: space.dimensions,
        }),
        lengths: entry.article.sections.map(({ heading, text }) => heading.length + text.length),
      });
    }
  }
  await embedder.close();
  return found;
}

/** Maximum likelihood of the first set of sections, each of them as likely: gradient ascent. */
function fitWeights(learned: readonly Example[]): SectionSigns {
  let [nearness, attention] = [1, 1];
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = [-PENALTY * nearness, -PENALTY * attention];
    const now = { nearness: nearness / UNIT.nearness, attention: attention / UNIT.attention };
    for (const { signs, sections } of learned) {
      const odds = sectionOdds(signs, now);
      for (const [at, sign] of signs.entries()) {
        const share = sections[0].includes(at) ? 1 / sections[0].length : 0;
        gradient[0] += ((share - odds[at]) * sign.nearness) / UNIT.nearness / learned.length;
        gradient[1] += ((share - odds[at]) * sign.attention) / UNIT.attention / learned.length;
      }
    }
    nearness += RATE * gradient[0];
    attention += RATE * gradient[1];
  }
  return { nearness: nearness / UNIT.nearness, attention: attention / UNIT.attention };
}

function report(language: Language): void {
  const names = new Set(examples.filter((example) => example.language === language).map(({ shop }) => shop));
  const tested = [...names].flatMap((name) => {
    const left = fitWeights(examples.filter(({ shop }) => shop !== name));
    return examples.filter(({ shop }) => shop === name).map((example) => ({ example, left }));
  });
  for (const enough of [0, 0.5, 0.8, 0.9, 0.95, 0.97, 0.98]) {
    const shown = tested.map(({ example, left }) => ({
      example,
      chosen: answeringSections(example.signs, enough, left),
    }));
    const share = (test: (one: (typeof shown)[number]) => boolean) => shown.filter(test).length / shown.length;
    const lengthOf = ({ example, chosen }: (typeof shown)[number]) =>
      chosen.reduce((sum, at) => sum + example.lengths[at], 0) /
      example.lengths.reduce((sum, length) => sum + length, 0);
    const lengths = shown.map(lengthOf).sort((one, other) => one - other);
    const whole = share(({ example, chosen }) =>
      example.sections.some((set) => set.every((at) => chosen.includes(at))),
    );
    const first = share(({ example, chosen }) => example.sections.flat().includes(chosen[0]));
    const median = lengths[lengths.length >> 1];
    console.log(
      language,
      shown.length,
      'enough',
      enough,
      'whole',
      whole.toFixed(3),
      'first',
      first.toFixed(3),
      'of the page',
      median.toFixed(2),
    );
  }
}
