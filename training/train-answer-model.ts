/**
 * Trains weights/answer-model.json on the invented shops and says, leaving whole shops out, what share of
 * answerable messages would be settled with wrong answers at most at 3% and 5% of messages.
 *
 *     npx tsx training/dump-matches.ts MATCHES
 *     python3 training/attention/train.py MATCHES zh ZH_SCORES
 *     python3 training/attention/train.py MATCHES en EN_SCORES
 *     npx tsx training/train-answer-model.ts MATCHES ZH_SCORES EN_SCORES
 */
import { writeFileSync } from 'node:fs';
import { AnswerModel } from '../src/retrieval/answer-model.ts';
import { fitAnswerModel, isAnswered } from './fit-answer-model.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';
import { readMatches } from './read-matches.ts';

/** A real day's mix, as shares of all messages; the rest is small talk and calls for a person. */
const MIX = { answerable: 0.62, nearMiss: 0.175, offDomain: 0.06 };

/** Shops are left out in so many groups. */
const FOLDS = 6;

interface Judged {
  readonly kind: keyof typeof MIX;
  readonly answered: boolean;
  readonly probability: number;
}

const [matches, ...scores] = process.argv.slice(2);
const shops = readMatches(matches, scores);
const heldOut = shops.filter(({ name }) => !name.startsWith('demo-'));
const judged = Array.from({ length: FOLDS }, (_, fold) =>
  judgeWithout(heldOut.filter((_, at) => at % FOLDS === fold)),
).flat();
for (const { shop, results } of judged) print(shop.name, results);
for (const language of ['zh', 'en']) {
  print(
    language,
    judged.filter(({ shop }) => shop.language === language).flatMap(({ results }) => results),
  );
}
print(
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
    kind: kindOf(query),
    answered: isAnswered(query, file.rank),
    probability: model.judge(query.matches).answerProbability,
  });
  return out.map((shop) => ({ shop, results: shop.queries.map(judge) }));
}

function kindOf({ kind }: MatchedQuery): Judged['kind'] {
  if (kind === 'off_domain') return 'offDomain';
  return kind === 'near_miss' || kind === 'in_domain_unknown' ? 'nearMiss' : 'answerable';
}

function print(name: string, results: readonly Judged[]): void {
  const answerable = results.filter(({ kind }) => kind === 'answerable');
  const ranked = answerable.filter(({ answered }) => answered).length / answerable.length;
  const limits = [0.03, 0.05].map((limit) => {
    const best = settledAt(results, limit);
    return `${(best.settled * 100).toFixed(1)}% settled at ${limit * 100}% wrong (threshold ${best.threshold.toFixed(2)})`;
  });
  console.log(`${name.padEnd(18)} shown right ${(ranked * 100).toFixed(1)}%  ${limits.join('  ')}`);
}

function settledAt(results: readonly Judged[], limit: number): { threshold: number; settled: number } {
  let best = { threshold: 1, settled: 0 };
  const share = (kind: Judged['kind'], test: (result: Judged) => boolean) => {
    const ofKind = results.filter((result) => result.kind === kind);
    return ofKind.length === 0 ? 0 : ofKind.filter(test).length / ofKind.length;
  };
  for (let threshold = 0.2; threshold < 0.99; threshold += 0.01) {
    const shown = ({ probability }: Judged) => probability >= threshold;
    const wrong =
      MIX.answerable * share('answerable', (result) => shown(result) && !result.answered) +
      MIX.nearMiss * share('nearMiss', shown) +
      MIX.offDomain * share('offDomain', shown);
    const settled = share('answerable', (result) => shown(result) && result.answered);
    if (wrong <= limit && settled > best.settled) best = { threshold, settled };
  }
  return best;
}
