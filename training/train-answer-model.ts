/**
 * Trains weights/answer-model.json on the invented shops but those of training/reader/held-out.txt and says, leaving whole
 * shops out, what share of answerable messages would be settled with wrong answers at most at 3% and 5% of messages.
 *
 *     npx tsx training/dump-matches.ts MATCHES
 *     python3 training/attention/train.py MATCHES zh ZH_SCORES
 *     python3 training/attention/train.py MATCHES en EN_SCORES
 *     npx tsx training/train-answer-model.ts MATCHES ZH_SCORES EN_SCORES
 */
import { writeFileSync } from 'node:fs';
import { AnswerModel } from '../src/retrieval/answer-model.ts';
import { fitAnswerModel, isAnswered } from './fit-answer-model.ts';
import { heldOutShops } from './held-out-shops.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';
import { readMatches } from './read-matches.ts';
import { type Judged, kindOf, printSettled } from './settled-share.ts';

/** Shops are left out in so many groups. */
const FOLDS = 6;

const [matches, ...scores] = process.argv.slice(2);
const kept = heldOutShops();
const shops = (await readMatches(matches, scores)).filter(({ name }) => !kept.includes(name));
const measured = shops.filter(({ name }) => !name.startsWith('demo-'));
const judged = Array.from({ length: FOLDS }, (_, fold) =>
  judgeWithout(measured.filter((_, at) => at % FOLDS === fold)),
).flat();
for (const { shop, results } of judged) printSettled(shop.name, results);
for (const language of ['zh', 'en']) {
  printSettled(
    language,
    judged.filter(({ shop }) => shop.language === language).flatMap(({ results }) => results),
  );
}
printSettled(
  'all',
  judged.flatMap(({ results }) => results),
);

const file = fitAnswerModel(shops.flatMap(({ queries }) => queries));
const rounded = JSON.stringify(file, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value));
writeFileSync('weights/answer-model.json', `${rounded}\n`);

/** Judges the messages of shops with a model that has seen none of these shops. */
function judgeWithout(out: readonly MatchedShop[]): { shop: MatchedShop; results: Judged[] }[] {
  const file = fitAnswerModel(shops.filter((shop) => !out.includes(shop)).flatMap(({ queries }) => queries));
  const model = new AnswerModel(file);
  const judge = (query: MatchedQuery): Judged => ({
    kind: kindOf(query.kind),
    answered: isAnswered(query, file.rank),
    probability: model.judge(query.matches).answerProbability,
  });
  return out.map((shop) => ({ shop, results: shop.queries.map(judge) }));
}
