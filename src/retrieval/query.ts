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
  const { query, plain } = await readAsWritten(typed, language, reader);
  if (language !== 'en') return query;
  const meant = correctSpelling(typed, reader.words, wholeWords(plain.tokens));
  return meant === typed ? query : (await readAsWritten(meant, language, reader)).query;
}

/** What the bare text tells is described while the model still reads it with the instruction in front. */
async function readAsWritten(
  text: string,
  language: Language,
  reader: QueryReader,
): Promise<{ query: Query; plain: TokenEmbedding }> {
  const { embedder } = reader;
  const describe = async () => {
    const [plain] = await embedder.embedTokens([text]);
    return { plain, described: describeQuery(text, language, plain, reader) };
  };
  const [{ plain, described }, [instructed]] = await Promise.all([describe(), embedder.embed([text], 'query')]);
  return { query: { ...described, instructed }, plain };
}

function describeQuery(
  text: string,
  language: Language,
  plain: TokenEmbedding,
  { space, rankIntents, memory }: QueryReader,
): Omit<Query, 'instructed'> {
  return {
    text,
    language,
    sentence: plain.sentence,
    tokens: space.project(plain),
    tokenWeights: space.weights(plain.tokens),
    intents: rankIntents(text, plain.sentence),
    recollection: memory?.recall(plain.sentence),
    terms: [...new Set(searchTerms(text, language))],
  };
}
