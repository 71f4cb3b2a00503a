import { readFileSync } from 'node:fs';
import type { Language } from '../src/domain/understanding.ts';
import { MATCH_FEATURES } from '../src/retrieval/match-features.ts';
import type { MatchedQuery, MatchedShop } from './match-shops.ts';

/** Reads what training/dump-matches.ts wrote; positions are those in the list of candidates. */
export function readMatches(file: string): MatchedShop[] {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const { features } = JSON.parse(header);
  if (features.join() !== MATCH_FEATURES.join()) throw new Error(`${file} was dumped with other features`);
  const shops = new Map<string, { name: string; language: Language; queries: MatchedQuery[] }>();
  for (const line of lines) {
    const { shop: name, language, text, kind, relevant, rows } = JSON.parse(line);
    const shop = shops.get(name) ?? { name, language, queries: [] as MatchedQuery[] };
    shops.set(name, shop);
    const matches = rows.map((row: number[], position: number) => ({
      position,
      features: Float64Array.from(row),
      bestSection: 0,
      bestSentence: '',
    }));
    shop.queries.push({ text, kind, relevant, matches });
  }
  return [...shops.values()];
}
