import { writeFileSync } from 'node:fs';
import { AnswerModel, answerFeatures } from '../src/retrieval/answer-model.ts';
import { fitAnswerModel, isAnswered } from './fit-answer-model.ts';
import { readMatches } from './read-matches.ts';

const [file, out, ...scores] = process.argv.slice(2);
const shops = readMatches(file, scores).filter(({ name }) => !name.startsWith('demo-'));
const FOLDS = 6;
const lines: string[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const inFold = shops.filter((_, at) => at % FOLDS === fold);
  const model = fitAnswerModel(shops.filter((s) => !inFold.includes(s)).flatMap((s) => s.queries));
  const judge = new AnswerModel(model);
  for (const shop of inFold)
    for (const q of shop.queries) {
      if (q.matches.length === 0) continue;
      const { matches, answerProbability } = judge.judge(q.matches);
      lines.push(
        JSON.stringify({
          shop: shop.name,
          lang: shop.language,
          text: q.text,
          kind: q.kind,
          p: answerProbability,
          answered: isAnswered(q, model.rank),
          top: matches
            .slice(0, 6)
            .map((m) => [m.position, Number(m.rankScore.toFixed(4)), q.relevant[m.position] ? 1 : 0]),
          f: answerFeatures(matches),
        }),
      );
    }
  console.log(fold);
}
writeFileSync(out, lines.join('\n'));
