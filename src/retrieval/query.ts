import type { IntentScore, Language } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { RankIntents } from './language-index.ts';
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
  /** Distinct search terms. */
  readonly terms: readonly string[];
}

/** Embeds a question. Both forms go to the embedder at once, one a thread. */
export async function readQuery(
  text: string,
  language: Language,
  embedder: Embedder & TokenEmbedder,
  space: TokenSpace,
  rankIntents: RankIntents,
): Promise<Query> {
  const normal = normalizeText(text);
  const [[plain], [instructed]] = await Promise.all([
    embedder.embedTokens([normal]),
    embedder.embed([normal], 'query'),
  ]);
  return {
    text: normal,
    language,
    sentence: plain.sentence,
    instructed,
    tokens: space.project(plain),
    tokenWeights: space.weights(plain.tokens),
    intents: rankIntents(normal, plain.sentence),
    terms: [...new Set(searchTerms(normal, language))],
  };
}
