import { dot } from '../numeric/dot.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import { withoutAddresses } from './inline-text.ts';
import type { Query } from './query.ts';
import type { ArticleLine } from './search-result.ts';

/** What begins a row of a table as it is shown: its column's head and a cell, then the mark behind the first cell. */
const ROW = /^(\S+) [^：:]+(?:：|: )/u;
const STEP = /^\d+\. /;

/**
 * The lines of an article in its order, each with how near its best sentence is to a question: half by itself, or its heading
 * where that asks the same, half with title and heading in front. Pure.
 */
export function articleLines(
  { article, sentences, headings }: IndexedArticle,
  { sentence: asked }: Pick<Query, 'sentence'>,
): ArticleLine[] {
  return article.sections.flatMap(({ heading, text }, section) => {
    const within = sentences.filter(({ unit }) => unit.section === section);
    const byHeading = dotWith(headings[section], asked);
    const lines = text.split('\n');
    return lines.map((line, at) => ({
      ...{ section, heading, text: line },
      ...(continuesRun(line, lines[at - 1]) || continuesRun(line, lines[at + 1]) ? { inRun: true as const } : {}),
      nearness: Math.max(
        -1,
        ...within
          .filter(({ unit }) => holds(line, unit.text))
          .map(({ vectors }) => (Math.max(dot(asked, vectors.sentence), byHeading) + dot(asked, vectors.context)) / 2),
      ),
    }));
  });
}

/** Whether two neighbours are rows of one table or steps of one list: only together are they whole. */
function continuesRun(line: string, neighbour: string | undefined): boolean {
  if (neighbour === undefined) return false;
  const head = ROW.exec(line)?.[1];
  const isRow = head !== undefined && head === ROW.exec(neighbour)?.[1];
  return isRow || (STEP.test(line) && STEP.test(neighbour));
}

function dotWith(heading: IndexedUnit | undefined, asked: Float32Array): number {
  return heading ? dot(asked, heading.vectors.sentence) : -1;
}

/** Whether a sentence stands in a line; rows and links are shown with other marks than they are searched with. */
function holds(line: string, sentence: string): boolean {
  return bare(withoutAddresses(line)).includes(bare(sentence));
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
