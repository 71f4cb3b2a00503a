import type { Language } from '../../domain/understanding.ts';
import type { Passage, SearchResult } from '../../retrieval/search-result.ts';
import type { AskedParts } from '../reading/asked-parts.ts';
import { ownWords } from '../reading/own-words.ts';
import { pointsBack } from '../reading/points-back.ts';
import { thingAskedAbout } from '../reading/substitute-topic.ts';
import { likelyAnswer } from './likely-answer.ts';
import type { Search } from './search.ts';
import type { FoundInContext } from './search-in-context.ts';

/** What a message that asks several things finds. */
export interface FoundInParts extends FoundInContext {
  /** Questions of it that the knowledge does not answer, where it answers others; as they were asked. */
  readonly unanswered: readonly string[];
}

/** A question of a message, and what it finds by itself. */
export interface PartFound {
  readonly part: string;
  readonly found: SearchResult;
}

/** Searches for each question of a message; what the first one is about is carried to those that name nothing. */
export async function searchParts(
  { parts, areNamed }: Pick<AskedParts, 'parts' | 'areNamed'>,
  language: Language,
  search: Search,
): Promise<PartFound[]> {
  const thing = parts.length > 0 && !areNamed ? thingAskedAbout(parts[0], language) : undefined;
  return Promise.all(
    parts.map(async (part, at) => {
      const readings = at === 0 ? [part] : readingsOf(part, thing, language);
      const found = await Promise.all(readings.map(search));
      return { part, found: found.reduce((best, each) => (each.probability > best.probability ? each : best)) };
    }),
  );
}

/** 毛毯有哪些颜色，多重 asks 毛毯多重; 能开发票吗 after it may ask of anything. */
function readingsOf(part: string, thing: string | undefined, language: Language): string[] {
  if (!thing || part.includes(thing)) return [part];
  const own = ownWords(part, language).length;
  const about = language === 'zh' ? `${thing}${part}` : `${thing}: ${part}`;
  if (own === 0 || pointsBack(part, language)) return [about];
  return own === 1 ? [part, about] : [part];
}

/**
 * What a message finds as a whole and in its parts. The parts count where they bring two articles or more, or where the
 * whole finds no answer: then one that does is enough among sentences, and all must among the parts of one sentence, which
 * may ask of one thing. The answers stand in the order of the questions. Pure.
 * @param apart whether each part is a sentence of its own
 * @param line probability from which an answer is given
 */
export function joinParts(
  whole: FoundInContext,
  parts: readonly PartFound[],
  { apart, line }: { readonly apart: boolean; readonly line: number },
): FoundInParts {
  const answered = parts.filter(({ found }) => found.probability >= line && found.passages.length > 0);
  const passages = distinct(answered.map(({ found }) => found.passages[0]));
  const best = Math.max(0, ...answered.map(({ found }) => found.probability));
  const asWhole = likelyAnswer(whole, line);
  const enough = apart ? answered.length > 0 : parts.length > 0 && answered.length === parts.length;
  const surer = asWhole && passages.length > 1 && covers(passages, asWhole, whole.probability, best);
  const counts = asWhole ? surer : enough;
  if (!counts) return { ...whole, unanswered: [] };
  const unanswered = asWhole ? [] : parts.filter((part) => !answered.includes(part)).map(({ part }) => part);
  const { candidates } = whole;
  return { probability: best, passages, candidates, byItself: Math.max(whole.byItself, best), unanswered };
}

/** Whether the parts say what the whole says, or are surer. */
function covers(passages: readonly Passage[], asWhole: readonly Passage[], probability: number, best: number): boolean {
  const articles = new Set(passages.map(({ citation }) => citation.article));
  return articles.has(asWhole[0]?.citation.article ?? '') || best >= probability;
}

function distinct(passages: readonly Passage[]): Passage[] {
  return [...new Map(passages.map((passage) => [passage.citation.article, passage])).values()];
}
