/** Writes every described match as JSON lines, for exploring models: npx tsx training/dump-matches.ts OUT */
import { createWriteStream } from 'node:fs';
import { MATCH_FEATURES } from '../src/retrieval/match-features.ts';
import { matchShops } from './match-shops.ts';

const out = createWriteStream(process.argv[2]);
out.write(`${JSON.stringify({ features: MATCH_FEATURES })}\n`);
for (const language of ['zh', 'en'] as const) {
  for (const { name, queries } of await matchShops(language)) {
    for (const { text, kind, matches, relevant } of queries) {
      const rows = matches.map(({ features }) => Array.from(features, (value) => Number(value.toFixed(5))));
      out.write(`${JSON.stringify({ shop: name, language, text, kind, relevant, rows })}\n`);
    }
    console.log(name, queries.length);
  }
}
out.end();
