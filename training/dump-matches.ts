/**
 * Writes every described match as JSON lines to OUT, and the token vectors of messages and passages to OUT.tokens
 * (int8, 127 for 1), to which the lines point by row:
 *
 *     npx tsx training/dump-matches.ts OUT [SHOP...]
 */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { MATCH_FEATURES } from '../src/retrieval/match-features.ts';
import { readTokenSpace } from '../src/retrieval/token-space.ts';
import { matchShops } from './match-shops.ts';

const [path, ...names] = process.argv.slice(2);
const out = createWriteStream(path);
const vectors = createWriteStream(`${path}.tokens`);
const spaces = { zh: readTokenSpace('zh'), en: readTokenSpace('en') };
const { dimensions } = spaces.zh;
const fingerprints = { zh: spaces.zh.fingerprint, en: spaces.en.fingerprint };
await write(out, `${JSON.stringify({ features: MATCH_FEATURES, dimensions, spaces: fingerprints })}\n`);
let rows = 0;
const written = new Map<string, Span>();
for (const language of ['zh', 'en'] as const) {
  for await (const { name, queries } of matchShops(language, names)) {
    for (const { text, kind, matches, relevant, query, passages } of queries) {
      const features = matches.map((match) => Array.from(match.features, (value) => Number(value.toFixed(5))));
      const weights = Array.from(query.tokenWeights, (value) => Number(value.toFixed(4)));
      const asked = await writeTokens(query.tokens);
      const read: (Span | null)[] = [];
      for (const passage of passages) {
        const span = passage && (written.get(passage.key) ?? (await writeTokens(passage.tokens)));
        if (passage && span) written.set(passage.key, span);
        read.push(span ?? null);
      }
      const texts = passages.map((passage) => passage && { article: passage.article, ...passage.readable });
      const meant = query.text;
      const line = { shop: name, language, text, meant, kind, relevant, rows: features, asked, weights, read, texts };
      await write(out, `${JSON.stringify(line)}\n`);
    }
    console.log(name, queries.length);
  }
}
out.end();
vectors.end();

/** First row and number of rows. */
type Span = readonly [number, number];

async function writeTokens(tokens: Float32Array): Promise<Span> {
  const first = rows;
  rows += tokens.length / dimensions;
  await write(vectors, Buffer.from(Int8Array.from(tokens, (value) => Math.round(value * 127)).buffer));
  return [first, rows - first];
}

async function write(stream: WriteStream, content: string | Buffer): Promise<void> {
  if (!stream.write(content)) await once(stream, 'drain');
}
