import type { Language } from '../domain/understanding.ts';
import type { Intent } from '../intents/intent.ts';
import type { ShopData } from '../ports/shop-data.ts';
import type { SearchResult } from '../retrieval/search-result.ts';
import type { Replies } from './deciding/replies.ts';
import type { DecisionThresholds } from './deciding/thresholds.ts';
import type { UnderstandDeps } from './reading/understand.ts';
import type { LinesOf } from './searching/lines-in-context.ts';
import type { PartOf } from './searching/part-chosen.ts';
import type { ShopVocabulary } from './searching/shop-vocabulary.ts';

/** What a turn calls. Nothing here writes. */
export interface TurnDeps extends UnderstandDeps {
  readonly thresholds: DecisionThresholds;
  readonly replies: Replies;
  readonly catalogue: ReadonlyMap<string, Intent>;
  /**
   * @param today YYYY-MM-DD, for articles that are served for a time only
   * @param said what was written now, where `text` is that read with something else: which rows of a table are asked for; `text` by default
   */
  search(text: string, language: Language, today: string, said?: string): Promise<SearchResult>;
  /** Without it, no part of an article is said again. */
  readonly linesOf?: LinesOf;
  /** Without it, no part that was offered is shown. */
  readonly partOf?: PartOf;
  /** Languages in which the shop has articles; all when absent. */
  readonly written?: readonly Language[];
  /** What the articles of a language tell of words; without it, no word is known to say little. */
  readonly vocabulary?: (language: Language) => ShopVocabulary;
  /** Day (YYYY-MM-DD) of an instant, in the shop's time zone. */
  dayOf(now: number): string;
  /** Without one, questions about orders are answered from the knowledge. */
  readonly shopData?: ShopData;
}
