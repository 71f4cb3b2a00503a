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

/** Reads a question; what the bare text tells is described while the model still reads it with the instruction in front. */
export async function readQuery(text: string, language: Language, reader: QueryReader): Promise<Query> {
  const { embedder } = reader;
  const typed = normalizeText(text);
  const describe = async () => {
    const { meant, plain } = await embedAsMeant(typed, language, reader);
    return describeQuery(meant, language, plain, reader);
  };
  const [described, [asTyped]] = await Promise.all([describe(), embedder.embed([typed], 'query')]);
  const [instructed] = described.text === typed ? [asTyped] : await embedder.embed([described.text], 'query');
  return { ...described, instructed };
}

/** What a text means to say and its vectors: an English one with a slip of the keys is set right. @param typed in normal form */
export async function embedAsMeant(
  typed: string,
  language: Language,
  { embedder, words }: Pick<QueryReader, 'embedder' | 'words'>,
): Promise<{ meant: string; plain: TokenEmbedding }> {
  const [plain] = await embedder.embedTokens([typed]);
  const meant = language === 'en' ? correctSpelling(typed, words, wholeWords(plain.tokens)) : typed;
  return meant === typed ? { meant, plain } : { meant, plain: (await embedder.embedTokens([meant]))[0] };
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
