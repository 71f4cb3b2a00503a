import { dot } from '../numeric/dot.ts';
import { lettersOf } from '../text/letters.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import { withoutAddresses } from './inline-text.ts';
import type { Query } from './query.ts';
import type { ArticleLine } from './search-result.ts';

/** What begins a row of a table as it is shown: its first cell, with or without a head, then the second column's head. */
const ROW = /^(?:(?<first>\S+) )?[^：:]+(?:：|: )(?<second>\S+) \S/u;
/** Between a row's cells as it is shown. */
const CELL_MARKS = /：|: |，|, /u;
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
  const [one, other] = [line, neighbour].map((row) => ROW.exec(row)?.groups);
  const isSame = (head: 'first' | 'second') => one?.[head] !== undefined && one[head] === other?.[head];
  return isSame('first') || isSame('second') || (STEP.test(line) && STEP.test(neighbour));
}

function dotWith(heading: IndexedUnit | undefined, asked: Float32Array): number {
  return heading ? dot(asked, heading.vectors.sentence) : -1;
}

/** Whether a sentence stands in a line; rows and links are shown with other marks than they are searched with. */
function holds(line: string, sentence: string): boolean {
  return lettersOf(withoutAddresses(line)).includes(lettersOf(sentence)) || isRowOf(line, lettersOf(sentence));
}

/** Whether a line is a row that is searched with all heads and shown without some of them. @param row without marks */
function isRowOf(line: string, row: string): boolean {
  const cells = line.split(CELL_MARKS).map(lettersOf);
  let at = 0;
  return (
    cells.length > 1 &&
    cells.every((cell) => {
      const start = row.indexOf(cell, at);
      at = start + cell.length;
      return cell !== '' && start >= 0;
    }) &&
    at === row.length
  );
}
