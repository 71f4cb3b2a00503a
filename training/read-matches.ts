import { open } from 'node:fs/promises';
import type { Language } from '../src/domain/understanding.ts';
import { MATCH_FEATURES, withAttention } from '../src/retrieval/match-features.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';

/**
 * Reads what training/dump-matches.ts wrote, with the attention model's scores that training/attention/train.py wrote
 * of it; positions are those in the list of candidates.
 */
export async function readMatches(file: string, scoreFiles: readonly string[]): Promise<MatchedShop[]> {
  const scores = new Map((await Promise.all(scoreFiles.map(readScores))).flat());
  const shops = new Map<string, { name: string; language: Language; queries: MatchedQuery[] }>();
  // The first line is the header.
  let at = -1;
  // Line by line: a string cannot be as long as the whole file.
  for await (const line of (await open(file)).readLines()) {
    if (at < 0) {
      if (JSON.parse(line).features.join() !== MATCH_FEATURES.join()) {
        throw new Error(`${file} was dumped with other features`);
      }
    } else {
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
    }
    at += 1;
  }
  return [...shops.values()];
}

/** Scores by line of the matches, one a candidate; null for one that was not read. */
async function readScores(file: string): Promise<[number, (number | null)[]][]> {
  const result: [number, (number | null)[]][] = [];
  for await (const text of (await open(file)).readLines()) {
    const { line, scores } = JSON.parse(text);
    result.push([line, scores]);
  }
  return result;
}
