import type { IntentScore, Language } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder, TokenEmbedding } from '../ports/embedder.ts';
import { correctSpelling, type WordCounts, wholeWords } from '../text/correct-spelling.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { RankIntents } from './indexed-article.ts';
import type { QuestionMemory, Recollection } from './question-memory.ts';
import { searchTerms } from './search-terms.ts';
import type { TokenSpace } from './token-space.ts';

/** A customer's question in every form that matching needs. */
export interface Query {
  readonly text: string;
  readonly language: Language;
  /** Unit vector of the bare text. */
  readonly sentence: Float32Array;
  /** Unit vector with the model's retrieval instruction in front; equals `sentence` for models without one. */
  readonly instructed: Float32Array;
  /** Token vectors in the small space, row by row, and the weight of each. */
  readonly tokens: Float32Array;
  readonly tokenWeights: Float32Array;
  /** Intents the question may have, with their probabilities. */
  readonly intents: readonly IntentScore[];
  /** What others who asked like this were answered with; undefined without a memory. */
  readonly recollection?: Recollection;
  /** Distinct search terms. */
  readonly terms: readonly string[];
}

/** What reading a question needs of its language. */
export interface QueryReader {
  readonly embedder: Embedder & TokenEmbedder;
  readonly space: TokenSpace;
  readonly rankIntents: RankIntents;
  readonly memory?: Pick<QuestionMemory, 'recall'>;
  /** Words of the shop, to which misspelt English words are brought back. */
  readonly words: WordCounts;
}

/** Reads a question; an English one with a slip of the keys is read a second time as it was meant. */
export async function readQuery(text: string, language: Language, reader: QueryReader): Promise<Query> {
  const typed = normalizeText(text);
  const first = await embedQuery(typed, reader);
  if (language !== 'en') return describeQuery(typed, language, first, reader);
  const meant = correctSpelling(typed, reader.words, wholeWords(first.plain.tokens));
  if (meant === typed) return describeQuery(typed, language, first, reader);
  return describeQuery(meant, language, await embedQuery(meant, reader), reader);
}

interface EmbeddedQuery {
  readonly plain: TokenEmbedding;
  readonly instructed: Float32Array;
}

/** Both forms go to the embedder at once, one a thread. */
async function embedQuery(text: string, { embedder }: QueryReader): Promise<EmbeddedQuery> {
  const [[plain], [instructed]] = await Promise.all([embedder.embedTokens([text]), embedder.embed([text], 'query')]);
  return { plain, instructed };
}

function describeQuery(
  text: string,
  language: Language,
  { plain, instructed }: EmbeddedQuery,
  { space, rankIntents, memory }: QueryReader,
): Query {
  return {
    text,
    language,
    sentence: plain.sentence,
    instructed,
    tokens: space.project(plain),
    tokenWeights: space.weights(plain.tokens),
    intents: rankIntents(text, plain.sentence),
    recollection: memory?.recall(plain.sentence),
    terms: [...new Set(searchTerms(text, language))],
  };
}
