import { dot } from '../numeric/dot.ts';
import { softmaxInPlace } from '../numeric/softmax.ts';
import { articleLines } from './article-lines.ts';
import type { AttentionModel, ReadQuestion } from './attention-model.ts';
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

/** A section with its best sentence. */
export interface DescribedSection extends SectionSigns {
  /** Position among the article's sentences; -1 for a section without one. */
  readonly sentence: number;
}

/** Of a section that has no sentence, or lies far behind the nearest ones. */
const NO_ATTENTION = -9;
/** So many sections are read, the nearest; a page of questions has dozens. */
const MOST_READ = 8;
/** What each sign counts, fitted by `training/fit-section-choice.ts` on questions whose sections were read by hand. */
export const SECTION_WEIGHTS: SectionSigns = { nearness: 9.4, attention: 0.96 };
/**
 * Sections are taken until they hold the answer this likely. Of the questions above, shops left out of the fit, that shows all
 * that is needed for 97% and two fifths of the page; of 182 questions to two more shops for 180, and a quarter of the page.
 */
export const ENOUGH = 0.97;
/** The same of each of two articles, one of which is mostly beside the point: for 96%, and a little more than a third of the page. */
export const ENOUGH_OF_TWO = 0.95;

/** What describing sections needs beside the article. */
export interface SectionReader {
  readonly attention: Pick<AttentionModel, 'score'>;
  /** The question as the attention model reads it. */
  readonly question: ReadQuestion;
  /** Of a token vector. */
  readonly dimensions: number;
}

/** Describes an article's sections in its order. Pure. */
export function describeSections(
  query: Query,
  entry: IndexedArticle,
  { attention, question, dimensions }: SectionReader,
): DescribedSection[] {
  const lines = articleLines(entry, query);
  const found = entry.article.sections.map((_, section) => ({
    section,
    sentence: bestSentence(query, entry, section),
    nearness: Math.max(-1, ...lines.filter((line) => line.section === section).map(({ nearness }) => nearness)),
  }));
  const near = found.toSorted((one, other) => other.nearness - one.nearness).slice(0, MOST_READ);
  return found.map((each) => {
    const { sentence, nearness } = each;
    if (sentence < 0 || !near.includes(each)) return { sentence, nearness, attention: NO_ATTENTION };
    return { sentence, nearness, attention: attention.score(question, passageTokens(entry, sentence, dimensions)) };
  });
}

function bestSentence({ sentence: asked }: Query, { sentences }: IndexedArticle, section: number): number {
  let [best, most] = [-1, -Infinity];
  for (const [at, { unit, vectors }] of sentences.entries()) {
    if (unit.section !== section) continue;
    const nearness = dot(asked, vectors.sentence) + dot(asked, vectors.context);
    if (nearness > most) [best, most] = [at, nearness];
  }
  return best;
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

/** Position, among the article's sentences, of the best one of the likeliest section; -1 for an article without any. Pure. */
export function likeliestSentence(sections: readonly DescribedSection[]): number {
  const [likeliest] = answeringSections(sections, 0);
  return sections[likeliest]?.sentence ?? -1;
}
