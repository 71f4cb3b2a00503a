import { readFileSync } from 'node:fs';
import type { Language } from '../src/domain/understanding.ts';
import { MATCH_FEATURES, withAttention } from '../src/retrieval/match-features.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';

/**
 * Reads what training/dump-matches.ts wrote, with the attention model's scores that training/attention/train.py wrote
 * of it; positions are those in the list of candidates.
 */
export function readMatches(file: string, scoreFiles: readonly string[]): MatchedShop[] {
  const scores = new Map(scoreFiles.flatMap(readScores));
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
    }));
    const read = (scores.get(at) ?? []).flatMap((score, position) =>
      score === null ? [] : [[position, score] as const],
    );
    shop.queries.push({ text, kind, relevant, matches: withAttention(matches, new Map(read)) });
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
