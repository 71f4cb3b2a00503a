/**
 * Fits weights/<language>-token-space.json: principal axes of contextual token vectors of the training shops, and in how
 * many of our buyers' messages (training queries and intent examples) each token occurs.
 *
 *     npx tsx training/fit-token-space.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Language } from '../src/domain/understanding.ts';
import type { TokenEmbedding } from '../src/ports/embedder.ts';
import { indexUnits } from '../src/retrieval/index-units.ts';
import type { TokenSpaceFile } from '../src/retrieval/token-space.ts';
import { normalizeText } from '../src/text/normalize-text.ts';
import { openEmbedder } from './open-embedders.ts';
import { principalAxes } from './principal-axes.ts';
import { readTrainingShops } from './training-shops.ts';

const DIMENSIONS = 96;
const BATCH = 64;

for (const language of ['zh', 'en'] as const) {
  const embedder = await openEmbedder(language);
  const shops = (await readTrainingShops()).filter((shop) => shop.language === language);
  const messages = [...shops.flatMap((shop) => shop.queries.map(({ text }) => text)), ...intentExamples(language)];
  const passages = shops.flatMap((shop) => indexUnits(shop.articles).map(({ text }) => text));
  const embedAll = async (texts: string[]) => {
    const result: TokenEmbedding[] = [];
    for (let start = 0; start < texts.length; start += BATCH) {
      result.push(...(await embedder.embedTokens(texts.slice(start, start + BATCH))));
    }
    return result;
  };
  const asked = await embedAll(messages.map(normalizeText));
  const stated = await embedAll(passages);
  const rows = [...asked, ...stated].map(({ vectors }) => vectors);
  const { mean, axes } = principalAxes(rows, embedder.dimensions, DIMENSIONS);
  const file: TokenSpaceFile = {
    model: embedder.id,
    inputDimensions: embedder.dimensions,
    dimensions: DIMENSIONS,
    projection: Buffer.from(Float32Array.from([...mean, ...axes]).buffer).toString('base64'),
    documents: asked.length,
    documentFrequency: documentFrequency(asked),
  };
  writeFileSync(`weights/${language}-token-space.json`, `${JSON.stringify(file)}\n`);
  console.log(
    `${language}: ${asked.length} messages, ${stated.length} passages, ${DIMENSIONS} of ${embedder.dimensions} axes`,
  );
  await embedder.close();
}

function intentExamples(language: Language): string[] {
  return readdirSync('knowledge/intents').flatMap((file) => {
    const sections = readFileSync(`knowledge/intents/${file}`, 'utf8').split(/^## /m);
    const section = sections.find((text) => text.startsWith(language)) ?? '';
    return section.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
  });
}

function documentFrequency(messages: readonly TokenEmbedding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tokens } of messages) for (const token of new Set(tokens)) counts[token] = (counts[token] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
