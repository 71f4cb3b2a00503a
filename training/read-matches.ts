import { readFileSync } from 'node:fs';
import type { Language } from '../src/domain/understanding.ts';
import type { AttentionPurpose } from '../src/retrieval/attention-model.ts';
import { type Reading, withReadings } from '../src/retrieval/match-articles.ts';
import { MATCH_FEATURES } from '../src/retrieval/match-features.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';

/**
 * Reads what training/dump-matches.ts wrote, with the reading models' scores that training/attention/train.py wrote
 * of it (beside it, a file a language and purpose); positions are those in the list of candidates.
 */
export function readMatches(file: string): MatchedShop[] {
  const scoresOf = (purpose: AttentionPurpose) =>
    new Map(['zh', 'en'].flatMap((language) => readScores(`${file}.${language}.${purpose}.jsonl`)));
  const scores = { attention: scoresOf('attention'), sameness: scoresOf('sameness') };
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const { features } = JSON.parse(header);
  if (features.join() !== MATCH_FEATURES.join()) throw new Error(`${file} was dumped with other features`);
  const shops = new Map<string, { name: string; language: Language; queries: MatchedQuery[] }>();
  lines.forEach((line, at) => {
    const { shop: name, language, text, kind, relevant, rows } = JSON.parse(line);
    const shop = shops.get(name) ?? { name, language, queries: [] as MatchedQuery[] };
    shops.set(name, shop);
    const matches = rows.map((row: number[], position: number) => ({
      position,
      features: Float64Array.from(row),
      bestSection: 0,
      bestSentence: -1,
      nearestQuestion: -1,
    }));
    const attention = scores.attention.get(at) ?? [];
    const sameness = scores.sameness.get(at) ?? [];
    const read = attention.flatMap((score, position): [number, Reading][] => {
      const same = sameness[position];
      return score === null || same === null || same === undefined
        ? []
        : [[position, { attention: score, sameness: same }]];
    });
    shop.queries.push({ text, kind, relevant, matches: withReadings(matches, new Map(read)) });
  });
  return [...shops.values()];
}

/** Scores by line of the matches, one a candidate; null for one that was not read. */
function readScores(file: string): [number, (number | null)[]][] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((text) => {
      const { line, scores } = JSON.parse(text);
      return [line, scores];
    });
}
