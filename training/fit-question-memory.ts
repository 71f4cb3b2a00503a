/**
 * Writes weights/<language>-memory.json and .bin: the messages of the invented shops but those of
 * training/reader/held-out.txt, and the articles that answer them, in a space of their leading principal axes.
 *
 *     npx tsx training/fit-question-memory.ts
 */
import { writeFileSync } from 'node:fs';
import { readableText } from '../src/intents/featurise-texts.ts';
import { indexArticle, outlineOf } from '../src/retrieval/indexed-article.ts';
import { countWords } from '../src/retrieval/language-index.ts';
import { readQuery } from '../src/retrieval/query.ts';
import type { QuestionMemoryFile } from '../src/retrieval/question-memory.ts';
import { readTokenSpace } from '../src/retrieval/token-space.ts';
import { embedShop } from './embed-shop.ts';
import { heldOutShops } from './held-out-shops.ts';
import { openEmbedder } from './open-embedders.ts';
import { joinSections, packRows } from './pack-rows.ts';
import { readTrainingShops, type TrainingShop } from './training-shops.ts';

/** Half of a Chinese vector's: the same order as all of them, within chance. */
const WIDTH = 192;

interface Vectors {
  readonly message: Float32Array[];
  readonly title: Float32Array[];
  readonly text: Float32Array[];
  readonly unanswered: Float32Array[];
  readonly shops: QuestionMemoryFile['shops'];
  /** Of each message, the article. */
  readonly answers: number[];
}

const heldOut = heldOutShops();
for (const language of ['zh', 'en'] as const) {
  const embedder = await openEmbedder(language);
  const space = readTokenSpace(language);
  const all = await readTrainingShops();
  const shops = all.filter((shop) => shop.language === language && !heldOut.includes(shop.name));
  const vectors: Vectors = { message: [], unanswered: [], title: [], text: [], shops: [], answers: [] };
  for (const shop of shops) await addShop(shop, vectors);
  const { file, bytes } = pack(vectors, embedder.id, embedder.dimensions);
  writeFileSync(`weights/${language}-memory.json`, `${JSON.stringify(file)}\n`);
  writeFileSync(`weights/${language}-memory.bin`, bytes);
  console.log(`${language}: ${file.shops.length} shops, ${bytes.length} bytes`);
  await embedder.close();

  async function addShop(shop: TrainingShop, to: Vectors): Promise<void> {
    const units = await embedShop(shop, embedder, space);
    const words = new Map<string, number>();
    const [first, firstAnswered, firstUnanswered] = [to.title.length, to.message.length, to.unanswered.length];
    for (const article of shop.articles) {
      if (language === 'en') countWords(article, words);
      const outline = outlineOf(indexArticle(article, units, () => []).units);
      if (!outline) throw new Error(`${shop.name}/${article.id} is a title without a text`);
      to.title.push(outline.title);
      to.text.push(outline.text);
    }
    const reader = { embedder, space, words, rankIntents: () => [] };
    const asked = await Promise.all(shop.queries.map(({ text }) => readQuery(readableText(text), language, reader)));
    const positions = new Map(shop.articles.map(({ id }, at) => [id, first + at]));
    shop.queries.forEach(({ text, relevant }, at) => {
      if (relevant.length === 0) to.unanswered.push(asked[at].sentence);
      for (const id of relevant) {
        const answer = positions.get(id);
        if (answer === undefined) throw new Error(`${shop.name}: ${text} wants ${id}, which does not exist`);
        to.message.push(asked[at].sentence);
        to.answers.push(answer);
      }
    });
    to.shops.push({
      name: shop.name,
      articles: shop.articles.length,
      answered: to.message.length - firstAnswered,
      unanswered: to.unanswered.length - firstUnanswered,
    });
  }
}

function pack(
  { shops, answers, unanswered, ...vectors }: Vectors,
  model: string,
  dimensions: number,
): { file: QuestionMemoryFile; bytes: Buffer } {
  const kinds = [[...vectors.message, ...unanswered], vectors.title, vectors.text];
  const { means, axes, rows, scale } = packRows(kinds, WIDTH);
  if (vectors.title.length > 2 ** 16)
    throw new Error(`${vectors.title.length} articles are more than two bytes can number`);
  const bytes = joinSections([...means, axes, ...rows, Uint16Array.from(answers)]);
  return { file: { model, dimensions, width: WIDTH, shops, scale }, bytes };
}
