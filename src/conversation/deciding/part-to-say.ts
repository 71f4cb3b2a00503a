import type { Citation } from '../../domain/decision.ts';
import type { Language } from '../../domain/understanding.ts';
import { readEntities } from '../../intents/entities.ts';
import type { ArticleLine, Passage } from '../../retrieval/search-result.ts';
import { AT_A_GLANCE } from '../../retrieval/show-passage.ts';
import { newWords, ownWords } from '../reading/own-words.ts';

/** An article that was shown, line by line. */
export interface ShownArticle {
  readonly passage: Passage;
  readonly lines: readonly ArticleLine[];
}

/** What an article says to one question, and the source of it. */
export interface Part {
  readonly text: string;
  readonly citation: Citation;
}

/** A part that is nearly all of what was shown says nothing else. */
const PART = 0.7;
/** What the share of a message's words that a line holds counts beside their nearness: of 88 questions asked on, 0 to 0.1 do as well. */
const HELD = 0.1;
/** Lines nearly as near as the nearest are shown with it: of 88 questions asked on, the nearest answers 77, with these 85. */
const MARGIN = 0.075;
const MOST_LINES = 3;

/**
 * What articles that were just shown say to a question: the lines nearest to it under their headings, a short section whole,
 * of a table the rows that hold what is asked or else all. Undefined where that would be nearly all that was shown. Pure.
 */
export function partToSay(
  shown: readonly ShownArticle[],
  { text, language }: { readonly text: string; readonly language: Language },
): Part | undefined {
  // 178 stands in a table of sizes for some other size, too.
  const isOfBody = tellsBody(text);
  const asked = ownWords(text, language).filter((word) => !isOfBody || !/\d/.test(word));
  const held = (line: ArticleLine) => asked.length - newWords(asked, `${line.heading}\n${line.text}`, language).length;
  const worth = (line: ArticleLine) => line.nearness + HELD * (held(line) / Math.max(1, asked.length));
  const [best] = shown.toSorted((one, other) => most(other.lines, worth) - most(one.lines, worth));
  if (!best) return undefined;
  const { passage, lines } = best;
  const line = most(lines, worth);
  const near = lines.filter((each) => worth(each) >= line - MARGIN).toSorted((one, other) => worth(other) - worth(one));
  for (let many = MOST_LINES; many > 0; many--) {
    const chosen = near.slice(0, many);
    const wanted = new Set(chosen.flatMap((each) => wholeOf(each, lines, { held, short: AT_A_GLANCE[language] })));
    const said = sayLines(lines.filter((each) => wanted.has(each)));
    if (said.length <= PART * passage.text.length)
      return { text: said, citation: { ...passage.citation, heading: near[0].heading } };
  }
  return undefined;
}

/** Whether a message tells height or weight, which ranges hold and words do not. */
function tellsBody(text: string): boolean {
  return readEntities(text).some(({ kind }) => kind === 'height' || kind === 'weight');
}

function most(lines: readonly ArticleLine[], worth: (line: ArticleLine) => number): number {
  return Math.max(...lines.map(worth));
}

/** The lines without which one is not understood: its short section, or its table but for rows that hold less of what is asked. */
function wholeOf(
  line: ArticleLine,
  lines: readonly ArticleLine[],
  { held, short }: { readonly held: (line: ArticleLine) => number; readonly short: number },
): readonly ArticleLine[] {
  const section = lines.filter((each) => each.section === line.section);
  if (sayLines(section).length <= short) return section;
  if (!line.inRun) return [line];
  const rows = section.filter(({ inRun }) => inRun);
  const holdsMost = most(rows, held);
  return rows.filter((row) => held(row) === holdsMost);
}

/** Lines as they are said, each section's under its heading. */
function sayLines(lines: readonly ArticleLine[]): string {
  return lines
    .flatMap(({ section, heading, text }, at) => {
      if (lines[at - 1]?.section === section) return [text];
      const apart = at > 0 ? [''] : [];
      return heading === '' ? [...apart, text] : [...apart, heading, text];
    })
    .join('\n');
}
