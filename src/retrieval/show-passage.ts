import type { Language } from '../domain/understanding.ts';
import type { Article, Section } from './article.ts';
import type { Passage } from './search-result.ts';

/** Longest text shown for one article, in UTF-16 units: about what fits on a phone without scrolling. */
export const PASSAGE_BUDGET: Record<Language, number> = { zh: 420, en: 1_000 };
/** What each of two doubtful articles takes of it: at half, too many answers lack what was asked for. */
export const ROOM_OF_TWO = 0.75;
/** Stands, on a line of its own, where sections are left out: whoever reads a part should know that it is one. */
const LEFT_OUT: Record<Language, string> = { zh: '……', en: '…' };

/**
 * The approved wording to show: the whole article when it is short, otherwise its opening, the best section and what
 * fits of the others, the nearest first, in the article's order, with a mark where some are left out; never more than its
 * room, marks apart, unless the best section alone is longer. Of a page of questions only the one that is asked.
 * @param room share of the budget
 */
export function showPassage(article: Article, bestSection: number, room = 1): Passage {
  const { sections } = article;
  const best = sections[bestSection] ?? sections[0];
  const chosen = new Set<Section>([best]);
  const citation = { article: article.id, title: article.title, heading: best.heading, version: article.version };
  const whole = { articleText: sections.map(sectionText).join('\n'), citation, intents: article.intents };
  if (best.isQuestion) return { text: sectionText(best), ...whole };
  const opening = sections[0];
  const far = (section: Section) => Math.abs(sections.indexOf(section) - sections.indexOf(best));
  const rest = [opening, ...sections.filter((section) => section !== opening).sort((a, b) => far(a) - far(b))];
  const length = (candidates: Iterable<Section>) =>
    [...candidates].reduce((sum, section) => sum + section.text.length + section.heading.length + 1, 0);
  const budget = PASSAGE_BUDGET[article.language] * room;
  for (const section of rest) {
    if (length([...chosen, section]) <= budget) chosen.add(section);
  }
  return {
    text: sections
      .flatMap((section, at) => {
        if (chosen.has(section)) return [sectionText(section)];
        return at === 0 || chosen.has(sections[at - 1]) ? [LEFT_OUT[article.language]] : [];
      })
      .join('\n'),
    ...whole,
  };
}

function sectionText({ heading, text }: Section): string {
  return heading === '' ? text : `${heading}\n${text}`;
}
