import { open } from 'node:fs/promises';
import type { Language } from '../src/domain/understanding.ts';
import { MATCH_FEATURES, withAttention } from '../src/retrieval/match-features.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';

interface Match {
  readonly shop: string;
  readonly language: Language;
  readonly query: MatchedQuery;
}

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
      refuseOtherFeatures(line, file);
    } else {
      const { shop: name, language, query } = readMatch(line, scores.get(at) ?? []);
      const shop = shops.get(name) ?? { name, language, queries: [] as MatchedQuery[] };
      shops.set(name, shop);
      shop.queries.push(query);
    }
    at += 1;
  }
  return [...shops.values()];
}

function refuseOtherFeatures(header: string, file: string): void {
  if (JSON.parse(header).features.join() !== MATCH_FEATURES.join()) {
    throw new Error(`${file} was dumped with other features`);
  }
}

function readMatch(line: string, scores: readonly (number | null)[]): Match {
  const { shop, language, text, kind, relevant, rows } = JSON.parse(line);
  const matches = rows.map((row: number[], position: number) => ({
    position,
    features: Float64Array.from(row),
    bestSection: 0,
    bestSentence: -1,
  }));
  const read = scores.flatMap((score, position) => (score === null ? [] : [[position, score] as const]));
  return { shop, language, query: { text, kind, relevant, matches: withAttention(matches, new Map(read)) } };
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
