import type { TurnScore } from '../evals/score.ts';
import type { ArticleEvidence } from '../evals/turn-evidence.ts';
import type { Generation } from '../knowledge-service.ts';
import { missingWords, nearestUnits } from '../retrieval/compare-article.ts';
import { type Query, readQuery } from '../retrieval/query.ts';

const NEIGHBOURS_AN_ARTICLE = 3;
/** From here on an article counts as speaking of an intent. */
const SPEAKS_OF = 0.5;
const INTENTS_AN_ARTICLE = 3;
const MISSING_WORDS = 6;

/**
 * What was found in the right article's stead, and the right article.
 * @param message as it was read by itself, @param readAs as it was read when the best candidate was found
 */
export async function articleEvidence(
  { expect, got }: TurnScore,
  message: string,
  readAs: string,
  { index }: Generation,
): Promise<ArticleEvidence[]> {
  const search = index.languageSearch(got.language);
  if (!search) return [];
  const { embedder, space, rankIntents, memory } = search;
  const reader = { embedder, space, rankIntents, memory, words: search.index.words };
  const [query, own] = await Promise.all([readAs, message].map((text) => readQuery(text, got.language, reader)));
  const best = got.candidates.slice(0, 1).map(({ article }) => article);
  const heads = got.citations.length > 0 ? got.citations.map(({ article }) => article) : best;
  // Whoever was shown the right article, too, was not misled by the other one.
  const isMisled = !heads.some((id) => expect.article.includes(id));
  const misled = isMisled ? [...new Set(heads)] : [];
  const wanted = [
    ...misled.map((id) => ({ id, role: 'found' as const })),
    ...expect.article.map((id) => ({ id, role: 'expected' as const })),
  ];
  return wanted.map(({ id, role }) => evidenceOf(id, role, { query, own }, search.index));
}

function evidenceOf(
  id: string,
  role: ArticleEvidence['role'],
  { query, own }: { readonly query: Query; readonly own: Query },
  index: Parameters<typeof nearestUnits>[1],
): ArticleEvidence {
  const position = index.articles.findIndex(({ article }) => article.id === id);
  if (position < 0) return { article: id, role, text: '', nearest: [], missing: [], speaksOf: [] };
  const {
    article: { title, sections },
    intents,
  } = index.articles[position];
  return {
    article: id,
    role,
    title,
    text: sections.map((section) => `${section.heading}\n${section.text}`).join('\n'),
    nearest: nearestUnits(query, index, position, NEIGHBOURS_AN_ARTICLE),
    // What the conversation adds to the message is not what the customer missed.
    missing: missingWords(own, index, position, MISSING_WORDS),
    speaksOf: [...intents]
      .filter(([, strength]) => strength >= SPEAKS_OF)
      .sort(([, a], [, b]) => b - a)
      .slice(0, INTENTS_AN_ARTICLE)
      .map(([name]) => name),
  };
}
