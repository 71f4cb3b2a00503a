import type { Language } from '../domain/understanding.ts';
import type { Article, Section } from './article.ts';
import type { Passage } from './search-result.ts';

/** Up to here an article, or a section of it, is shown whole, in UTF-16 units: about what one takes in at a glance. */
export const AT_A_GLANCE: Readonly<Record<Language, number>> = { zh: 150, en: 400 };
/** Longest text shown for one article, in UTF-16 units: about what fits on a phone without scrolling. */
export const PASSAGE_BUDGET: Readonly<Record<Language, number>> = { zh: 420, en: 1_000 };
/** What each of two doubtful articles takes of it: at half, too many answers lack what was asked for. */
export const ROOM_OF_TWO = 0.75;

/** Whether an article is short enough to be shown whole. */
export function isShort({ sections, language }: Article): boolean {
  return lengthOf(sections) <= AT_A_GLANCE[language];
}

/** Headings of an article that is not shown whole, from two on. */
export function partsOf(article: Article): readonly string[] | undefined {
  if (isShort(article)) return undefined;
  const headings = [...new Set(article.sections.map(({ heading }) => heading))].filter((heading) => heading !== '');
  return headings.length > 1 ? headings : undefined;
}

/** What is shown of a section's text. */
type TextOf = (text: string) => string;

/**
 * The approved wording to show: the whole article when it is short, otherwise the sections that answer, the likeliest first,
 * the others in the article's order and an opening, where it is the second likeliest, apart; never more than its room, unless the likeliest section alone is
 * longer. Of a page of questions only the one that is asked.
 * @param answering positions of sections, the likeliest first
 * @param room share of the budget
 * @param textOf all of it by default; what is left out makes a part
 */
export function showPassage(
  article: Article,
  answering: readonly number[],
  room = 1,
  textOf: TextOf = (text) => text,
): Passage {
  const { sections } = article;
  const best = sections[answering[0]] ?? sections[0];
  const citation = { article: article.id, title: article.title, heading: best.heading, version: article.version };
  const whole = { articleText: textOfSections(sections), citation, intents: article.intents };
  if (best.isQuestion) return { text: textOfSections([best]), ...whole };
  if (isShort(article)) return { text: whole.articleText, ...whole };
  const budget = PASSAGE_BUDGET[article.language] * room;
  const chosen = new Set([best]);
  for (const at of answering) {
    if (lengthOf([...chosen, sections[at]]) <= budget) chosen.add(sections[at]);
  }
  const order = chosen.size === sections.length ? sections : partOf(sections, answering, chosen);
  const text = textOfSections(order.map((section) => ({ ...section, text: textOf(section.text) })));
  return text === whole.articleText ? { text, ...whole } : { text, isPart: true, ...whole };
}

/**
 * Whoever reads a part finds the answer first, and what has no heading does not stand below another's: it comes last, and only
 * where it is the second likeliest, since most of them greet or introduce.
 */
function partOf(sections: readonly Section[], answering: readonly number[], chosen: ReadonlySet<Section>): Section[] {
  const [best, next] = answering.map((at) => sections[at]);
  const others = sections.filter((section) => section !== best && chosen.has(section));
  const headed = others.filter(({ heading }) => heading !== '');
  const openings = others.filter((section) => section.heading === '' && section === next);
  return [best, ...headed, ...openings];
}

function lengthOf(sections: readonly Section[]): number {
  return sections.reduce((sum, { text, heading }) => sum + text.length + heading.length + 1, 0);
}

/** Sections as they are shown, each under its heading; in plain text, only an empty line tells a heading from the line above it. */
export function textOfSections(sections: readonly Pick<Section, 'heading' | 'text'>[]): string {
  return sections.map(({ heading, text }) => (heading === '' ? text : `${heading}\n${text}`)).join('\n\n');
}
