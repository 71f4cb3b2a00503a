import { dot } from '../numeric/dot.ts';
import { softmaxInPlace } from '../numeric/softmax.ts';
import { articleLines } from './article-lines.ts';
import type { AttentionModel } from './attention-model.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { passageTokens } from './passage-tokens.ts';
import type { Query } from './query.ts';

/** How well one section matches a question. */
export interface SectionSigns {
  /** Nearness of its best line, as `articleLines` has it. */
  readonly nearness: number;
  /** The attention model's log odds that it answers. */
  readonly attention: number;
}

/** Of a section in which no sentence stands. */
const NO_SIGNS: SectionSigns = { nearness: -1, attention: -9 };
/** What each sign counts, fitted by `training/fit-section-choice.ts` on questions whose sections were read by hand. */
export const SECTION_WEIGHTS: SectionSigns = { nearness: 9.4, attention: 0.96 };
/**
 * Sections are taken until they hold the answer this likely. Of the questions above, shops left out of the fit, that shows all
 * that is needed for 97% and two fifths of the page; of 182 questions to two more shops for 180, and a quarter of the page.
 */
export const ENOUGH = 0.97;

/** The signs of an article's sections in its order. Pure. @param dimensions of a token vector */
export function sectionSigns(
  query: Query,
  entry: IndexedArticle,
  attention: AttentionModel,
  dimensions: number,
): SectionSigns[] {
  const lines = articleLines(entry, query);
  const question = attention.read(query);
  const nearnessOf = ({ vectors }: IndexedArticle['sentences'][number]) =>
    dot(query.sentence, vectors.sentence) + dot(query.sentence, vectors.context);
  return entry.article.sections.map((_, section) => {
    const within = entry.sentences.filter(({ unit }) => unit.section === section);
    if (within.length === 0) return NO_SIGNS;
    const best = within.reduce((one, other) => (nearnessOf(other) > nearnessOf(one) ? other : one));
    return {
      nearness: Math.max(...lines.filter((line) => line.section === section).map(({ nearness }) => nearness)),
      attention: attention.score(question, passageTokens(entry, entry.sentences.indexOf(best), dimensions)),
    };
  });
}

/** How likely each section is the one that answers, given that one does. */
export function sectionOdds(signs: readonly SectionSigns[], weights = SECTION_WEIGHTS): Float32Array {
  const odds = Float32Array.from(
    signs,
    ({ nearness, attention }) => weights.nearness * nearness + weights.attention * attention,
  );
  softmaxInPlace(odds);
  return odds;
}

/** Positions of the fewest sections that hold the answer likely enough, the likeliest first. Pure. */
export function answeringSections(
  signs: readonly SectionSigns[],
  enough = ENOUGH,
  weights = SECTION_WEIGHTS,
): number[] {
  const odds = sectionOdds(signs, weights);
  const order = [...odds.keys()].sort((one, other) => odds[other] - odds[one]);
  let held = 0;
  const needed = order.findIndex((section) => {
    held += odds[section];
    return held >= enough;
  });
  return needed < 0 ? order : order.slice(0, needed + 1);
}
