import type { Language } from '../../domain/understanding.ts';
import { firstAidQuestions, tellsFirstAid } from '../../escalation/lexicon/first-aid.ts';
import type { ArticleLine, Passage, SearchResult } from '../../retrieval/search-result.ts';
import { textOfSections } from '../../retrieval/show-passage.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { likelyAnswer } from './likely-answer.ts';
import type { LinesOf } from './lines-in-context.ts';

/** A message that reports a danger. */
export interface ReportedDanger {
  /** The customer's own words. */
  readonly raw: string;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the knowledge is likely enough right to answer with. */
  readonly likely: readonly Passage[];
}

/** What is called to look for it. */
interface FirstAidDeps {
  search(text: string, language: Language, today: string): Promise<SearchResult>;
  readonly linesOf?: LinesOf;
  readonly thresholds: { readonly answer: number };
  dayOf(now: number): string;
}

/**
 * What the shop's pages say to do about a danger: the sections of an answer to the message which speak of that danger and tell what to
 * do. Where there are none, those of an answer to the danger itself (*my skin is red and swollen*), as customers name the thing
 * that hurt them and pages often do not. Empty where no page says it.
 */
export async function findFirstAid(danger: ReportedDanger, deps: FirstAidDeps): Promise<readonly Passage[]> {
  const own = await sectionsThatHelp(danger.likely, danger, deps);
  if (own.length > 0) return own;
  const today = deps.dayOf(danger.now);
  for (const question of firstAidQuestions(normalizeTyped(danger.raw), danger.language)) {
    const found = await deps.search(question, danger.language, today);
    const helpful = await sectionsThatHelp(likelyAnswer(found, deps.thresholds.answer) ?? [], danger, deps);
    if (helpful.length > 0) return helpful;
  }
  return [];
}

async function sectionsThatHelp(
  passages: readonly Passage[],
  { raw, language }: ReportedDanger,
  { linesOf }: Pick<FirstAidDeps, 'linesOf'>,
): Promise<readonly Passage[]> {
  if (!linesOf) return [];
  const message = normalizeTyped(raw);
  const found = await Promise.all(
    passages.map(async (passage) => {
      const sections = sectionsOf(await linesOf(passage.citation.article, raw, language));
      const helpful = sections.filter((section) => tellsFirstAid(normal(section), message, language));
      return helpful.length === 0 ? [] : [partOf(passage, helpful)];
    }),
  );
  return found.flat();
}

interface SectionText {
  readonly heading: string;
  readonly text: string;
}

/** In normal form, line by line: white space is one in that. */
function normal({ heading, text }: SectionText): SectionText {
  return { heading: normalizeTyped(heading), text: text.split('\n').map(normalizeTyped).join('\n') };
}

/** Lines joined to sections again, in the order of the article. */
function sectionsOf(lines: readonly ArticleLine[]): readonly SectionText[] {
  const sections = new Map<number, SectionText>();
  for (const { section, heading, text } of lines) {
    const before = sections.get(section)?.text;
    sections.set(section, { heading, text: before === undefined ? text : `${before}\n${text}` });
  }
  return [...sections.values()];
}

function partOf(passage: Passage, sections: readonly SectionText[]): Passage {
  const text = textOfSections(sections);
  return { ...passage, text, isPart: true, citation: { ...passage.citation, heading: sections[0].heading } };
}
